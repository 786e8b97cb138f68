import type { Booking } from '../core/course/course';
import type { LessonList } from '../core/course/lesson-list';
import type { Effect } from '../core/effect';
import type { HerMatters } from '../core/her-matters';
import type { HerNotices } from '../core/notice';
import type { Person } from '../core/person';

/** How an answer travels to a person. */
export type Via = 'reply' | 'push';

/** How a turn ended. We never say "delivered": LINE gives no receipts. */
export type TurnOutcome =
  | 'replied'
  | 'pushed'
  /** Nothing was to be said, or nobody may be told. */
  | 'silent'
  /** LINE refused it for good; staff see an alert. */
  | 'failed'
  /** A reply was begun, its fate is unknown and its token is dead: not sent again, so never sent twice. */
  | 'uncertain'
  /** Nobody to answer: a group, another tool's conversation. */
  | 'recorded';

/** A stored event that nobody has decided yet. */
export interface WaitingTurn {
  readonly id: string;
  readonly personId: string;
  /** Core's event as JSON. */
  readonly event: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly replyToken: string | null;
}

/** A decided turn whose answer may still be on its way. */
export interface SendingTurn {
  readonly id: string;
  readonly personId: string;
  readonly receivedAt: number;
  readonly replyToken: string | null;
  /** LINE messages as JSON. */
  readonly answer: string;
  readonly retryKey: string;
  readonly via: Via;
  readonly dueAt: number;
  readonly tries: number;
}

/** A turn whose sending came to its end and whose row is still open. */
export interface Closing {
  readonly id: string;
  readonly personId: string;
  readonly retryKey: string;
  readonly outcome: TurnOutcome;
}

/** A person's last decided turn. */
export interface LastTurn {
  readonly seq: number;
  /** The conversation after it, as JSON. */
  readonly state: string | null;
  /** Set while its answer is on its way. */
  readonly sending: SendingTurn | null;
}

/** All that is needed to decide and finish one person's turns. */
export interface PersonWork {
  readonly person: Person;
  /** The revision of the places' catalogue at this moment. */
  readonly catalogueRevision: number;
  /** The coming lessons with their seats at this moment. */
  readonly lessons: LessonList;
  /** Her latest bookings at this moment, newest first. */
  readonly bookings: readonly Booking[];
  /** What she chose to hear, heard last, and may tell others. */
  readonly notices: HerNotices;
  /** What else she has under way with us. */
  readonly matters: HerMatters;
  /** Her events that have not been decided, oldest first. */
  readonly waiting: readonly WaitingTurn[];
  /** Her last decided turn; its answer is still on its way while `dueAt` is set. */
  readonly last: LastTurn | null;
}

/** A decided turn, ready to be written. */
export interface DecidedTurn {
  readonly id: string;
  readonly personId: string;
  readonly seq: number;
  readonly state: string;
  /** LINE messages as JSON; null if nothing is to be said. */
  readonly answer: string | null;
  readonly retryKey: string;
  readonly via: Via;
  /** Until when the sending is ours alone, in ms; null if there is nothing to send. */
  readonly leaseUntil: number | null;
  readonly effects: readonly Effect[];
}
