import { tokyoDate } from '../../core/calendar';
import { lessonOf } from '../../core/course/lesson-list';
import { dayText, withSpan } from '../../core/days/days';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import { speaksOfBooking } from '../../core/dialogue/said';
import { text } from '../../core/message';
import type { Intent, Slots } from '../../core/understanding';
import { lastCancelled, liveBookings } from './bookings';
import { type ClassesData, initial } from './data';
import { manage, showMine } from './mine';
import { forSoMany, type Move, want } from './take';
import { isForSomebody, lessonsWanted, wishIn } from './wishes';
import { wording } from './wording';

/** The wishes that begin or go on with the dialogue about classes. */
export const aboutClasses: readonly Intent[] = [
  'find_class',
  'book',
  'waitlist',
  'change',
  'cancel',
  'undo',
  'my_bookings',
  'availability',
];

/** Which of the shown lessons she means by "the second". */
export const pickedIn = ({ ordinal }: Slots, data: ClassesData): string | undefined =>
  ordinal === undefined
    ? undefined
    : ordinal === 'last'
      ? data.shown.at(-1)
      : // Numbers on the cards go on from page to page.
        (data.shown[ordinal - 1 - data.seen] ?? data.shown[ordinal - 1]);

/** Shows lessons and remembers which, so that "the second" has a meaning. */
export const showList = (data: ClassesData, context: Context, say: readonly string[] = []): Move => {
  const { lesson: _, booking: __, number: ___, to: ____, asked: _____, ...rest } = data;
  const found = lessonsWanted(rest, context);
  const { day } = rest.wish;
  if (found.length === 0 && day !== undefined && rest.seen === 0) {
    const { day: _day, ...wish } = rest.wish;
    return showList({ ...rest, wish }, context, [...say, wording.noneOnDay(dayText(day, context.now))]);
  }
  const shown = found.slice(rest.seen, rest.seen + MOST_SHOWN).map((hit) => hit.lesson.id);
  return { to: 'list', data: { ...rest, shown }, say: say.map(text) };
};

/** The most lessons of one answer. */
export const MOST_SHOWN = 5;

/** Words about classes, whatever step she is at. Nothing is booked or cancelled here: all leads to a read-back. */
export const hearClasses = (heard: Heard, data: ClassesData, context: Context): Move | undefined => {
  if (heard.type === 'location') return undefined;
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  switch (intent) {
    case 'find_class':
    case 'book':
    case 'waitlist':
    case 'availability':
      return hearWish(heard, withSpan(slots, heard.text, context.now), intent, data, context);
    case 'change':
      return hearChange(slots, data, context);
    case 'cancel':
      // Who has nothing to take back and speaks of no booking only wants to stop.
      if (liveBookings(context).length === 0 && !speaksOfBooking(heard)) return undefined;
      return data.booking !== undefined &&
        liveBookings(context).some(({ booking }) => booking.id === data.booking)
        ? { to: 'confirmCancel', data }
        : showMine('cancel', context);
    case 'my_bookings':
      return showMine('see', context);
    case 'undo': {
      const last = lastCancelled(context);
      if (last) return { to: 'confirmUndo', data: { ...initial, booking: last.booking.id } };
      return { ...showMine('see', context), say: [text(wording.nothingToUndo)] };
    }
    default:
      return undefined;
  }
};

const hearWish = (
  heard: Heard,
  slots: Slots,
  intent: 'find_class' | 'book' | 'waitlist' | 'availability',
  data: ClassesData,
  context: Context,
): Move => {
  const isProxy = isForSomebody(heard);
  // A new search forgets old conditions; booking goes on with what is in view.
  const before = intent === 'find_class' ? { kind: wording.smartphoneClass } : data.wish;
  const wish = wishIn(slots, before, context);
  const known: ClassesData = {
    ...initial,
    wish,
    ...(slots.count === undefined ? {} : { people: slots.count }),
    isProxy: isProxy || (intent !== 'find_class' && data.isProxy),
    shown: data.shown,
    seen: data.seen,
  };
  const picked = pickedIn(slots, data);
  if (picked !== undefined && lessonOf(context.lessons, picked)) return want(picked, known, context);
  const saysWhich = slots.day !== undefined || slots.area !== undefined || slots.course !== undefined;
  const inView = saysWhich || intent === 'find_class' ? undefined : data.lesson;
  if (inView !== undefined && intent !== 'availability') return want(inView, known, context);
  const fresh: ClassesData = { ...known, seen: 0, shown: [] };
  const hits = lessonsWanted(fresh, context);
  const [only] = hits;
  // One lesson fits what she wants to book: she is asked about it, not shown a list of one.
  const isExact = slots.count !== undefined || (slots.day !== undefined && intent !== 'find_class');
  if (only && hits.length === 1 && isExact && intent !== 'availability')
    return want(only.lesson.id, fresh, context);
  return showList(fresh, context);
};

const hearChange = (slots: Slots, data: ClassesData, context: Context): Move => {
  const all = liveBookings(context).filter(({ booking }) => booking.state === 'booked');
  const mine =
    all.find(({ booking }) => booking.id === data.booking) ?? (all.length === 1 ? all[0] : undefined);
  if (!mine) return showMine('change', context);
  const people = slots.count;
  if (people === 1 || people === 2) {
    const managed = manage(mine, 'see');
    return 'data' in managed && managed.data && people !== mine.booking.people
      ? { to: 'confirmPeople', data: { ...managed.data, people } }
      : managed;
  }
  const changed = manage(mine, 'change');
  const onDay =
    slots.day === undefined || slots.day < tokyoDate(context.now)
      ? []
      : lessonsWanted({ wish: { day: slots.day } }, context).filter(
          ({ lesson }) => lesson.course.id === mine.lesson.course.id && lesson.id !== mine.lesson.id,
        );
  const [only] = onDay;
  return only && onDay.length === 1 && 'data' in changed && changed.data
    ? { to: 'confirmMove', data: { ...changed.data, to: only.lesson.id } }
    : changed;
};

/** Where that was asked, a few words tell how many come: 「一人です」, 「夫婦で」. */
const peopleIn = (words: string): number | undefined => {
  const plain = words.normalize('NFKC').replace(/\s/gu, '');
  for (const [pattern, people] of wording.peopleWords) {
    const found = pattern.exec(plain);
    if (found) return people ?? Number(found[1]);
  }
  return undefined;
};

/** How many come, said as a number or picked by its place. */
export const hearPeople = (heard: Heard, data: ClassesData, context: Context): Move | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  // Two are she and somebody: nothing is booked in her stead.
  const isForTwo = peopleIn(heard.text) === 2;
  const isProxy = !isForTwo && (isForSomebody(heard) || data.isProxy);
  const said =
    slots.count ??
    peopleIn(heard.text) ??
    (intent === 'choice' && typeof slots.ordinal === 'number' ? slots.ordinal : undefined);
  if (said !== undefined && said > 0) return forSoMany({ ...data, people: said, isProxy }, context);
  return isProxy && !data.isProxy ? forSoMany({ ...data, people: 1, isProxy }, context) : undefined;
};

/** Which of the shown lessons she means by a number. */
export const hearLesson = (heard: Heard, data: ClassesData, context: Context): Move | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  if (intent === 'more') return showList({ ...data, seen: data.seen + data.shown.length }, context);
  const said = withSpan(slots, heard.text, context.now);
  // A bare day or week narrows the list, even where nothing else was understood.
  if (intent === 'refine' || intent === 'location' || (intent === 'other' && said.day !== undefined)) {
    const isNearWhat =
      said.near !== undefined && said.area === undefined && context.person.area === undefined;
    if (isNearWhat) return { stay: true, say: [text(wording.askNear)] };
    return showList({ ...data, wish: wishIn(said, data.wish, context), seen: 0 }, context);
  }
  if (intent !== 'choice') return undefined;
  const picked = pickedIn(slots, data);
  return picked === undefined
    ? { stay: true, say: [text(wording.whichLesson)] }
    : want(picked, data, context);
};
