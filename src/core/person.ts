import type { Point } from './city';

/** A starting point she asked us to keep, rounded to about 100 m. */
export interface SavedArea {
  readonly label: string;
  readonly at: Point;
  /** True where it is a town's centre rather than a point she sent. */
  readonly isCentre: boolean;
  /** The district it lies in, where the map tells. */
  readonly district?: string;
}

/** What we know of someone who talks to us: as little as can be. */
export interface Person {
  readonly id: string;
  readonly area?: SavedArea;
  /** When she blocked us, in ms; while set, nothing may be sent. */
  readonly leftAt?: number;
  /** She asked for larger letters. */
  readonly hasLargeLetters?: true;
}
