import { addDays, inTokyo, isCivilDate, occasionText } from '../../../core/calendar';
import { nextOccurrence } from '../../../core/schedule';
import { lessonsWithin } from '../../../store/lessons/staff-lessons';
import type { StoredNotice } from '../../../store/notices/notice';
import { placesWithin } from '../../../store/staff-places';
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

/** The event of a stored notice, found again by its rule. */
export const eventOfNotice = async (visit: Visit, { rule }: StoredNotice): Promise<EventOfNotice> => {
  if (rule.type === 'lesson') return eventIn(visit, rule.lesson, undefined);
  if (rule.type === 'place') return eventIn(visit, undefined, rule.place);
  if (rule.type === 'course') {
    const days = { from: visit.today, to: addDays(visit.today, 400) };
    const lessons = await lessonsWithin(visit.deps.db, visit.staff.scope, days);
    return eventIn(visit, lessons.find(({ courseId }) => courseId === rule.course)?.id, undefined);
  }
  if (rule.type === 'near') {
    const { places } = await placesWithin(visit.deps.db, visit.staff.scope, {}, { offset: 0, limit: 10_000 });
    const centre = places.find(({ place: { at } }) => at?.lat === rule.lat && at.lng === rule.lng);
    return eventIn(visit, undefined, centre?.place.id);
  }
  return {};
};
