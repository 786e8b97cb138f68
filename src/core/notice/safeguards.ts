import type { NoticeStatus } from './status';

/** A draft this old can no longer be sent, in ms: 14 days. What it says may have been overtaken. */
export const DRAFT_LIFE = 14 * 24 * 60 * 60_000;

/** How many copies one person gets within an hour at most, whatever goes wrong in a machine. */
export const HOURLY_CAP = 6;

/** How many more a cancellation may add to that: it must arrive, but it too has a bound. */
export const CANCELLATION_EXTRA = 2;

/** The hour of the cap, in ms. */
export const CAP_WINDOW = 60 * 60_000;

/** How many people a supporter reaches without staff. */
export const SUPPORTER_LIMIT = 30;

/** How long a supporter can still stop what she sent, in ms: two minutes. */
export const SUPPORTER_HOLD = 2 * 60_000;

/** How long staff can still stop what was approved, in ms: two minutes. */
export const STAFF_HOLD = 2 * 60_000;

/** After this time without any progress staff are told, in ms: 15 minutes. */
export const STUCK_AFTER = 15 * 60_000;

/** How long something nobody gave an end to may still be sent after its time, in ms: one day. */
export const NOTICE_LIFE = 24 * 60 * 60_000;

/** Why a notice cannot go live. */
export type LiveRefusal =
  | 'too-old'
  | 'drill-goes-to-testers-only'
  | 'own-approval'
  | 'audience-changed'
  | 'nobody';

/** What is looked at before a notice goes live. */
export interface LiveCandidate {
  readonly status: NoticeStatus;
  readonly isDrill: boolean;
  /** Whether the rule itself reaches nobody but testers. */
  readonly isForTesters: boolean;
  /** When its words were last written, in ms. */
  readonly editedAt: number;
  readonly authorId: string;
}

/**
 * Says why a notice must not go live, or nothing. A drill never has a live path: it goes to testers or nowhere, so its
 * text cannot reach the town even by mistake. Nobody approves what she wrote herself.
 */
export const liveRefusal = (
  notice: LiveCandidate,
  approverId: string,
  now: number,
): LiveRefusal | undefined => {
  if (now - notice.editedAt > DRAFT_LIFE) return 'too-old';
  if (notice.isDrill && !notice.isForTesters) return 'drill-goes-to-testers-only';
  if (notice.authorId === approverId) return 'own-approval';
  return undefined;
};

/** How many copies within the hour close a person to one more. */
export const capFor = (isCancellation: boolean): number =>
  isCancellation ? HOURLY_CAP + CANCELLATION_EXTRA : HOURLY_CAP;
