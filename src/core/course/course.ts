import type { CivilDate, ClockTime } from '../calendar';
import type { Point } from '../city';
import type { Fee, PlaceSource } from '../place';

/** Which telephones a lesson is about; `any` also where nothing is taught on a telephone. */
export type Device = 'iphone' | 'android' | 'any';

/** What is taught, whenever and wherever: a smartphone class, a helper's course, a trial day. */
export interface Course {
  readonly id: string;
  /** Canonical name of one of the city's kinds of course. */
  readonly kind: string;
  readonly name: string;
  readonly description?: string;
  /** True where a name and a phone number are needed; they are asked for on our own page, never in the chat. */
  readonly needsContact: boolean;
  readonly source: PlaceSource;
}

/** Where a lesson is held. */
export interface Venue {
  readonly name: string;
  readonly room?: string;
  readonly address?: string;
  readonly town?: string;
  readonly at?: Point;
  /** True where `at` is the centre of the town and not the building. */
  readonly isApproximate: boolean;
  readonly district?: string;
  readonly sphere?: string;
}

/** One dated sitting of a course. Instants are epoch milliseconds; absent means unknown. */
export interface Lesson {
  readonly id: string;
  readonly course: Course;
  readonly date: CivilDate;
  readonly from: ClockTime;
  readonly to?: ClockTime;
  readonly startsAt: number;
  /** Where the end is unknown, the end of the day. */
  readonly endsAt: number;
  readonly venue: Venue;
  /** Absent where seats are not given out here: one asks by phone. */
  readonly seats?: number;
  /** Nobody books before this. */
  readonly opensAt: number;
  /** Nobody books from this on. */
  readonly closesAt: number;
  /** For whom it is, in the organiser's words. */
  readonly audience?: string;
  readonly fee: Fee;
  readonly bring?: string;
  readonly device: Device;
  /** A number that may be shown to everybody. */
  readonly phone?: string;
  readonly url?: string;
  readonly isCancelled: boolean;
  readonly seating: Seating;
  readonly source: PlaceSource;
}

/** What has become of a lesson's seats. */
export interface Seating {
  /** Seats of booked people. */
  readonly booked: number;
  /** Seats kept until an instant: while a form is filled in, or while an offer stands. */
  readonly kept: readonly { readonly people: number; readonly until: number }[];
  /** The waiting list's parties by size. */
  readonly waiting: { readonly ones: number; readonly twos: number };
  /** Every number given out for this lesson, cancelled bookings included. */
  readonly numbers: ReadonlySet<string>;
}

/** The most people one person may book for. */
export const MOST_PEOPLE = 2;

/**
 * `booked` has a seat. `held` has one for the minutes of the form, `offered` for as long as the offer stands.
 * `waiting` has none yet. `cancelled` and `lapsed` are over.
 */
export type BookingState = 'booked' | 'held' | 'offered' | 'waiting' | 'cancelled' | 'lapsed';

/** How a booking was made: in the chat, on our page, or by staff for someone on the phone. */
export type MadeBy = 'chat' | 'form' | 'phone';

/** A person's own booking, as the conversation sees it. */
export interface Booking {
  /** The turn that made it. */
  readonly id: string;
  readonly lesson: string;
  /** What she says at the desk. Unique within the lesson. */
  readonly number: string;
  readonly people: number;
  readonly state: BookingState;
  /** Until when a seat is kept; only while held or offered. */
  readonly until?: number;
  /** True where it is for somebody else. Nothing more is known of that person. */
  readonly isProxy: boolean;
  readonly cancelledAt?: number;
  /** What it was before it was cancelled: what an undo brings back. */
  readonly cancelledFrom?: BookingState;
  /** How many parties wait before this one. */
  readonly ahead?: number;
}

/** Bookings that hold a seat or a place in the line. */
export const isLive = ({ state, until }: Booking, now: number): boolean =>
  state === 'booked' ||
  state === 'waiting' ||
  ((state === 'held' || state === 'offered') && (until ?? 0) > now);
