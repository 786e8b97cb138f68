import { Hono } from 'hono';
import { z } from 'zod';
import { addDays, isCivilDate, tokyoInstant } from '../../core/calendar';
import { occurrencesBetween, readSchedule } from '../../core/schedule';
import { isWithin } from '../../core/staff';
import { recordAudit } from '../../store/audit';
import { type PlannedLesson, saveLessons } from '../../store/lessons/save-lessons';
import { needed, optional, type Problem, readForm, type Typed, ticked } from '../form';
import { page } from '../page';
import { Choices, Form, Select, TextField } from '../parts/form';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { words } from './wording';

/** The longest series, in days. */
const LONGEST = 370;
/** Bookings close this long before a lesson, in ms. */
const CLOSES_BEFORE = 60 * 60_000;

const form = z.object({
  name: needed(words.nameMissing, 60),
  kind: z.string(),
  when: needed(words.whenUnread, 300),
  from: z.string().refine(isCivilDate, words.timesWrong),
  to: z.string().refine(isCivilDate, words.timesWrong),
  venue: needed(words.venueMissing, 60),
  room: optional(60),
  district: z.string({ error: words.districtWrong }),
  seats: z
    .string()
    .transform((text) => Number(text.normalize('NFKC')))
    .refine((seats) => Number.isInteger(seats) && seats >= 1 && seats <= 500, words.seatsWrong),
  bring: optional(200),
  needsContact: ticked,
  id: z.string().regex(/^[0-9a-f-]{36}$/),
});

type Series = z.infer<typeof form>;

/** The lessons a series makes: every date of its rule within its days; none where the rule has no time. */
const lessonsOf = (series: Series, now: number, today: string): readonly PlannedLesson[] => {
  const rules = readSchedule(series.when, today)?.rules ?? [];
  const last = series.to <= addDays(series.from, LONGEST) ? series.to : addDays(series.from, LONGEST);
  const source = { set: 'staff', key: series.id };
  const course = {
    id: `staff-${series.id}`,
    kind: series.kind,
    name: series.name,
    needsContact: series.needsContact.length > 0,
    source,
  };
  return occurrencesBetween({ rules }, series.from, last).flatMap(
    ({ date, time }): readonly PlannedLesson[] => {
      if (time === undefined) return [];
      const startsAt = tokyoInstant(date, time.from);
      return [
        {
          id: `${course.id}-${date}`,
          course,
          date,
          from: time.from,
          ...(time.to === undefined ? {} : { to: time.to }),
          startsAt,
          endsAt: time.to === undefined ? tokyoInstant(addDays(date, 1)) : tokyoInstant(date, time.to),
          venue: {
            name: series.venue,
            ...(series.room === undefined ? {} : { room: series.room }),
            isApproximate: false,
            district: series.district,
          },
          seats: series.seats,
          opensAt: now,
          closesAt: startsAt - CLOSES_BEFORE,
          fee: { kind: 'unknown' },
          ...(series.bring === undefined ? {} : { bring: series.bring }),
          device: 'any',
          isCancelled: false,
          source: { set: 'staff', key: `${series.id}/${date}` },
        },
      ];
    },
  );
};

const seriesPage = (visit: Visit, problems: readonly Problem[] = [], typed: Typed = {}) => {
  const { city } = visit.deps;
  const districts = city.districts.filter(({ name }) => isWithin(visit.staff.scope, name));
  return page(visit, {
    title: words.seriesTitle,
    status: problems.length > 0 ? 422 : 200,
    problems,
    typed,
    body: (
      <>
        <h1>{words.seriesTitle}</h1>
        <Form action="/console/lessons/series">
          <input type="hidden" name="id" value={visit.deps.newId()} />
          <TextField name="name" label={words.seriesName} isNeeded />
          <Select
            name="kind"
            label={words.seriesKind}
            options={city.courses.map(({ name }) => ({ value: name, label: name }))}
          />
          <TextField name="when" label={words.seriesWhen} hint={words.seriesWhenHint} isNeeded />
          <div class="pair">
            <TextField name="from" label={words.seriesFrom} type="date" size="middle" isNeeded />
            <TextField name="to" label={words.seriesTo} type="date" size="middle" isNeeded />
            <TextField name="venue" label={words.venue} isNeeded />
            <TextField name="room" label={words.room} />
            <Select
              name="district"
              label={words.seriesDistrict}
              options={districts.map(({ name }) => ({ value: name, label: name }))}
            />
            <TextField
              name="seats"
              label={words.seats}
              value="10"
              inputmode="numeric"
              size="short"
              isNeeded
            />
          </div>
          <TextField name="bring" label={words.bring} />
          <Choices
            name="needsContact"
            legend={words.contact}
            kind="checkbox"
            options={[{ value: 'yes', label: words.seriesNeedsContact }]}
            chosen={[]}
          />
          <button type="submit">{words.seriesMake}</button>
        </Form>
      </>
    ),
  });
};

/** Making a course with all its lessons at once. */
export const seriesRoutes = new Hono<ConsoleEnv>()
  .get(
    '/lessons/series',
    route('lesson.edit', (visit) => seriesPage(visit)),
  )
  .post(
    '/lessons/series',
    route('lesson.edit', async (visit) => {
      const read = await readForm(visit.c, form);
      if (!read.ok) return seriesPage(visit, read.problems, read.typed);
      const series = read.value;
      const { city, db } = visit.deps;
      const isKnown = city.districts.some(({ name }) => name === series.district);
      if (!isKnown || !isWithin(visit.staff.scope, series.district)) {
        return seriesPage(visit, [{ field: 'district', message: words.districtWrong }], read.typed);
      }
      const lessons = lessonsOf(series, visit.now, visit.today);
      if (lessons.length === 0 || !city.courses.some(({ name }) => name === series.kind)) {
        return seriesPage(visit, [{ field: 'when', message: words.whenUnread }], read.typed);
      }
      await saveLessons(db, lessons);
      await recordAudit(db, {
        ...visit.entry({
          action: 'lesson.series-made',
          subjectKind: 'course',
          subjectId: `staff-${series.id}`,
          district: series.district,
        }),
        after: { name: series.name, when: series.when, lessons: lessons.length },
      });
      return visit.c.redirect(`/console/lessons?from=${series.from}&done=added`, 303);
    }),
  );
