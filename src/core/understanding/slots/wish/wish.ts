import type { Slots } from '../../intents';
import { wishPatterns as say, topicPatterns } from './wording';

type Wish = Pick<Slots, 'near' | 'mode' | 'maxMinutes' | 'fee' | 'feature' | 'time'>;

/** What a sentence says about the place she wants, from its sound. */
export const wishIn = (kana: string): Wish => {
  const minutes = minutesIn(kana);
  const near = say.home.test(kana)
    ? 'home'
    : say.here.test(kana.replace(say.notHere, ''))
      ? 'here'
      : undefined;
  const mode =
    say.walk.test(kana) && !say.notWalk.test(kana)
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
    : say.toPm.test(kana)
      ? 'pm'
      : say.am.test(say.pm.test(kana) ? kana.replace(say.notAm, '') : kana)
        ? 'am'
        : say.pm.test(kana)
          ? 'pm'
          : undefined;

/** What a question about a place is about. */
export const topicIn = (kana: string): string | undefined =>
  topicPatterns.find(([, pattern]) => pattern.test(kana))?.[0];
