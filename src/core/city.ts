/**
 * What one city is, as data. Everything here comes from `city/<name>`; another city is another folder.
 * Coordinates are degrees, JGD2011 (the same as WGS 84 for our purpose).
 */

import type { QuietHours } from './notice/night';
import type { OfficeHours } from './office-hours';

/** A point on the map, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** The rectangle a city's coordinates must lie in; what lies outside is swapped, zero or another city's. */
export interface Bounds {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

/** An office that answers the phone. `phone` is present only if it has been verified. */
export interface Office {
  readonly name: string;
  readonly phone?: string;
  readonly hours?: string;
}

/** One of the city's administrative districts. */
export interface District {
  readonly name: string;
  readonly kana: string;
  readonly office: Office;
}

/** An everyday-life area with its community support centre; lies within one district. */
export interface Sphere {
  readonly no: number;
  readonly name: string;
  readonly district: string;
  readonly office: Office;
  /** False while the city has not confirmed name and office. */
  readonly verified: boolean;
}

/** A town, or one numbered part of it. `name` is canonical: base name and digits, without 大字. */
export interface Town {
  readonly name: string;
  readonly base: string;
  readonly chome?: number;
  /** Reading of the base name, in hiragana. */
  readonly kana: string;
  /** The district, or the first of two where the town is split. */
  readonly district: string;
  /** The second district of a split town. */
  readonly otherDistrict?: string;
  /** False while the district was only put together from the town's position. */
  readonly districtVerified: boolean;
  /** Present only where the district has one sphere and the town one district; the rest is for staff to say. */
  readonly sphere?: string;
  /** Absent for the few towns whose centre is unknown. */
  readonly at?: Point;
}

/** A railway station people name as a starting point. */
export interface Station {
  /** Without 駅. */
  readonly name: string;
  readonly kana: string;
  readonly at: Point;
  readonly inCity: boolean;
}

/** A building or park people name instead of a town; it lies in a known town, whose centre stands for it. */
export interface Landmark {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Canonical name of the town. */
  readonly town: string;
}

/** What one does at a place: a canonical name and the words elders use for it, in kanji and kana. */
export interface Activity {
  readonly name: string;
  readonly words: readonly string[];
  /** Broader kinds, by canonical name: who asks for one of them is also shown this one. */
  readonly within?: readonly string[];
  /** Words that beside a broader kind, in the same sentence, say that this one is meant. */
  readonly withWords?: readonly string[];
  /** The broader kind that is meant when elders say one of the words. */
  readonly saidAs?: string;
  /** A word for gatherings of any kind: to name it asks for none in particular. */
  readonly isGeneral?: true;
}

/** A kind of course people book (`lesson`) or sign up for in order to help (`training`). */
export interface CourseKind {
  readonly name: string;
  readonly words: readonly string[];
  readonly purpose: 'lesson' | 'training';
  /**
   * Present where those who came are asked after the last lesson what they found: the share, in percent, of found or
   * known how to find that the city's plan aims at.
   */
  readonly surveyTarget?: number;
}

/** A line that helps in danger, shown with its number as text. */
export interface HelpLine {
  readonly name: string;
  readonly number: string;
  readonly hours?: string;
  /** True while staff have not yet confirmed number and hours for their city. */
  readonly toReview?: true;
}

/** Everything the programme knows of one city. */
export interface City {
  readonly id: string;
  readonly name: string;
  readonly prefecture: string;
  /** Six digits with the check digit. */
  readonly code: string;
  readonly bounds: Bounds;
  /** Where the city hall stands: the starting point of someone who does not say where she is. */
  readonly centre: Point;
  /** The desk that is given where a nearer one is not verified. */
  readonly desk: Required<Office>;
  /** When the desk and the offices are sure to answer. */
  readonly officeHours: OfficeHours;
  /** Links to these and what lies below them are the city's own; others are pointed out. */
  readonly domains: readonly string[];
  /** When nothing is sent to anybody unasked. */
  readonly quietHours: QuietHours;
  readonly districts: readonly District[];
  readonly spheres: readonly Sphere[];
  readonly towns: readonly Town[];
  readonly stations: readonly Station[];
  readonly landmarks: readonly Landmark[];
  /** Seven digits → canonical town base names. */
  readonly postcodes: Readonly<Record<string, readonly string[]>>;
  /** Short names people use, with the canonical area each stands for. */
  readonly nicknames: Readonly<Record<string, string>>;
  /** Neighbouring towns and cities by the names people use; they are not ours to search. */
  readonly neighbours: readonly string[];
  readonly activities: readonly Activity[];
  readonly courses: readonly CourseKind[];
  readonly helpLines: {
    readonly fire: HelpLine;
    readonly police: HelpLine;
    readonly policeAdvice: HelpLine;
    readonly consumer: HelpLine;
    readonly despair: readonly HelpLine[];
  };
  /** Whose data this is, to be shown where the data is. */
  readonly attribution: string;
}
