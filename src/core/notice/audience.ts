import { z } from 'zod';

const id = z.string().min(1).max(200);

const oneRule = z.discriminatedUnion('type', [
  /** Everybody who is a friend. */
  z.object({ type: z.literal('everyone') }),
  /** Those who chose one of the districts, or who chose none and keep a starting point there. */
  z.object({ type: z.literal('districts'), districts: z.array(id).min(1).max(40) }),
  /** Those whose kept starting point lies within so many straight metres; `place` names the centre. */
  z.object({
    type: z.literal('near'),
    place: id.exactOptional(),
    lat: z.number(),
    lng: z.number(),
    metres: z.number().min(50).max(20_000),
  }),
  /** Those who booked a lesson, and, if wanted, those waiting for a seat. */
  z.object({
    type: z.literal('lesson'),
    lesson: id,
    withWaiting: z.boolean(),
    /** Once all of these were sent to, those who wait for a seat are told the same in a notice of their own. */
    thenWaiting: z.boolean().optional(),
  }),
  /**
   * Those who wait for a seat of a lesson, or were offered one and have not answered; `after` names the notice to those
   * who have a seat, and adds who came by hers since that was approved.
   */
  z.object({ type: z.literal('waiting'), lesson: id, after: id.exactOptional() }),
  /** Those who booked any lesson of a course that is still to come. */
  z.object({ type: z.literal('course'), course: id }),
  /** Those who asked to hear from a place. */
  z.object({ type: z.literal('place'), place: id }),
  /** The supporters of a class or place, except the one who asks. */
  z.object({
    type: z.literal('supporters'),
    scope: z.enum(['course', 'place']),
    target: id,
    except: id,
  }),
  /** One person. */
  z.object({ type: z.literal('person'), person: id }),
  /** Those whom an earlier notice reached, or may have reached. */
  z.object({ type: z.literal('reached-by'), notice: id }),
  /** Those marked as testers. */
  z.object({ type: z.literal('testers') }),
]);

/** Those for whom each of several rules holds. */
const allOf = z.object({ type: z.literal('all-of'), rules: z.array(oneRule).min(2).max(5) });

/**
 * Who a notice is for, as a rule that the store turns into one query. A rule says why each person is in it; two ways
 * into it that reach the same person count her once.
 */
export const audienceRule = z.union([oneRule, allOf]);

/** A rule that is not made of others. */
export type OneRule = z.infer<typeof oneRule>;

/** One rule. */
export type AudienceRule = z.infer<typeof audienceRule>;

/** A cancellation tells those who have a seat first, and those who wait for one after them. */
export const toldInOrder = (rule: AudienceRule, isCancellation: boolean): AudienceRule =>
  isCancellation && rule.type === 'lesson' && rule.withWaiting
    ? { ...rule, withWaiting: false, thenWaiting: true }
    : rule;

/** Everybody a rule reaches in the end, those who are told after the others as well: what an approver counts. */
export const wholeOf = (rule: AudienceRule): AudienceRule =>
  rule.type === 'lesson' && rule.thenWaiting ? { ...rule, withWaiting: true } : rule;

/** All reasons for which a person can be in an audience. */
export const audienceReasons = [
  'friend',
  'chose-district',
  'kept-area',
  'near',
  'booked',
  'waiting',
  'follows-place',
  'supporter',
  'named',
  'had-the-first',
  'tester',
] as const;

/** Why a person is in an audience. */
export type AudienceReason = (typeof audienceReasons)[number];

/** The reasons that hold together for a person in an audience of several rules, read back from how they are counted. */
export const reasonsIn = (counted: string): readonly AudienceReason[] =>
  counted.split('+').flatMap((part) => audienceReasons.find((one) => one === part) ?? []);

/** Why a person who fits the rule gets nothing. Erased people are counted by number only. */
export type LeftOutReason = 'left' | 'erased' | 'opted-out' | 'capped' | 'not-tester';

/** An audience counted at one moment. */
export interface AudienceCount {
  /** People the rule finds, before anybody is left out. */
  readonly matching: number;
  /** People it would be sent to. */
  readonly count: number;
  /** By reason; where several rules hold together, by their reasons joined with `+`. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly leftOut: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** The reasons that hold for most people, at most three, the commonest first. */
export const mainReasons = (
  reasons: AudienceCount['reasons'],
): readonly { readonly reason: string; readonly count: number }[] =>
  Object.entries(reasons)
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 3);
