import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as line from '../../../src/line/limits';
import * as make from './samples';

const bodies = [
  line.checkReply,
  line.checkPush,
  line.checkMulticast,
  line.checkNarrowcast,
  line.checkBroadcast,
  line.checkRichMenu,
  line.checkBulkLink,
  line.checkBulkUnlink,
  line.checkNewAlias,
  line.checkAliasChange,
  line.checkBatch,
  line.checkLoading,
  line.checkMarkAsRead,
  line.checkWebhookEndpoint,
  line.checkWebhookTest,
  line.checkNewAudience,
  line.checkAudienceAddition,
  line.checkAudienceDescription,
];

const sound: readonly unknown[] = [
  make.say('$', { emojis: [{ ...make.emoji, index: 0 }] }),
  make.filled(3, make.mention),
  make.quick({ type: 'datetimepicker', label: 'a', data: 'a', mode: 'date', min: '2026-12-01' }),
  make.carousel([make.column({ title: 'a' })]),
  make.imagemapAction({ type: 'message', text: 'a' }),
  make.flex({ type: 'carousel', contents: [make.bubble([make.words()]), make.bubble([make.box([])])] }),
  make.flex({ type: 'bubble', hero: make.flexVideo }),
  make.richMenu({ areas: [{ bounds: make.area, action: make.sayAction }] }),
  { recipient: { type: 'operator', and: [{ type: 'audience', audienceGroupId: 1 }] } },
];

/** A sound request with one part, at any depth, replaced by something else. */
const spoiled = fc
  .tuple(fc.constantFrom(...sound), fc.infiniteStream(fc.nat()), fc.jsonValue())
  .map(([whole, choices, other]) => {
    const spoil = (value: unknown): unknown => {
      const turn = choices.next().value ?? 0;
      if (typeof value !== 'object' || value === null || turn % 5 === 0) return other;
      const keys = Object.keys(value);
      const chosen = keys[turn % Math.max(1, keys.length)];
      const parts = Object.entries(value).map(([key, part]) => [key, key === chosen ? spoil(part) : part]);
      return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
    };
    return spoil(whole);
  });

describe('no JSON at all', () => {
  it('makes a check throw', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        line.checkMessages(value);
        line.checkMessages([value]);
        for (const check of bodies) check(value);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('that is nearly a request makes a check throw, and what is refused always says where', () => {
    fc.assert(
      fc.property(spoiled, (value) => {
        for (const check of bodies) check(value);
        for (const problem of line.checkMessages([value])) {
          expect(problem.message).not.toBe('');
          expect(problem.property).not.toBe('');
          expect(problem.messageIndex).toBe(problem.stage === 'content' ? 0 : undefined);
        }
      }),
      { numRuns: 1_000, endOnFailure: true },
    );
  });

  it('nested a hundred thousand deep exhausts the stack', () => {
    const deep = (head: string, tail: string) =>
      JSON.parse(`${head.repeat(100_000)}1${tail.repeat(100_000)}`) as unknown;
    const boxes = deep('{"type":"box","layout":"vertical","contents":[', ']}');
    const operators = deep('{"type":"operator","not":', '}');
    expect(line.checkMessages([make.shown(boxes)])[0]?.message).toBe('Too large flex message');
    expect(line.checkMessages(deep('[', ']'))).not.toEqual([]);
    const demographic = operators;
    expect(line.checkNarrowcast({ messages: [make.say('a')], filter: { demographic } })).toBeDefined();
  });
});
