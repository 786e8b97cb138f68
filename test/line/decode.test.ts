import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, UnreadableWebhook } from '../../src/line/decode';
import { encodeMove } from '../../src/line/postback';

const HANAKO = `U${'a'.repeat(32)}`;

const event = (more: Record<string, unknown>) => ({
  mode: 'active',
  timestamp: 1_795_000_000_000,
  source: { type: 'user', userId: HANAKO },
  webhookEventId: '01KAWQ5ZZZZZZZZZZZZZZZZZZZ',
  deliveryContext: { isRedelivery: false },
  replyToken: '0123456789abcdef0123456789abcdef',
  ...more,
});
const said = (message: Record<string, unknown>) =>
  event({ type: 'message', message: { id: '468789577898262530', ...message } });
const read = (...events: unknown[]) => decode(JSON.stringify({ destination: 'U0', events }));
const readOne = (one: unknown) => read(one)[0];

describe('what LINE sends', () => {
  it('may be an empty list, to see whether we are there', () => {
    expect(read()).toEqual([]);
  });

  it('is a sentence with the ids that keep it from being handled twice', () => {
    expect(readOne(said({ type: 'text', text: '東所沢の体操', quoteToken: 'q' }))).toEqual({
      id: '01KAWQ5ZZZZZZZZZZZZZZZZZZZ',
      personId: HANAKO,
      messageId: '468789577898262530',
      occurredAt: 1_795_000_000_000,
      replyToken: '0123456789abcdef0123456789abcdef',
      event: { type: 'said', text: '東所沢の体操' },
    });
  });

  it('loses LINE’s own emoji, which stand in the text as words or as nothing', () => {
    const emojis = [
      { index: 0, length: 6, productId: 'p', emojiId: '1' },
      { index: 11, length: 2, productId: 'p', emojiId: '2' },
    ];
    expect(readOne(said({ type: 'text', text: '(love)ありがとう()', emojis }))?.event).toEqual({
      type: 'said',
      text: 'ありがとう',
    });
    expect(readOne(said({ type: 'text', text: '()', emojis: [{ index: 0, length: 2 }] }))?.event).toEqual({
      type: 'sentSticker',
    });
  });

  it('is a place on the map, with or without a title', () => {
    const at = { latitude: 35.8027, longitude: 139.5183 };
    expect(readOne(said({ type: 'location', ...at }))?.event).toEqual({
      type: 'sentLocation',
      at: { lat: 35.8027, lng: 139.5183 },
    });
    expect(readOne(said({ type: 'location', address: '埼玉県所沢市', ...at }))?.event).toMatchObject({
      label: '埼玉県所沢市',
    });
    expect(readOne(said({ type: 'location' }))?.event.type).toBe('ignored');
  });

  it.each([
    ['sticker', { type: 'sentSticker' }],
    ['image', { type: 'sentMedia', kind: 'photo' }],
    ['audio', { type: 'sentMedia', kind: 'voice' }],
    ['video', { type: 'sentMedia', kind: 'video' }],
    ['file', { type: 'sentMedia', kind: 'file' }],
    ['hologram', { type: 'sentMedia', kind: 'file' }],
  ])('may be of the type %s', (type, expected) => {
    expect(readOne(said({ type }))?.event).toEqual(expected);
  });

  it('is a tapped button, also of a way of writing we no longer know', () => {
    const move = { dialogue: 'find-place', version: 1, step: 'askOrigin', choice: 'begin' };
    expect(readOne(event({ type: 'postback', postback: { data: encodeMove(move) } }))?.event).toEqual({
      type: 'chose',
      move,
    });
    expect(
      readOne(
        event({ type: 'postback', postback: { data: encodeMove(move), params: { date: '2026-12-03' } } }),
      )?.event,
    ).toEqual({ type: 'chose', move, picked: '2026-12-03' });
    const turned = (status: string) =>
      readOne(event({ type: 'postback', postback: { data: encodeMove(move), params: { status } } }))?.event;
    expect(turned('SUCCESS')).toEqual({ type: 'ignored', what: 'richmenuswitch' });
    expect(turned('RICHMENU_ALIAS_ID_NOTFOUND')).toEqual({ type: 'chose', move });
    expect(readOne(event({ type: 'postback', postback: { data: 'action=old' } }))?.event).toEqual({
      type: 'choseUnreadable',
    });
    expect(readOne(event({ type: 'postback' }))?.event).toEqual({ type: 'choseUnreadable' });
  });

  it('tells of becoming a friend, coming back, leaving and taking back', () => {
    expect(readOne(event({ type: 'follow', follow: { isUnblocked: false } }))?.event).toEqual({
      type: 'followed',
      isBack: false,
    });
    expect(readOne(event({ type: 'follow', follow: { isUnblocked: true } }))?.event).toEqual({
      type: 'followed',
      isBack: true,
    });
    expect(readOne(event({ type: 'unfollow' }))?.event).toEqual({ type: 'left' });
    expect(readOne(event({ type: 'unsend', unsend: { messageId: '12' } }))).toMatchObject({
      messageId: '12',
      event: { type: 'unsent', messageId: '12' },
    });
  });

  it.each([
    ['a group', { source: { type: 'group', groupId: 'C1', userId: HANAKO } }],
    ['a room', { source: { type: 'room', roomId: 'R1', userId: HANAKO } }],
    ['someone who never consented', { source: { type: 'user' } }],
    ['nobody', { source: undefined }],
    ['a conversation another tool has', { mode: 'standby', replyToken: undefined }],
  ])('is only recorded when it comes from %s', (_, more) => {
    const one = readOne({ ...said({ type: 'text', text: 'こんにちは' }), ...more });
    expect(one?.event.type).toBe('ignored');
    expect(one).not.toHaveProperty('personId');
    expect(one).not.toHaveProperty('replyToken');
  });

  it.each(['membership', 'beacon', 'videoPlayComplete', 'accountLink', 'messageEdited', 'somethingNew'])(
    'is recorded without an answer when it is of the type %s',
    (type) => {
      expect(readOne(event({ type, extra: { deep: [1] } }))?.event).toEqual({ type: 'ignored', what: type });
    },
  );

  it('is left out where an event has not even an id, and the others are kept', () => {
    expect(read({ type: 'message' }, null, 'x', said({ type: 'sticker' }))).toHaveLength(1);
  });

  it('is refused as a whole only when it is no webhook at all', () => {
    for (const body of ['', 'x', '[]', '{"events":{}}', 'null'])
      expect(() => decode(body), body).toThrow(UnreadableWebhook);
  });

  it('never breaks us, whatever stands in an event', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('message', 'postback', 'follow', 'unsend'),
        fc.jsonValue(),
        (type, value) => {
          read(event({ type, message: value, postback: value, follow: value, unsend: value }));
        },
      ),
    );
  });
});
