import { tokyoDate } from '../../core/calendar';
import { daysOf, dayText } from '../../core/days/days';
import type { PlaceFilters } from '../../core/search';
import type { Slots } from '../../core/understanding';
import type { Wishes } from './data';
import { wording } from './wording';

const needOf: Readonly<Record<string, NonNullable<Wishes['needs']>[number]>> = {
  wheelchair: 'wheelchair',
  toilet: 'toilet',
  parking: 'parking',
  stairs: 'noSteps',
  steps: 'noSteps',
  no_steps: 'noSteps',
};

/** What a sentence adds to what she wants; a new word for the same thing replaces the old one. */
export const wishesIn = (slots: Slots, before: Wishes): Wishes => {
  const need = slots.feature === undefined ? undefined : needOf[slots.feature];
  const days = slots.day === undefined ? {} : { day: slots.day };
  return {
    ...before,
    ...days,
    ...(slots.activity === undefined ? {} : { activity: slots.activity }),
    ...(slots.time === undefined ? {} : { time: slots.time }),
    ...(slots.fee === 'free' ? { isFree: true } : {}),
    ...(slots.maxMinutes === undefined ? {} : { maxMinutes: slots.maxMinutes }),
    ...(need === undefined ? {} : { needs: [...new Set([...(before.needs ?? []), need])] }),
  };
};

const daysWanted = ({ day, time }: Wishes, now: number): PlaceFilters['days'] => {
  if (day !== undefined) return daysOf(day, now);
  const today = tokyoDate(now);
  return time === 'now' ? { from: today, to: today } : undefined;
};

/** The wishes as the search takes them. */
export const filtersOf = (wishes: Wishes, now: number): PlaceFilters => {
  const { activity, time, isFree, needs = [], maxMinutes } = wishes;
  const days = daysWanted(wishes, now);
  return {
    ...(activity === undefined ? {} : { activity }),
    ...(days === undefined ? {} : { days }),
    ...(time === 'am' || time === 'pm' ? { time } : {}),
    ...(isFree ? { isFree } : {}),
    ...(needs.includes('wheelchair') ? { wheelchair: true } : {}),
    ...(needs.includes('toilet') ? { toilet: true } : {}),
    ...(needs.includes('parking') ? { parking: true } : {}),
    ...(needs.includes('noSteps') ? { noSteps: true } : {}),
    ...(maxMinutes === undefined ? {} : { maxMinutes }),
  };
};

/** The wishes as she reads them back: 「あした 12月3日（木）・午前・体操」. Empty without any. */
export const wishesText = (wishes: Wishes, now: number): string => {
  const { day, time, activity, isFree, needs = [], maxMinutes } = wishes;
  const named = {
    wheelchair: wording.wheelchairWish,
    toilet: wording.toiletWish,
    parking: wording.parkingWish,
    noSteps: wording.noSteps,
  };
  const parts = [
    day === undefined ? undefined : dayText(day, now),
    time === 'am' ? wording.am : time === 'pm' ? wording.pm : undefined,
    activity,
    isFree ? wording.free : undefined,
    ...needs.map((need) => named[need]),
    maxMinutes === undefined ? undefined : wording.within(maxMinutes),
  ];
  return parts.filter((part) => part !== undefined).join('・');
};
