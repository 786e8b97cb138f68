import type { Weekday } from '../calendar';
import type { SavedArea } from '../person';

/** How somebody may help; few of them need to teach. */
export type Way = 'teach' | 'lead' | 'desk' | 'lend' | 'drive' | 'skill' | 'look';

/** All ways, in the order in which they are offered. */
export const ways: readonly Way[] = ['teach', 'lead', 'desk', 'lend', 'drive', 'skill', 'look'];

/** Tells whether a stored word is one of today's ways. */
export const isWay = (word: string | undefined): word is Way => ways.some((way) => way === word);

/** Where a volunteer stands on the way from a wish to a place. */
export type VolunteerState = 'wish' | 'met' | 'trained' | 'active' | 'paused' | 'ended';

const moves: Readonly<Record<VolunteerState, readonly VolunteerState[]>> = {
  wish: ['met', 'trained', 'paused', 'ended'],
  met: ['trained', 'active', 'paused', 'ended'],
  trained: ['met', 'active', 'paused', 'ended'],
  active: ['paused', 'ended'],
  paused: ['wish', 'active', 'ended'],
  ended: ['wish'],
};

/** Tells whether a word is a state. */
export const isVolunteerState = (word: string): word is VolunteerState => Object.hasOwn(moves, word);

/** Whether a volunteer may go from one state to another; she may pause and end at any time. */
export const mayMove = (from: VolunteerState, to: VolunteerState): boolean => moves[from].includes(to);

/** What somebody offers. Empty weekdays or likes say that any will do. */
export interface Offer {
  readonly ways: readonly Way[];
  /** Absent where anywhere in the city will do. */
  readonly area?: SavedArea;
  readonly weekdays: readonly Weekday[];
  /** Canonical activities. */
  readonly likes: readonly string[];
}

/** Somebody who offered to help, as it is now. */
export interface Volunteer extends Offer {
  readonly state: VolunteerState;
  /** Grows with every change; whoever changes her names the one that was read. */
  readonly revision: number;
  /** The place she said yes to. */
  readonly place?: string;
}

/** What a turn does to her offer. Both are claims: the turn is decided again where they no longer hold. */
export type VolunteerEffect =
  /** A new offer, or one in place of an older; `expects` is the revision that was read, 0 for none. */
  | { readonly type: 'offerHelp'; readonly expects: number; readonly offer: Offer }
  | {
      readonly type: 'moveVolunteer';
      readonly expects: number;
      readonly from: VolunteerState;
      readonly to: VolunteerState;
      readonly place?: string;
    };

/** Tells a claim on her offer from all other effects. */
export const isVolunteerEffect = <E extends { readonly type: string }>(
  effect: E,
): effect is E & VolunteerEffect => effect.type === 'offerHelp' || effect.type === 'moveVolunteer';
