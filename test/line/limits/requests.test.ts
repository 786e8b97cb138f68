import { describe, expect, it } from 'vitest';
import * as line from '../../../src/line/limits';
import * as make from './samples';

const to = make.personId(0xabc);
const group = `C${to.slice(1)}`;
const hello = [make.say('a')];
const quoting = [make.say('a', { quoteToken: 'q' })];
const mentioning = [make.filled(1, make.mention)];
const malformed = (property: string) => ({
  message: `The property, ${property}, in the request body is invalid (line: -, column: -)`,
});
const oneError = (property: string, message: string) => ({
  message: 'The request body has 1 error(s)',
  details: [{ message, property }],
});

describe("LINE's refusal", () => {
  it('counts and lists every broken limit of the request', () => {
    const messages = [make.say(''), make.say('a'.repeat(5001)), { type: 'nonsense' }];
    expect(line.checkReply({ messages })).toEqual({
      message: 'The request body has 4 error(s)',
      details: [
        { message: 'May not be empty', property: 'messages[0].text' },
        { message: 'Length must be between 0 and 5000', property: 'messages[1].text' },
        {
          message: expect.stringMatching(/^Must be one of the following values: \[text, /),
          property: 'messages[2].type',
        },
        { message: 'May not be empty', property: 'replyToken' },
      ],
    });
  });

  it('speaks of the first faulty message when the fault is inside one', () => {
    const messages = [make.say('a'), make.shown({ type: 'text' }), make.shown({ type: 'text', text: '' })];
    expect(line.checkPush({ to, messages })).toEqual({
      message: 'A message (messages[1]) in the request body is invalid',
      details: [{ message: '`text` or `contents` must be specified', property: '/body/contents/0' }],
    });
  });

  it('names a part that is the wrong kind of JSON and says no more', () => {
    expect(line.checkPush({ to, messages: [make.say(['a']), make.say('')] })).toEqual(
      malformed("'messages[0].text'"),
    );
    expect(line.checkPush({ to, messages: 'a' })).toEqual(malformed("'messages'"));
    expect(line.checkPush({ to, messages: hello, notificationDisabled: 'yes' })).toEqual(
      malformed("'notificationDisabled'"),
    );
  });

  it.each([null, [], 'a', 1, undefined])('says that %j is no request', (body) => {
    expect(line.checkPush(body)?.message).toMatch(/^The request body could not be parsed as JSON/);
  });
});

describe('a request to send', () => {
  it('has one to five messages', () => {
    expect(line.checkBroadcast({ messages: [] })).toEqual(
      oneError('messages', 'Size must be between 1 and 5'),
    );
    expect(line.checkBroadcast({})).toEqual(oneError('messages', 'May not be empty'));
    expect(line.checkBroadcast({ messages: make.many(5, () => make.say('a')) })).toBeUndefined();
  });

  it('is pushed to a person, a group or a room', () => {
    for (const target of [to, group, `R${to.slice(1)}`]) {
      expect(line.checkPush({ to: target, messages: hello })).toBeUndefined();
    }
    for (const target of ['', 'U123', to.toUpperCase(), `X${to.slice(1)}`, [to]]) {
      expect(line.checkPush({ to: target, messages: hello })).toEqual(malformed("'to'"));
    }
    expect(line.checkPush({ messages: hello })).toEqual(oneError('to', 'May not be empty'));
  });

  it('is multicast to people alone, and one malformed id fails all', () => {
    expect(line.checkMulticast({ to: [to, to], messages: hello })).toBeUndefined();
    expect(line.checkMulticast({ to: [to, group], messages: hello })).toEqual(malformed('to[1]'));
    expect(line.checkMulticast({ to, messages: hello })).toEqual(malformed("'to'"));
  });

  it('names aggregation units in plain letters', () => {
    const refusal = line.checkPush({ to, messages: hello, customAggregationUnits: ['a b'] });
    expect(refusal?.details?.[0]?.property).toBe('customAggregationUnits[0]');
  });

  it('quotes and mentions only where there is a chat', () => {
    expect(line.checkReply({ replyToken: 'a', messages: [...quoting, ...mentioning] })).toBeUndefined();
    expect(line.checkPush({ to: group, messages: mentioning })).toBeUndefined();
    expect(line.checkPush({ to, messages: mentioning })?.details?.[0]?.property).toBe(
      'messages[0].substitution',
    );
    for (const check of [line.checkBroadcast, line.checkNarrowcast]) {
      expect(check({ messages: quoting })?.details?.[0]?.property).toBe('messages[0].quoteToken');
      expect(check({ messages: mentioning })?.details?.[0]?.property).toBe('messages[0].substitution');
    }
    expect(line.checkValidation('push', { messages: mentioning })).toBeUndefined();
    expect(line.checkValidation('multicast', { messages: mentioning })).toBeDefined();
  });

  it('does not ask a group who watched a video', () => {
    const messages = [make.video({ trackingId: 'a' })];
    expect(line.checkPush({ to, messages })).toBeUndefined();
    expect(line.checkPush({ to: group, messages })?.details?.[0]?.property).toBe('messages[0].trackingId');
  });

  it('carries a retry key that is a UUID, unless it is a reply', () => {
    expect(line.isRetryKey('123e4567-e89b-12d3-a456-426614174000')).toBe(true);
    expect(line.isRetryKey('123E4567-E89B-12D3-A456-426614174000')).toBe(true);
    expect(line.isRetryKey('123e4567e89b12d3a456426614174000')).toBe(false);
    expect(line.isRetryKey(' 123e4567-e89b-12d3-a456-426614174000')).toBe(false);
    expect(
      (['reply', 'push', 'multicast', 'narrowcast', 'broadcast'] as const).filter(line.takesRetryKey),
    ).toEqual(['push', 'multicast', 'narrowcast', 'broadcast']);
  });
});

describe('a narrowcast', () => {
  const audience = { type: 'audience', audienceGroupId: 1 };
  const narrowcast = (extra: object) => line.checkNarrowcast({ messages: hello, ...extra });
  const where = (extra: object) => narrowcast(extra)?.details?.[0]?.property;

  it('joins audiences with operators that say one thing each', () => {
    const nested = { type: 'operator', and: [audience, { type: 'operator', not: audience }] };
    expect(narrowcast({ recipient: nested })).toBeUndefined();
    expect(where({ recipient: { type: 'operator', and: [] } })).toBe('recipient.and');
    expect(where({ recipient: { type: 'operator' } })).toBe('recipient');
    expect(where({ recipient: { type: 'operator', and: [audience], or: [audience] } })).toBe('recipient');
    expect(where({ recipient: { type: 'everybody' } })).toBe('recipient.type');
  });

  it('narrows down by what LINE knows of people', () => {
    const by = (demographic: object) => where({ filter: { demographic } });
    expect(by({ type: 'age', gte: 'age_65' })).toBeUndefined();
    expect(by({ type: 'area', oneOf: ['jp_11'] })).toBeUndefined();
    expect(by({ type: 'age' })).toBe('filter.demographic');
    expect(by({ type: 'age', gte: 'age_66' })).toBe('filter.demographic.gte');
    expect(by({ type: 'gender', oneOf: [] })).toBe('filter.demographic.oneOf');
    expect(by({ type: 'mood', oneOf: ['good'] })).toBe('filter.demographic.type');
  });

  it('forbids partial delivery only of what is left of the month', () => {
    expect(narrowcast({ limit: { max: 1 } })).toBeUndefined();
    expect(where({ limit: { max: 0 } })).toBe('limit.max');
    expect(narrowcast({ limit: { upToRemainingQuota: true, forbidPartialDelivery: true } })).toBeUndefined();
    expect(narrowcast({ limit: { forbidPartialDelivery: true } })).toEqual({
      message: 'The option forbidPartialDelivery must be used with upToRemainingQuota.',
    });
  });
});
