import type { City } from '../../../city';
import type { Slots } from '../../intents';
import type { Reading } from '../../reading/read';
import { Trie } from '../../reading/trie';
import { wishPatterns as say, topicPatterns } from './wording';

type Wish = Pick<Slots, 'near' | 'mode' | 'maxMinutes' | 'fee' | 'feature' | 'time'>;

/** What a sentence says about the place she wants, from its sound. */
export const wishIn = (kana: string): Wish => {
  const minutes = minutesIn(kana);
  const near = say.home.test(kana)
    ? 'home'
    : say.here.test(kana) && !say.notHere.test(kana)
      ? 'here'
      : undefined;
  const mode =
    say.walk.test(kana) && !say.notWalk.test(kana.replace(say.walk, ''))
      ? 'walk'
      : say.bike.test(kana)
        ? 'bike'
        : say.transport.test(kana)
          ? 'transport'
          : undefined;
  const feature = featureIn(kana);
  const time = timeIn(kana);
  return {
    ...(near === undefined ? {} : { near }),
    ...(mode === undefined ? {} : { mode }),
    ...(minutes === undefined ? {} : { maxMinutes: minutes }),
    ...(say.free.test(kana) ? { fee: 'free' as const } : {}),
    ...(feature === undefined ? {} : { feature }),
    ...(time === undefined ? {} : { time }),
  };
};

const minutesIn = (kana: string): number | undefined => {
  const found = say.minutes.exec(kana);
  const value = found ? Number(found[1]) : say.quarter.find(([pattern]) => pattern.test(kana))?.[1];
  return value !== undefined && value >= 1 && value <= 120 ? value : undefined;
};

const featureIn = (kana: string): string | undefined =>
  say.wheelchair.test(kana)
    ? 'wheelchair'
    : say.parking.test(kana)
      ? 'parking'
      : say.toilet.test(kana)
        ? 'toilet'
        : say.stairs.test(kana)
          ? 'stairs'
          : say.chair.test(kana)
            ? 'chair'
            : undefined;

/** The part of the day she speaks of. */
export const timeIn = (kana: string): Slots['time'] =>
  say.now.test(kana) && !say.notNow.test(kana)
    ? 'now'
    : say.am.test(kana)
      ? 'am'
      : say.pm.test(kana)
        ? 'pm'
        : undefined;

/** What a question about a place is about. */
export const topicIn = (kana: string): string | undefined =>
  topicPatterns.find(([, pattern]) => pattern.test(kana))?.[0];

/** Finds the city's activities and courses in a sentence. */
export interface KindReader {
  readonly activity: (reading: Reading) => string | undefined;
  readonly course: (reading: Reading) => { readonly name: string; readonly isTraining: boolean } | undefined;
}

interface Word {
  readonly name: string;
  readonly isTraining: boolean;
}

/** Makes the reader of activities and courses for one city. */
export const createKindReader = (city: City, read: (text: string) => Reading): KindReader => {
  const activities = new Trie<string>();
  for (const { name, words } of city.activities)
    for (const word of [name, ...words]) activities.add(read(word).kana, name);
  const courses = new Trie<Word>();
  for (const { name, words, purpose } of city.courses) {
    for (const word of [name, ...words])
      courses.add(read(word).kana, { name, isTraining: purpose === 'training' });
  }
  return {
    activity: ({ kana }) => longestOf(activities.in(kana)),
    course: ({ kana }) => {
      const found = [...courses.in(kana)].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
      return found?.value;
    },
  };
};

const longestOf = <T>(
  found: readonly { readonly start: number; readonly end: number; readonly value: T }[],
): T | undefined =>
  [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)[0]?.value;
