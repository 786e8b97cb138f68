import type { Point } from './city';
import type { Schedule } from './schedule';

/** A yes, a no, or nobody has looked. */
export type Known = 'yes' | 'no' | 'unknown';

/** What it costs to take part. The text is the place's own words, 「お茶代として」. */
export type Fee =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' }
  | { readonly kind: 'yen'; readonly yen: number; readonly text?: string };

/** How one gets in and what is there. */
export interface Access {
  /** Whether there are steps on the way in. */
  readonly steps: Known;
  /** Whether one can come in a wheelchair. */
  readonly wheelchair: Known;
  /** Whether there is a toilet for wheelchairs. */
  readonly toilet: Known;
  readonly parking: Known;
}

/** Access of which nothing is known. */
export const unknownAccess: Access = {
  steps: 'unknown',
  wheelchair: 'unknown',
  toilet: 'unknown',
  parking: 'unknown',
};

/** Whether a place is running. Only active ones are shown to elders. */
export type PlaceStatus = 'active' | 'paused' | 'ended';

/** Where a place's data came from: the data set and the number the place has in it. */
export interface PlaceSource {
  /** `demo`, `staff`, or the name of an imported data set. */
  readonly set: string;
  /** Unique within the set. */
  readonly key: string;
}

/** A gathering place: who meets there, for what, when, and how one gets there. Absent means unknown. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kana?: string;
  /** Canonical names of the city's activities; empty where nothing is known. */
  readonly activities: readonly string[];
  readonly description?: string;
  /** For whom it is, in the place's own words. */
  readonly audience?: string;
  /** Canonical town; absent where the address lies in no known town of the city. */
  readonly town?: string;
  readonly address?: string;
  readonly at?: Point;
  /** True where `at` is the centre of the town and not the building. */
  readonly isApproximate: boolean;
  readonly district?: string;
  readonly sphere?: string;
  readonly schedule: Schedule;
  readonly fee: Fee;
  readonly access: Access;
  /** A number that may be shown to everybody. */
  readonly phone?: string;
  /** Whether one has to announce oneself before coming. */
  readonly booking: Known;
  /** The office that answers for the place where it has no phone of its own. */
  readonly office?: string;
  readonly url?: string;
  readonly status: PlaceStatus;
  /** When somebody last made sure that all this is true, epoch milliseconds, and who. */
  readonly checkedAt?: number;
  readonly checkedBy?: string;
  /** Since when several people say that it is shut and nobody of the staff has looked, epoch milliseconds. */
  readonly doubtedAt?: number;
  readonly source: PlaceSource;
}

/** All places of the city at one revision of the catalogue. */
export interface Catalogue {
  /** Grows with every change; a copy with a smaller one is stale. */
  readonly revision: number;
  readonly places: readonly Place[];
}
