import type { messagingApi } from '@line/bot-sdk';
import { describe, expect, it } from 'vitest';
import { drawMessage, newSheet, type PreviewLook, preview, previewStyles } from '../../../src/line/preview';
import { samples, withQuickReplies } from './samples';

const html = (messages: readonly messagingApi.Message[], look?: PreviewLook): string =>
  String(preview(messages, look).body);

const live = (message: messagingApi.Message): string =>
  String(drawMessage({ sheet: newSheet(), isLive: true }, message));

/** The rule under which a declaration stands. */
const ruled = (message: messagingApi.Message, declaration: string): boolean =>
  preview([message])
    .css.split('\n')
    .some((rule) => rule.includes(declaration));

const flex = (component: messagingApi.FlexComponent): messagingApi.Message => ({
  type: 'flex',
  altText: 'x',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [component] } },
});

describe('a preview', () => {
  it('shows every kind of message without a style of its own on any element and without a script', () => {
    const shown = html(Object.values(samples));
    expect(shown).not.toMatch(/\sstyle=|<script|<style|\son\w+=/);
    for (const words of ['見本 うたごえ喫茶', '枠の中央', 'この日でよいですか。', '見本の会場', 'COUPON1']) {
      expect(shown).toContain(words);
    }
  });

  it('knows a rule for each class it makes up, and none that nobody wears', () => {
    const { body, css } = preview(Object.values(samples));
    const worn = new Set(
      [...String(body).matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names?.split(' ') ?? []),
    );
    const ruledClasses = [...css.matchAll(/^\.(r-[a-z0-9]+)\{/gm)].map(([, name]) => name ?? '');
    expect(ruledClasses.length).toBeGreaterThan(20);
    expect(ruledClasses.filter((name) => !worn.has(name))).toEqual([]);
    const unknown = [...worn].filter(
      (name) => name !== '' && !ruledClasses.includes(name) && !previewStyles.includes(`.${name}`),
    );
    expect(unknown.filter((name) => !/^f-(of|letters|header|hero|footer|shrinks|menu)/.test(name))).toEqual(
      [],
    );
  });

  it('cannot be tapped by staff who only look', () => {
    const shown = html([samples.places, samples.buttons, withQuickReplies]);
    expect(shown).not.toContain('data-action');
    expect(shown.match(/<button(?![^>]*disabled)/g)).toBeNull();
  });

  it('shows the small buttons on a phone and hides them on LINE for PC', () => {
    expect(html([withQuickReplies])).toContain('今いる場所を送る');
    expect(html([withQuickReplies], { isDesktop: true })).not.toContain('今いる場所を送る');
  });

  it('shows the small buttons of the last message alone', () => {
    expect(html([withQuickReplies, samples.text])).not.toContain('今いる場所を送る');
  });
});

describe('what a bot sends', () => {
  it('is text, never markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const shown = html([
      { type: 'text', text: evil },
      flex({ type: 'text', text: evil }),
      { type: 'location', title: evil, address: evil, latitude: 0, longitude: 0 },
    ]);
    expect(shown).not.toContain('<img src=x');
    expect(shown.match(/&lt;img src=x/g)).toHaveLength(4);
  });

  it('cannot write into the stylesheet through a colour, a size or an offset', () => {
    const evil = 'red;}body{display:none';
    const { css } = preview([
      flex({
        type: 'box',
        layout: 'vertical',
        contents: [{ type: 'text', text: 'x', color: evil, size: evil }],
        backgroundColor: evil,
        width: evil,
        offsetTop: evil,
        borderWidth: evil,
        background: { type: 'linearGradient', angle: evil, startColor: evil, endColor: evil },
      }),
    ]);
    expect(css).not.toContain('body');
    expect(css).not.toContain('red');
  });

  it('loads pictures from https and this machine only', () => {
    const from = (url: string): string =>
      html([{ type: 'image', originalContentUrl: url, previewImageUrl: url }]);
    expect(from('https://example.com/a.png')).toContain('src="https://example.com/a.png"');
    expect(from('http://127.0.0.1:8787/a.png')).toContain('src="http://127.0.0.1:8787/a.png"');
    expect(from('javascript:alert(1)')).not.toContain('src=');
    expect(from('http://example.com/a.png')).not.toContain('src=');
  });
});

describe('words in a bubble', () => {
  it('become links where a phone makes them links, without the full stop of the sentence', () => {
    const shown = live({
      type: 'text',
      text: '見る https://example.com/a?b=1. 電話 04-2998-9333、09012345678、119。予約 2026-12-10',
    });
    expect(shown).toContain(
      '{&quot;type&quot;:&quot;uri&quot;,&quot;uri&quot;:&quot;https://example.com/a?b=1&quot;}',
    );
    expect(shown).toContain('&quot;tel:0429989333&quot;');
    expect(shown).toContain('&quot;tel:09012345678&quot;');
    expect(shown.match(/data-action/g)).toHaveLength(3);
  });

  it('keep the braces that were doubled and put names for the placeholders', () => {
    expect(live(samples.textV2)).toMatch(/@全員.*さん、こんにちは.*<svg.*\{\}/);
  });

  it('put a face where a LINE emoji stands', () => {
    expect(
      live({ type: 'text', text: 'a$b$', emojis: [{ index: 1, productId: 'p', emojiId: 'e' }] }),
    ).toMatch(/^<div class="f-words">a<svg.*<\/svg>b\$<\/div>$/);
  });
});

describe('a Flex message', () => {
  it('lets letters follow the setting of the phone only where it says scaling', () => {
    const shown = html([samples.sizes]);
    expect(shown.match(/f-scaling/g)).toHaveLength(1);
    expect(html([samples.sizes], { letters: 'extra-large' })).toContain('f-letters-extra-large');
  });

  it('understands keywords, pixels and per cent', () => {
    const box = (extra: Partial<messagingApi.FlexBox>): messagingApi.Message =>
      flex({ type: 'box', layout: 'horizontal', contents: [], ...extra });
    expect(ruled(box({ paddingAll: 'xl' }), 'padding-top:16px')).toBe(true);
    expect(ruled(box({ paddingAll: 'xl', paddingStart: '5%' }), 'padding-inline-start:5%')).toBe(true);
    expect(ruled(box({ cornerRadius: '12px' }), 'border-radius:12px')).toBe(true);
    expect(ruled(box({ width: '50%' }), 'width:50%')).toBe(true);
    expect(ruled(box({ borderWidth: 'semi-bold', borderColor: '#ABCDEF' }), 'border:3px solid #abcdef')).toBe(
      true,
    );
    expect(
      ruled(flex({ type: 'text', text: 'x', size: '5xl' }), 'font-size:calc(74px * var(--f-scale))'),
    ).toBe(true);
  });

  it('shares the width of a row by the factors, one each if nothing is said, and none for flex 0', () => {
    const row = (child: messagingApi.FlexText): messagingApi.Message =>
      flex({ type: 'box', layout: 'horizontal', contents: [child] });
    expect(ruled(row({ type: 'text', text: 'x' }), 'flex:1 1 0px')).toBe(true);
    expect(ruled(row({ type: 'text', text: 'x', flex: 3 }), 'flex:3 3 0px')).toBe(true);
    expect(ruled(row({ type: 'text', text: 'x', flex: 0 }), 'flex:0 0 auto')).toBe(true);
  });

  it('leaves the space of a box between its parts, unless a part asks for another, and none before the first', () => {
    const { css } = preview([
      flex({
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', text: 'a', margin: 'xxl' },
          { type: 'text', text: 'b' },
          { type: 'text', text: 'c', margin: 'sm' },
        ],
      }),
    ]);
    expect(css.match(/margin-top:\w+/g)).toEqual(['margin-top:8px', 'margin-top:4px']);
  });

  it('keeps a tappable box within a tappable bubble, each with a button that says its name', () => {
    const tapped: messagingApi.Message = {
      type: 'flex',
      altText: 'x',
      contents: {
        type: 'bubble',
        action: { type: 'message', label: '外', text: '外' },
        body: {
          type: 'box',
          layout: 'vertical',
          action: { type: 'message', text: '中' },
          contents: [{ type: 'text', text: 'なかの字' }],
        },
      },
    };
    const shown = live(tapped);
    expect([...shown.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name)).toEqual(['外', 'なかの字']);
    expect(shown.match(/data-action=/g)).toHaveLength(2);
  });

  it('draws the same look under the same name, so that previews of one page can share a stylesheet', () => {
    const [one, two] = [preview([samples.places]), preview([samples.text, samples.places])];
    expect(two.css).toBe(one.css);
  });
});
