import { describe } from 'vitest';
import { type Rule, tryRules } from './rule';
import * as make from './samples';

const labelled = { type: 'postback', label: 'a', data: 'a' };
const first = '/body/contents/0';
const image = (extra: object = {}) => make.shown({ type: 'image', url: make.url, ...extra });
const boxed = (extra: object) => make.shown(make.box([], extra));
const gradient = { type: 'linearGradient', angle: '90deg', startColor: '#ffffff', endColor: '#000000' };

const rules: readonly Rule[] = [
  [
    'a bubble has at least one block, and blocks are boxes',
    [make.flex(make.bubble([])), make.flex({ type: 'bubble', hero: { type: 'image', url: make.url } })],
    [
      [make.flex({ type: 'bubble' }), '/'],
      [make.flex({ type: 'bubble', body: make.words() }), '/body'],
      [make.flex({ type: 'bubble', hero: make.words() }), '/hero'],
      [make.flex({ type: 'poster' }), '/'],
      [{ type: 'flex', altText: 'a' }, 'messages[0].contents'],
      [make.flex(make.bubble([], { size: 'tera' })), '/size'],
      [make.flex(make.bubble([], { direction: 'up' })), '/direction'],
      [make.flex(make.bubble([], { styles: { body: { separator: 'yes' } } })), '/styles/body/separator'],
    ],
  ],
  [
    'bubbles beside each other have the same size',
    [make.flex({ type: 'carousel', contents: [make.bubble([]), make.bubble([], { size: 'mega' })] })],
    [
      [
        make.flex({ type: 'carousel', contents: [make.bubble([]), make.bubble([], { size: 'kilo' })] }),
        '/contents/1/size',
      ],
    ],
  ],
  [
    'each bubble of a carousel fits alone, too',
    [make.flex({ type: 'carousel', contents: [make.bubbleOf(30_000), make.bubbleOf(10_000)] })],
    [
      [
        make.flex({ type: 'carousel', contents: [make.bubbleOf(30_001), make.bubbleOf(10_000)] }),
        '/contents/0',
      ],
    ],
  ],
  [
    'a video stands above all, in a wide bubble of its own, and opens addresses only',
    [make.flex({ type: 'bubble', hero: make.flexVideo })],
    [
      [make.flex({ type: 'bubble', size: 'micro', hero: make.flexVideo }), '/size'],
      [make.shown(make.flexVideo), first],
      [
        make.flex({ type: 'carousel', contents: [{ type: 'bubble', hero: make.flexVideo }] }),
        '/contents/0/hero',
      ],
      [make.flex({ type: 'bubble', hero: { ...make.flexVideo, altContent: undefined } }), '/hero/altContent'],
      [
        make.flex({ type: 'bubble', hero: { ...make.flexVideo, altContent: make.words() } }),
        '/hero/altContent',
      ],
      [make.flex({ type: 'bubble', hero: { ...make.flexVideo, action: labelled } }), '/hero/action'],
    ],
  ],
  [
    'words are never empty',
    [
      make.shown(make.words()),
      make.shown({ type: 'text', contents: [{ type: 'span', text: 'a' }] }),
      make.shown(make.words({ wrap: true, scaling: true, maxLines: 0, lineSpacing: '6px', size: '20px' })),
    ],
    [
      [make.shown({ type: 'text' }), first],
      [make.shown({ type: 'text', contents: [] }), first],
      [make.shown(make.words({ text: '' })), `${first}/text`],
      [make.shown(make.words({ text: 5 })), `${first}/text`],
      [make.shown({ type: 'text', contents: [make.words()] }), `${first}/contents/0`],
      [make.shown(make.words({ maxLines: -1 })), `${first}/maxLines`],
      [make.shown(make.words({ wrap: 'true' })), `${first}/wrap`],
    ],
  ],
  [
    'icons stand on a line of writing, and only words and icons do',
    [make.shown(make.box([{ type: 'icon', url: make.url }, make.words()], { layout: 'baseline' }))],
    [
      [make.shown({ type: 'icon', url: make.url }), first],
      [make.shown(make.box([{ type: 'separator' }], { layout: 'baseline' })), `${first}/contents/0`],
      [make.shown(make.box([{ type: 'nonsense' }])), `${first}/contents/0`],
      [make.shown({ type: 'box', layout: 'vertical' }), `${first}/contents`],
      [make.shown({ type: 'box', contents: [] }), `${first}/layout`],
      [boxed({ layout: 'diagonal' }), `${first}/layout`],
    ],
  ],
  [
    'sizes, colours and shares are written as LINE reads them',
    [
      boxed({ paddingAll: '10%', width: '50%', borderWidth: 'semi-bold', cornerRadius: '3.5px', flex: 0 }),
      boxed({ backgroundColor: '#00000080', offsetTop: '-4px', position: 'absolute' }),
      boxed({ background: { ...gradient, centerColor: '#123456', centerPosition: '12.5%' } }),
      image({ size: 'full', aspectRatio: '1:3', animated: true }),
    ],
    [
      [boxed({ paddingAll: '10' }), `${first}/paddingAll`],
      [boxed({ width: 'md' }), `${first}/width`],
      [boxed({ cornerRadius: '10%' }), `${first}/cornerRadius`],
      [boxed({ backgroundColor: 'red' }), `${first}/backgroundColor`],
      [boxed({ backgroundColor: '#fff' }), `${first}/backgroundColor`],
      [boxed({ flex: -1 }), `${first}/flex`],
      [boxed({ flex: 1.5 }), `${first}/flex`],
      [boxed({ background: { type: 'radial' } }), `${first}/background`],
      [boxed({ background: { ...gradient, angle: '360deg' } }), `${first}/background/angle`],
      [boxed({ background: { ...gradient, endColor: undefined } }), `${first}/background/endColor`],
      [image({ size: '6xl' }), `${first}/size`],
      [image({ aspectRatio: '1:3.1' }), `${first}/aspectRatio`],
      [image({ aspectRatio: '4x3' }), `${first}/aspectRatio`],
      [image({ url: 'http://a.jp/a.png' }), `${first}/url`],
      [image({ url: undefined }), `${first}/url`],
      [make.shown(make.words({ size: '50%' })), `${first}/size`],
    ],
  ],
];

describe('LINE, of a Flex Message,', () => {
  tryRules(rules);
});
