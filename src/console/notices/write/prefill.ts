import { addDays, inTokyo, isCivilDate, occasionText } from '../../../core/calendar';
import { nextOccurrence } from '../../../core/schedule';
import { lessonsWithin } from '../../../store/lessons/staff-lessons';
import type { StoredNotice } from '../../../store/notices/notice';
import { findPlace } from '../../../store/staff-places';
import type { Typed } from '../../form';
import type { Visit } from '../../visit';
import { type EventOfNotice, eventIn } from './draft';
import { writeWords } from './wording';

/** A moment as a field for date and time has it. */
export const toLocal = (at: number): string => {
  const { date, time } = inTokyo(at);
  return `${date}T${time}`;
};

const templates = ['reminder', 'cancelled', 'moved', 'free'] as const;

/** The form's fields for an event and a template, blanks where nothing is known. */
export const prefilled = (event: EventOfNotice, template: string, date: string): Typed => {
  const chosen = templates.find((one) => one === template) ?? 'free';
  const { lesson, place } = event;
  const held = place && isCivilDate(date) ? nextOccurrence(place.schedule, date, { to: date }) : undefined;
  const day = lesson?.date ?? held?.date ?? '';
  const time = lesson
    ? { from: lesson.fromTime, ...(lesson.toTime === undefined ? {} : { to: lesson.toTime }) }
    : held?.time;
  const name = lesson?.courseName ?? place?.name ?? writeWords.blankName;
  const when = day === '' ? writeWords.blankWhen : occasionText(day, time);
  const where = lesson
    ? `${lesson.venue}${lesson.room ?? ''}`
    : (place?.address ?? place?.town ?? writeWords.blankWhere);
  return {
    heading: writeWords.templateHeading[chosen],
    text: writeWords.templateText[chosen](name, when, where),
    forDay: day,
    audience: lesson ? 'lesson' : place ? 'place' : 'districts',
    topic: lesson ? 'classes' : 'gatherings',
    kinds: chosen === 'cancelled' ? ['cancellation'] : [],
  };
};

/** The event of a stored notice, found again by its first rule. */
export const eventOfNotice = async (visit: Visit, { rule: stored }: StoredNotice): Promise<EventOfNotice> => {
  const rule = stored.type === 'all-of' ? stored.rules[0] : stored;
  if (rule?.type === 'lesson') return eventIn(visit, rule.lesson, undefined);
  if (rule?.type === 'place' || rule?.type === 'near') return eventIn(visit, undefined, rule.place);
  if (rule?.type === 'course') {
    const days = { from: visit.today, to: addDays(visit.today, 400) };
    const lessons = await lessonsWithin(visit.deps.db, visit.staff.scope, days);
    return eventIn(visit, lessons.find(({ courseId }) => courseId === rule.course)?.id, undefined);
  }
  return {};
};

/** The names of the places that are centres of a notice's rules. */
export const centresOf = async (
  visit: Visit,
  { rule }: StoredNotice,
): Promise<ReadonlyMap<string, string>> => {
  const rules = rule.type === 'all-of' ? rule.rules : [rule];
  const ids = rules.flatMap((one) => (one.type === 'near' && one.place !== undefined ? [one.place] : []));
  const found = await Promise.all(ids.map((id) => findPlace(visit.deps.db, visit.staff.scope, id)));
  return new Map(found.flatMap((stored) => (stored ? [[stored.place.id, stored.place.name] as const] : [])));
};
