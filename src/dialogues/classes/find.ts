import { lessonOf } from '../../core/course/lesson-list';
import { mayBook, seatsLeft } from '../../core/course/seats';
import { dayText } from '../../core/days/days';
import type { Chosen, Context, Here, Step as StepOf } from '../../core/dialogue/dialogue';
import { type Button, type Message, panel, text } from '../../core/message';
import { liveBookings } from './bookings';
import { fullCard, readBack, shortCard, takeButton } from './cards';
import { hearYesNo } from './change';
import { type ClassesData, initial, type Step } from './data';
import { hearLesson, hearPeople, MOST_SHOWN, showList } from './hear';
import { chooseMine } from './mine';
import { book, forSoMany, type Move, wait, want } from './take';
import { lessonsWanted } from './wishes';
import { wording } from './wording';

/** What the buttons under lessons mean; each names its lesson, so it works next month as well. */
export const chooseLesson = (chosen: Chosen, data: ClassesData, context: Context): Move | undefined => {
  switch (chosen.choice) {
    case 'begin':
      return showList(
        { ...initial, wish: chosen.args.kind === undefined ? {} : { kind: chosen.args.kind } },
        context,
      );
    case 'take':
      return want(chosen.args.lesson, data, context);
    case 'detail':
      return { to: 'detail', data: { ...data, lesson: chosen.args.lesson } };
    case 'list':
      return showList({ ...data, seen: 0 }, context);
    case 'more': {
      const seen = Number(chosen.args.seen);
      return Number.isInteger(seen) && seen >= 0 ? showList({ ...data, seen }, context) : undefined;
    }
    default:
      return chooseMine(chosen, data, context);
  }
};

const mineButton = (context: Context, here: Here): readonly Button[] =>
  liveBookings(context).length > 0 ? [here(wording.mineButton, 'mine')] : [];

const nothing = (data: ClassesData, context: Context, here: Here): readonly Message[] => {
  const { name, phone } = context.city.desk;
  return [
    panel(
      [data.seen > 0 ? wording.noMore : wording.none, wording.office(name, phone)],
      [
        { label: wording.call(phone), action: { do: 'call', number: phone }, isMain: true },
        ...mineButton(context, here),
      ],
    ),
  ];
};

/** The day and half of the day she wants, as they are said back: 「12月3日（木）・午前」. */
const wantedText = ({ wish: { day, time } }: ClassesData, { now }: Context): string =>
  [...(day === undefined ? [] : [dayText(day, now)]), ...(time === undefined ? [] : [wording[time]])].join(
    '・',
  );

/** The coming lessons, five at a time. */
export const list: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const found = lessonsWanted(data, context);
    const hits = found.slice(data.seen, data.seen + MOST_SHOWN);
    if (hits.length === 0) return nothing(data, context, here);
    const { near } = data.wish;
    const wanted = wantedText(data, context);
    const summary =
      data.seen > 0
        ? wording.foundMore(hits.length)
        : near === undefined
          ? wording.found(hits.length)
          : wording.foundNear(near.label, hits.length);
    const seen = data.seen + hits.length;
    return [
      text([...(wanted === '' ? [] : [wording.onDay(wanted)]), summary].join('\n')),
      {
        type: 'cards',
        cards: hits.map(({ lesson }, index) => shortCard(lesson, data.seen + index + 1, data, context, here)),
      },
      panel(
        [wording.next],
        [
          ...(found.length > seen ? [here(wording.more, 'more', { seen: String(seen) })] : []),
          ...(wanted === '' ? [] : [here(wording.otherDays, 'begin', kindArgs(data))]),
          here(wording.mineButton, 'mine'),
        ],
      ),
    ];
  },
  // The cards still stand above; sending them again would push them out of sight.
  askSimply: (_, __, here) => [
    panel([wording.listSimply], [here(wording.otherDays, 'begin'), here(wording.mineButton, 'mine')]),
  ],
  choose: chooseLesson,
  hear: hearLesson,
};

const kindArgs = ({ wish: { kind } }: ClassesData): Record<string, string> =>
  kind === undefined ? {} : { kind };

/** Everything about one lesson. */
export const detail: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const lesson = lessonOf(context.lessons, data.lesson);
    if (!lesson) return [panel([wording.gone], [here(wording.otherDays, 'list', undefined, true)])];
    return [
      { type: 'cards', cards: [fullCard(lesson, data, context)] },
      panel(
        [],
        [...takeButton(lesson, data.people ?? 1, context, here), here(wording.backToList, 'list')],
        lesson.course.name,
      ),
    ];
  },
  choose: chooseLesson,
  hear: hearLesson,
};

/** For how many. */
export const askPeople: StepOf<Step, ClassesData> = {
  ask: (data, _, here) => {
    const args = { lesson: data.lesson ?? '' };
    return [
      panel(
        [wording.askPeopleHint],
        [
          here(wording.onePerson, 'people', { ...args, people: '1' }, true),
          here(wording.twoPeople, 'people', { ...args, people: '2' }),
          here(wording.forSomebody, 'people', { ...args, people: '1', proxy: '1' }),
        ],
        wording.askPeople,
      ),
    ];
  },
  choose: (chosen, data, context) => {
    const people = Number(chosen.args.people);
    if (chosen.choice !== 'people' || (people !== 1 && people !== 2))
      return chooseLesson(chosen, data, context);
    const isProxy = chosen.args.proxy === '1';
    return want(chosen.args.lesson, { ...data, people, isProxy }, context);
  },
  hear: hearPeople,
};

const argsOf = (data: ClassesData): Record<string, string> => ({
  lesson: data.lesson ?? '',
  people: String(data.people ?? 1),
  ...(data.isProxy ? { proxy: '1' } : {}),
});

/** The data that a button of a read-back carries in itself. */
const readArgs = ({ args }: Chosen, data: ClassesData): ClassesData | undefined => {
  const people = Number(args.people);
  if (args.lesson === undefined || (people !== 1 && people !== 2)) return undefined;
  return { ...data, lesson: args.lesson, people, isProxy: args.proxy === '1' };
};

const notBooked = (data: ClassesData, context: Context): Move =>
  showList({ ...initial, wish: data.wish }, context, [wording.notBooked]);

/** What she is about to book, and the booking. */
export const confirm: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const lesson = lessonOf(context.lessons, data.lesson);
    if (!lesson) return [panel([wording.gone], [here(wording.otherDays, 'list', undefined, true)])];
    const lines = [
      ...(data.isProxy ? [wording.confirmProxy] : []),
      ...(lesson.course.needsContact ? [wording.confirmForm] : []),
    ];
    return [
      { type: 'cards', cards: [readBack(lesson, data.people ?? 1, data, context)] },
      panel(
        lines,
        [here(wording.yesBook, 'yes', argsOf(data), true), here(wording.no, 'no')],
        wording.confirm,
      ),
    ];
  },
  choose: (chosen, data, context) => {
    if (chosen.choice === 'no') return notBooked(data, context);
    const known = chosen.choice === 'yes' ? readArgs(chosen, data) : undefined;
    return known ? book(known, context) : chooseLesson(chosen, data, context);
  },
  hear: (heard, data, context) =>
    hearYesNo(notBooked)(heard, data, context) ?? hearPeople(heard, data, context),
};

/** No seats: whether she wants to wait. */
export const full: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const lesson = lessonOf(context.lessons, data.lesson);
    if (!lesson) return [panel([wording.gone], [here(wording.otherDays, 'list', undefined, true)])];
    const canOne = data.people === 2 && mayBook(lesson, 1, context.now);
    return [
      { type: 'cards', cards: [readBack(lesson, data.people ?? 1, data, context)] },
      panel(
        [canOne ? wording.fullForTwo(seatsLeft(lesson, context.now)) : wording.full, wording.fullHow],
        [
          here(wording.yesWait, 'wait', argsOf(data), true),
          ...(canOne ? [here(wording.bookOne, 'one', { ...argsOf(data), people: '1' })] : []),
          here(wording.otherDays, 'list'),
        ],
      ),
    ];
  },
  choose: (chosen, data, context) => {
    const known = readArgs(chosen, data);
    if (chosen.choice === 'wait' && known) return wait(known, context);
    return chosen.choice === 'one' && known ? forSoMany(known, context) : chooseLesson(chosen, data, context);
  },
  hear: hearYesNo((data, context) =>
    showList({ ...initial, wish: data.wish }, context, [wording.notWaiting]),
  ),
};
