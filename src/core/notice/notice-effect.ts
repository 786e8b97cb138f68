import type { Message } from '../message';
import type { ClassDay, Scope } from './supporter';

/** What a person can be spared: a topic, all broadcasts, or the reminders of her own bookings. */
export type Spared = string;

/** What a turn does to notices. The last four are claims: the turn is decided again if they no longer hold. */
export type NoticeEffect =
  | { readonly type: 'spareHer'; readonly what: Spared }
  | { readonly type: 'tellHerAgain'; readonly what: readonly Spared[] }
  | { readonly type: 'chooseAreas'; readonly areas: readonly string[] }
  | { readonly type: 'followPlace'; readonly place: string }
  | { readonly type: 'unfollowPlace'; readonly place: string }
  | NoticeClaim;

/** Effects that name what they expect. */
export type NoticeClaim =
  | { readonly type: 'redeemInvite'; readonly codeHash: string }
  | {
      readonly type: 'tellClass';
      readonly day: ClassDay;
      readonly scope: Scope;
      readonly title: string;
      readonly messages: readonly Message[];
      readonly audienceWords: string;
      readonly isCancellation: boolean;
      /** Whether those who wait for a seat are told too, after those who have one. */
      readonly tellsWaiting: boolean;
      /** `YYYY-MM-DD` of the lesson or sitting. */
      readonly forDay: string;
      /** When the lesson ends: later nobody needs to know, in ms. */
      readonly notAfter: number;
      /** The number of people she read. */
      readonly count: number;
    }
  | {
      readonly type: 'askStandIn';
      readonly day: ClassDay;
      readonly scope: Scope;
      readonly title: string;
      readonly messages: readonly Message[];
      readonly audienceWords: string;
      readonly notAfter: number;
    }
  /** Within the hold: a cancellation is taken back with it. */
  | { readonly type: 'withdrawNotice'; readonly notice: string };

const CLAIMS: readonly string[] = [
  'redeemInvite',
  'tellClass',
  'askStandIn',
  'withdrawNotice',
] satisfies NoticeClaim['type'][];

/** Tells a claim from the effects that always succeed. */
export const isNoticeClaim = <E extends { readonly type: string }>(effect: E): effect is E & NoticeClaim =>
  CLAIMS.includes(effect.type);
