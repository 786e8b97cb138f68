import type { City } from '../city';
import { framesIn } from './frames/frames';
import type { Slots } from './intents';
import { createLexicon } from './lexicon/lexicon';
import { type Facts, type Features, featuresOf } from './model/features';
import { createReader, type Reading } from './reading/read';
import { type AreaSaid, createAreaReader } from './slots/area/area';
import { namesOf } from './slots/area/gazetteer';
import { dayIn } from './slots/day/day';
import { createKindReader } from './slots/kind/kind';
import { countIn, ordinalIn, withCircledNumbers } from './slots/number/number';
import { spoken } from './slots/spoken';
import { topicIn, wishIn } from './slots/wish/wish';

/** All that was found in a message before its intent is decided. */
export interface Sense {
  readonly reading: Reading;
  /** As numbers and days are looked for in it. */
  readonly written: string;
  readonly area: AreaSaid | undefined;
  /** The words for a day, as they stand in `written`. */
  readonly dayWords: string | undefined;
  /** Everything that was said; an intent keeps what it can use. */
  readonly slots: Slots;
  readonly isTraining: boolean;
  readonly features: Features;
}

/** Signs that stand in a sentence's outline for a place, an activity and a course. */
const PLACE = 'P';
const DOING = 'A';
const COURSE = 'C';
const TRAINING = 'T';

/** Takes messages apart. */
export interface Senses {
  readonly read: (text: string) => Reading;
  readonly take: (text: string, now: number) => Sense;
}

/** Makes what takes a message apart, for one city. */
export const createSense = (city: City): Senses => {
  const read = createReader(namesOf(city));
  const readArea = createAreaReader(city, read);
  const kinds = createKindReader(city, read);
  const lexicon = createLexicon(read);
  const take = (text: string, now: number): Sense => {
    const reading = read(withCircledNumbers(text));
    const { kana } = reading;
    const written = spoken(reading);
    const area = readArea(reading);
    const day = dayIn(written, now);
    const ordinal = ordinalIn(written);
    const count = countIn(written);
    const { name: activity, spans } = kinds.activities(reading);
    const course = kinds.course(reading);
    const topic = topicIn(kana);
    const { near, ...wish } = wishIn(kana);
    const slots: Slots = {
      ...wish,
      // "Near the station" is the station; "near" alone is where she is.
      ...(near === undefined || (near === 'here' && area) ? {} : { near }),
      ...(area ? { area: area.area } : {}),
      // The name of a course holds the word for what one does there.
      ...(activity === undefined || course ? {} : { activity }),
      ...(day ? { day: day.day } : {}),
      ...(count === undefined ? {} : { count }),
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(course ? { course: course.name } : {}),
      ...(topic === undefined ? {} : { topic }),
    };
    const facts: Facts = {
      reading,
      cues: lexicon.cuesIn(reading).keys(),
      marks: [
        ...marksOf(slots, reading, course?.isTraining),
        ...framesIn(reading),
        ...(day?.isMoved ? ['moved'] : []),
      ],
      spans: [
        ...(course ? [{ ...course, sign: course.isTraining ? TRAINING : COURSE }] : []),
        ...(area ? [{ start: area.start, end: area.end, sign: PLACE }] : []),
        ...spans.map((span) => ({ ...span, sign: DOING })),
      ],
    };
    return {
      reading,
      written,
      area,
      dayWords: day?.words,
      slots,
      isTraining: course?.isTraining ?? false,
      features: featuresOf(facts),
    };
  };
  return { read, take };
};

const marksOf = (
  slots: Slots,
  { plain, kana }: Reading,
  isTraining: boolean | undefined,
): readonly string[] => {
  const named = [
    'area',
    'activity',
    'day',
    'time',
    'ordinal',
    'count',
    'near',
    'mode',
    'maxMinutes',
    'fee',
    'feature',
  ] as const;
  return [
    ...named.filter((name) => slots[name] !== undefined),
    ...(isTraining === undefined ? [] : [isTraining ? 'training' : 'course']),
    ...(slots.topic === undefined ? [] : [`topic ${slots.topic}`]),
    ...(plain.includes('?') ? ['asks'] : []),
    `length ${kana.length < 4 ? 'tiny' : kana.length < 10 ? 'short' : kana.length < 25 ? 'middle' : 'long'}`,
    ...(/[a-z]{4}/.test(kana) ? ['letters'] : []),
  ];
};
