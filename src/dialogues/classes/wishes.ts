import { readArea } from '../../core/area';
import { type LessonHit, lessonsFor } from '../../core/course/lesson-list';
import { daysOf } from '../../core/days/days';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import type { Slots } from '../../core/understanding';
import type { ClassesData, ClassWish } from './data';
import { wording } from './wording';

const marks = { station: wording.station, district: wording.district };

/** A place she named, where it can be found without asking back: for the order of lessons its middle is enough. */
const nearIn = (area: string | undefined, { city }: Context): ClassWish['near'] => {
  if (area === undefined || city.neighbours.includes(area)) return undefined;
  const reading = readArea(city, area, marks);
  const start =
    'found' in reading
      ? reading.found
      : 'parts' in reading
        ? reading.middle
        : 'several' in reading
          ? reading.several[0]
          : undefined;
  return start && { label: start.label, lat: start.at.lat, lng: start.at.lng };
};

/** Which kind of course her words name; nothing if she speaks of classes in general. */
const kindIn = ({ course, activity }: Slots): string | undefined =>
  course ?? (activity === wording.smartphoneActivity ? wording.smartphoneClass : undefined);

/** What a sentence adds to what she wants; a new word for the same thing replaces the old one. */
export const wishIn = (slots: Slots, before: ClassWish, context: Context): ClassWish => {
  const kind = kindIn(slots);
  const near = nearIn(slots.area, context);
  return {
    ...before,
    ...(kind === undefined ? {} : { kind }),
    ...(near === undefined ? {} : { near }),
    ...(slots.day === undefined ? {} : { day: slots.day }),
    ...(slots.time === 'am' || slots.time === 'pm' ? { time: slots.time } : {}),
  };
};

/** Tells whether words speak of booking for somebody else. */
export const isForSomebody = (heard: Heard): boolean =>
  heard.type === 'said' && wording.proxyWords.some((word) => heard.text.includes(word));

/** The lessons that fit what she wants, those with seats first. */
export const lessonsWanted = (
  { wish, people = 1 }: Pick<ClassesData, 'wish' | 'people'>,
  { lessons, now }: Context,
): readonly LessonHit[] =>
  lessonsFor(
    lessons,
    {
      people,
      ...(wish.kind === undefined ? {} : { kind: wish.kind }),
      ...(wish.day === undefined ? {} : { days: daysOf(wish.day, now) }),
      ...(wish.time === undefined ? {} : { time: wish.time }),
      ...(wish.near === undefined ? {} : { near: { lat: wish.near.lat, lng: wish.near.lng } }),
    },
    now,
  );
