import type { Volunteer } from './volunteer/volunteer';

/** What else she has under way with us, beside bookings and notices. */
export interface HerMatters {
  readonly volunteer?: Volunteer;
  /** How many of her cases a coordinator has not closed. */
  readonly openCases: number;
}

/** Someone with nothing under way. */
export const noMatters: HerMatters = { openCases: 0 };
