import type { PlaceWish } from './place-wish/place-wish';
import type { HerSurvey } from './survey/survey';
import type { Volunteer } from './volunteer/volunteer';

/** What else she has under way with us, beside bookings and notices. */
export interface HerMatters {
  readonly volunteer?: Volunteer;
  /** What she asked to be told of and was not yet. */
  readonly wishes: readonly Pick<PlaceWish, 'activity' | 'label'>[];
  /** How many calls she waits for. */
  readonly callBacks: number;
  /** How many of her cases a coordinator has not closed. */
  readonly openCases: number;
  /** The places of which she reported something that nobody has decided yet. */
  readonly reports: readonly string[];
  /** Questions after courses, the newest first; closed ones only where she refused. */
  readonly surveys: readonly HerSurvey[];
}

/** Someone with nothing under way. */
export const noMatters: HerMatters = { wishes: [], callBacks: 0, openCases: 0, reports: [], surveys: [] };
