import { addDays, dateText, inTokyo, timeText, tokyoDate, tokyoInstant } from '../../core/calendar';
import type { Context } from '../../core/dialogue/dialogue';
import type { ClassDay, Scope } from '../../core/notice';
import { nextOccurrence } from '../../core/schedule';

/** How far ahead a supporter tells her people something, in days. */
const AHEAD = 21;

/** A day she may tell her people about. */
export interface HerDay {
  readonly day: ClassDay;
  readonly scope: Scope;
  readonly name: string;
  readonly date: string;
  readonly from?: string;
  readonly endsAt: number;
  readonly isCancelled: boolean;
  /** People who come, and those who wait or have not finished booking. */
  readonly comes: number;
  readonly waits: number;
}

const peopleOf = ({ notices }: Context, subject: string) =>
  notices.people.find((one) => one.subject === subject) ?? { comes: 0, waits: 0 };

const lessonDays = (scope: Scope, context: Context): readonly HerDay[] =>
  context.lessons.lessons
    .filter(({ course, endsAt }) => course.id === scope.target && endsAt > context.now)
    .map((lesson) => {
      const { comes, waits } = peopleOf(context, lesson.id);
      return {
        day: { kind: 'lesson', course: scope.target, lesson: lesson.id },
        scope,
        name: lesson.course.name,
        date: lesson.date,
        from: lesson.from,
        endsAt: lesson.endsAt,
        isCancelled: lesson.isCancelled,
        comes,
        waits,
      };
    });

const placeDays = (scope: Scope, context: Context): readonly HerDay[] => {
  const place = context.places.places.find(({ id }) => id === scope.target);
  const { date: today, time } = inTokyo(context.now);
  const next = place && nextOccurrence(place.schedule, today, { fromTime: time });
  if (!place || !next) return [];
  const from = next.time?.from;
  const { comes } = peopleOf(context, place.id);
  return [
    {
      day: { kind: 'place', place: place.id, date: next.date, ...(from === undefined ? {} : { from }) },
      scope,
      name: place.name,
      date: next.date,
      ...(from === undefined ? {} : { from }),
      endsAt: tokyoInstant(next.date, next.time?.to ?? '24:00'),
      isCancelled: false,
      comes,
      waits: 0,
    },
  ];
};

/** The coming days of her classes and places, the soonest first. */
export const herDays = (context: Context): readonly HerDay[] => {
  const last = addDays(tokyoDate(context.now), AHEAD);
  return context.notices.scopes
    .flatMap((scope) => (scope.kind === 'course' ? lessonDays(scope, context) : placeDays(scope, context)))
    .filter(({ date }) => date <= last)
    .sort((a, b) => a.endsAt - b.endsAt);
};

/** A short name for a day, by which a button finds it again. */
export const keyOf = ({ day }: HerDay): string =>
  day.kind === 'lesson' ? `l:${day.lesson}` : `p:${day.place}:${day.date}`;

/** The day a button is about; undefined once it is over or no longer hers. */
export const dayOf = (key: string | undefined, context: Context): HerDay | undefined =>
  herDays(context).find((one) => keyOf(one) === key);

/** 「12月10日（水） 午後1時30分」 */
export const dayText = ({ date, from }: HerDay, context: Context): string =>
  `${dateText(date, tokyoDate(context.now))}${from === undefined ? '' : ` ${timeText(from)}`}`;

/** The names of what she looks after. */
export const namesOf = (scopes: readonly Scope[], context: Context): string =>
  [...new Set(scopes.flatMap((scope) => nameOf(scope, context) ?? []))].join('・');

const nameOf = ({ kind, target }: Scope, { lessons, places }: Context): string | undefined =>
  kind === 'course'
    ? lessons.lessons.find(({ course }) => course.id === target)?.course.name
    : places.places.find(({ id }) => id === target)?.name;
