import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/line/encode/encode';
import { checkMessages } from '../../../src/line/limits';
import { lintCall, lintMessages, lintRichMenu, type Warning } from '../../../src/line/limits/lint';
import { someAnswer } from '../encode/arbitrary';
import * as make from './samples';

const rulesOf = (warnings: readonly Warning[]) => warnings.map(({ rule, property }) => `${rule} ${property}`);
const inMessage = (message: unknown) => {
  expect(checkMessages([message])).toEqual([]);
  return rulesOf(lintMessages([message]));
};
const readable = make.words({ wrap: true, scaling: true });
const tap = { type: 'box', layout: 'vertical', contents: [readable], action: make.sayAction };

describe('lint', () => {
  it('has nothing to say of a readable message', () => {
    expect(inMessage(make.say('04-2998-1111'))).toEqual([]);
    expect(inMessage(make.shown(readable, tap, tap, tap, tap))).toEqual([]);
  });

  it('warns of words that are cut or stay small', () => {
    expect(inMessage(make.shown(make.words({ scaling: true })))).toEqual([
      'text-does-not-wrap messages[0].contents.body.contents[0]',
    ]);
    expect(inMessage(make.shown(make.words({ wrap: true })))).toEqual([
      'letters-do-not-scale messages[0].contents.body.contents[0]',
    ]);
    expect(inMessage(make.shown({ type: 'button', action: make.sayAction }))).toEqual([
      'letters-do-not-scale messages[0].contents.body.contents[0]',
    ]);
  });

  it('warns of rows that cut and of what LINE gives up', () => {
    const row = make.box([{ ...readable, flex: 0 }], { layout: 'horizontal' });
    expect(inMessage(make.shown(row, { type: 'filler' }))).toEqual([
      'share-zero-cuts messages[0].contents.body.contents[0].contents[0]',
      'filler-is-deprecated messages[0].contents.body.contents[1]',
    ]);
  });

  it('warns of more than four choices, and of more than eight small buttons', () => {
    expect(inMessage(make.shown(tap, tap, tap, tap, tap))).toEqual(['too-many-choices messages[0].contents']);
    const items = (count: number) => make.many(count, () => ({ type: 'action', action: make.sayAction }));
    expect(inMessage(make.say('a', { quickReply: { items: items(8) } }))).toEqual([]);
    expect(inMessage(make.say('a', { quickReply: { items: items(9) } }))).toEqual([
      'too-many-quick-replies messages[0].quickReply.items',
    ]);
  });

  it('warns of small buttons that nobody sees', () => {
    expect(rulesOf(lintMessages([make.quick(make.sayAction), make.say('a')]))).toEqual([
      'quick-replies-not-shown messages[0].quickReply.items',
    ]);
  });

  it('warns of actions that are old or have no effect', () => {
    const at = 'messages[0].quickReply.items[0].action';
    expect(inMessage(make.quick({ type: 'uri', label: 'a', uri: 'line://nv/location' }))).toEqual([
      `line-scheme-is-deprecated ${at}.uri`,
    ]);
    expect(inMessage(make.quick({ type: 'postback', label: 'a', data: 'a', text: 'a' }))).toEqual([
      `postback-text-is-deprecated ${at}.text`,
    ]);
    const altUri = { desktop: make.url };
    expect(inMessage(make.quick({ type: 'uri', label: 'a', uri: make.url, altUri }))).toEqual([
      `alt-uri-has-no-effect ${at}.altUri`,
    ]);
    expect(inMessage(make.shown({ ...readable, action: { type: 'uri', uri: make.url, altUri } }))).toEqual(
      [],
    );
  });

  it('warns of what looks like somebody’s own data, in wide digits too', () => {
    for (const words of [
      '電話は090-1234-5678',
      '０８０１２３４５６７８',
      'hanako@example.jp',
      '123456789018',
    ]) {
      expect(inMessage(make.say(words))).toEqual(['personal-data messages[0].text']);
    }
    for (const words of ['123456789012', '04-2998-1111', '20261210133000', '#9110', '予約番号 1234']) {
      expect(inMessage(make.say(words))).toEqual([]);
    }
    expect(inMessage(make.flex(make.bubble([readable]), '090 1234 5678'))).toEqual([
      'personal-data messages[0].altText',
    ]);
  });

  it('warns of menus that a screen reader cannot read or a finger not reach', () => {
    const menu = (action: object, bounds: object) => rulesOf(lintRichMenu(make.menuArea(action, bounds)));
    expect(menu(make.sayAction, { x: 0, y: 0, width: 2500, height: 1686 })).toEqual([]);
    expect(menu({ type: 'postback', data: 'a' }, make.area)).toEqual([
      'menu-area-without-label areas[0].action.label',
    ]);
    expect(menu(make.sayAction, { x: 1, y: 0, width: 2500, height: 1686 })).toEqual([
      'menu-area-outside areas[0].bounds',
    ]);
  });

  it('warns of a push that cannot be tried again', () => {
    const call = { method: 'POST', hasRetryKey: false, body: { to: 'a', messages: [make.say('a')] } };
    const where = (path: string, hasRetryKey = false) => rulesOf(lintCall({ ...call, path, hasRetryKey }));
    expect(where('/v2/bot/message/push')).toEqual(['no-retry-key X-Line-Retry-Key']);
    expect(where('/v2/bot/message/push', true)).toEqual([]);
    expect(where('/v2/bot/message/reply')).toEqual([]);
    expect(where('/v2/bot/message/validate/push')).toEqual([]);
  });

  it('warns of people who are named twice', () => {
    const to = [make.personId(1), make.personId(2), make.personId(1)];
    const body = { to, messages: [make.say('a')] };
    const call = { method: 'POST', path: '/v2/bot/message/multicast', hasRetryKey: true, body };
    expect(rulesOf(lintCall(call))).toEqual(['same-person-twice to']);
  });

  it('finds letters of ours that neither wrap nor scale in no answer at all', () => {
    fc.assert(
      fc.property(someAnswer, (answer) => {
        const found = lintMessages(encode(answer)).map(({ rule }) => rule);
        expect(found).not.toContain('text-does-not-wrap');
        expect(found).not.toContain('letters-do-not-scale');
        expect(found).not.toContain('quick-replies-not-shown');
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        lintMessages([value]);
        lintRichMenu(value);
        lintCall({ method: 'POST', path: '/v2/bot/message/push', hasRetryKey: false, body: value });
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
