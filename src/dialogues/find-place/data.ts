import { z } from 'zod';
import { asked } from '../../core/asked';
import { wrongs } from '../../core/place-report/report';

const point = z.object({ lat: z.number(), lng: z.number() });

const origin = z.object({
  kind: z.enum(['exact', 'town', 'station', 'district']),
  label: z.string(),
  at: point,
});

/** What she wants of a place, beyond being near. */
const wishes = z.object({
  activity: z.string().optional(),
  /** A date, a weekend or a span, see core/days. */
  day: z.string().optional(),
  time: z.enum(['am', 'pm', 'now']).optional(),
  isFree: z.boolean().optional(),
  needs: z.array(z.enum(['wheelchair', 'toilet', 'parking', 'noSteps'])).optional(),
  maxMinutes: z.number().optional(),
});

/** What a search remembers between turns. */
export const searchData = z.object({
  origin: origin.optional(),
  wishes: wishes.default({}),
  /** How many results she has already seen. */
  seen: z.number().default(0),
  /** Between which places of one name she is asked to choose. */
  candidates: z.array(origin).optional(),
  /** The base name of a town whose number she is asked for. */
  base: z.string().optional(),
  /** The places shown last, by id, in order: what "the second" means. */
  shown: z.array(z.string()).default([]),
  /** The place she looks at. */
  place: z.string().optional(),
  /** What she asked about it, and for which day. */
  asked: asked.optional(),
  /** What she said is wrong with a place in view, and the turn in which she did. */
  report: z.object({ saidIn: z.string(), what: z.enum(wrongs).optional() }).optional(),
});

export type SearchData = z.infer<typeof searchData>;
export type Wishes = SearchData['wishes'];
export type SearchOrigin = NonNullable<SearchData['origin']>;
