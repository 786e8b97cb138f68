import { Hono } from 'hono';
import { addDays, isCivilDate, isClockTime, tokyoInstant } from '../../core/calendar';
import { may, type Permission } from '../../core/permission';
import { nicknameOf } from '../../service/nickname';
import {
  bookByPhone,
  cancelByStaff,
  moveLesson,
  noteAttendance,
  openContact,
  rosterOf,
  setCancelled,
} from '../../store/bookings/staff-bookings';
import { findLesson, lessonsWithin, type StaffLesson } from '../../store/lessons/staff-lessons';
import { type Problem, type Typed, textOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { LessonPage, PrintPage } from './lesson-page';
import { ListPage, SPAN } from './list-page';
import { words } from './wording';

/** How long after a lesson somebody's phone number is kept, in ms: two weeks. */
const KEEP_CONTACT = 14 * 24 * 60 * 60_000;

type Answer = (visit: Visit, lesson: StaffLesson, typed: Typed) => Response | Promise<Response>;

/** A route about one lesson, which is not there for staff of other districts. */
const lessonRoute = (permission: Permission, answer: Answer) =>
  route(permission, async (visit) => {
    const lesson = await findLesson(visit.deps.db, visit.staff.scope, visit.c.req.param('id') ?? '');
    if (!lesson) return refusalPage(visit, 404, wording.notFound);
    return answer(visit, lesson, visit.c.req.method === 'POST' ? await typedIn(visit.c) : {});
  });

const pathOf = ({ id }: StaffLesson): string => `/console/lessons/${encodeURIComponent(id)}`;

interface Shown {
  readonly said?: string;
  readonly problem?: Problem;
  readonly typed?: Typed;
}

const lessonPage = async (visit: Visit, id: string, shown: Shown = {}) => {
  const { db } = visit.deps;
  const [lesson, roster] = await Promise.all([findLesson(db, visit.staff.scope, id), rosterOf(db, id)]);
  if (!lesson) return refusalPage(visit, 404, wording.notFound);
  const { said, problem, typed } = shown;
  return page(visit, {
    title: lesson.courseName,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    ...(typed === undefined ? {} : { typed }),
    isWide: true,
    body: (
      <LessonPage
        lesson={lesson}
        roster={roster}
        reader={visit.staff}
        nextId={visit.deps.newId()}
        {...(said === undefined ? {} : { said })}
      />
    ),
  });
};

const entryOf = (
  visit: Visit,
  action: string,
  lesson: StaffLesson,
  after: Readonly<Record<string, unknown>> = {},
) => ({
  ...visit.entry({
    action,
    subjectKind: 'lesson',
    subjectId: lesson.id,
    ...(lesson.district === undefined ? {} : { district: lesson.district }),
  }),
  after,
});

const book: Answer = async (visit, lesson, typed) => {
  const people = Number(textOf(typed, 'people').normalize('NFKC'));
  const [name, phone] = [textOf(typed, 'name').trim(), textOf(typed, 'phone').trim()];
  const wrong = (field: string, message: string) =>
    lessonPage(visit, lesson.id, { problem: { field, message }, typed });
  if (people !== 1 && people !== 2) return wrong('people', words.peopleWrong);
  if ((name === '') !== (phone === '')) return wrong('name', words.contactHalf);
  const id = textOf(typed, 'id');
  if (!/^[0-9a-f-]{36}$/.test(id)) return refusalPage(visit, 409, wording.notFound);
  const number = await bookByPhone(
    visit.deps.db,
    {
      id,
      lesson: lesson.id,
      people,
      ...(name === ''
        ? {}
        : {
            contact: {
              name: name.slice(0, 60),
              phone: phone.slice(0, 20),
              keepUntil: lesson.endsAt + KEEP_CONTACT,
            },
          }),
    },
    entryOf(visit, 'booking.entered', lesson, { booking: id, people }),
  );
  if (number === undefined) return wrong('people', words.full);
  return lessonPage(visit, lesson.id, { said: words.phoneNumber(number) });
};

const look: Answer = async (visit, lesson, typed) => {
  const booking = textOf(typed, 'booking');
  const entry = entryOf(visit, 'contact.opened', lesson, { booking });
  const { person, contact } = await openContact(visit.deps.db, lesson.id, booking, entry);
  const nickname = person === undefined ? undefined : await nicknameOf(visit.deps, person);
  const roster = await rosterOf(visit.deps.db, lesson.id);
  const number = roster.find(({ id }) => id === booking)?.number ?? '';
  const said = words.behind(number, nickname, contact);
  return lessonPage(visit, lesson.id, { said });
};

const attendance: Answer = async (visit, lesson, typed) => {
  const came = Object.keys(typed).flatMap((field) => {
    const text = textOf(typed, field).normalize('NFKC').trim();
    return field.startsWith('came-') && /^\d$/.test(text)
      ? [{ booking: field.slice('came-'.length), people: Number(text) }]
      : [];
  });
  const entry = entryOf(visit, 'attendance.noted', lesson, { bookings: came.length });
  const { db, city } = visit.deps;
  const training = city.courses.filter(({ purpose }) => purpose === 'training').map(({ name }) => name);
  await noteAttendance(db, lesson.id, came, training, entry);
  return visit.c.redirect(`${pathOf(lesson)}?done=saved`, 303);
};

/** Where a notice to those who booked is written, with the event and the words already in it. */
const noticeAbout = (lesson: StaffLesson, template: 'cancelled' | 'moved'): string =>
  `/console/notices/write?template=${template}&lesson=${encodeURIComponent(lesson.id)}`;

const move: Answer = async (visit, lesson, typed) => {
  const text = (field: string): string => textOf(typed, field).trim();
  const [date, from, to] = [text('date'), text('from'), text('to')];
  const wrong = (field: string, message: string) =>
    lessonPage(visit, lesson.id, { problem: { field, message }, typed });
  if (!isCivilDate(date) || !isClockTime(from) || (to !== '' && (!isClockTime(to) || to <= from))) {
    return wrong('date', words.timesWrong);
  }
  const seats = text('seats') === '' ? undefined : Number(text('seats').normalize('NFKC'));
  if (seats !== undefined && !(Number.isInteger(seats) && seats >= 1 && seats <= 500)) {
    return wrong('seats', words.seatsWrong);
  }
  if (text('venue') === '') return wrong('venue', words.venueMissing);
  const next = {
    date,
    fromTime: from,
    toTime: to || undefined,
    startsAt: tokyoInstant(date, from),
    endsAt: to === '' ? tokyoInstant(addDays(date, 1)) : tokyoInstant(date, to),
    venue: text('venue').slice(0, 60),
    room: text('room').slice(0, 60) || undefined,
    seats,
  };
  const before = {
    date: lesson.date,
    fromTime: lesson.fromTime,
    toTime: lesson.toTime,
    venue: lesson.venue,
    room: lesson.room,
    seats: lesson.seats,
  };
  const entry = { ...entryOf(visit, 'lesson.moved', lesson, { ...next }), before };
  if (!(await moveLesson(visit.deps.db, lesson.id, next, entry))) return wrong('seats', words.seatsTooFew);
  return visit.c.redirect(noticeAbout(lesson, 'moved'), 303);
};

const cancel =
  (isCancelled: boolean): Answer =>
  async (visit, lesson) => {
    const entry = entryOf(visit, isCancelled ? 'lesson.cancelled' : 'lesson.restored', lesson);
    await setCancelled(visit.deps.db, lesson.id, isCancelled, entry);
    const to = isCancelled ? noticeAbout(lesson, 'cancelled') : `${pathOf(lesson)}?done=saved`;
    return visit.c.redirect(to, 303);
  };

/** Lessons: four weeks at a time, one of them with its roster, and the desk's work on it. */
export const lessonRoutes = new Hono<ConsoleEnv>()
  .get(
    '/lessons',
    route('lesson.read', async (visit) => {
      const asked = visit.c.req.query('from') ?? '';
      const from = isCivilDate(asked) ? asked : visit.today;
      const days = { from, to: addDays(from, SPAN - 1) };
      const lessons = await lessonsWithin(visit.deps.db, visit.staff.scope, days);
      const mayEdit = may(visit.staff, 'lesson.edit');
      return page(visit, {
        title: words.title,
        isWide: true,
        body: <ListPage from={from} lessons={lessons} mayEdit={mayEdit} />,
      });
    }),
  )
  .get(
    '/lessons/:id',
    lessonRoute('roster.read', (visit, lesson) => lessonPage(visit, lesson.id)),
  )
  .get(
    '/lessons/:id/print',
    lessonRoute('roster.read', async (visit, lesson) => {
      const roster = await rosterOf(visit.deps.db, lesson.id);
      return page(visit, {
        title: words.printTitle(lesson.courseName),
        body: <PrintPage lesson={lesson} roster={roster} />,
      });
    }),
  )
  .post('/lessons/:id/bookings', lessonRoute('booking.edit', book))
  .post(
    '/lessons/:id/bookings/cancel',
    lessonRoute('booking.edit', async (visit, lesson, typed) => {
      const booking = textOf(typed, 'booking');
      const entry = entryOf(visit, 'booking.cancelled', lesson, { booking });
      await cancelByStaff(visit.deps.db, lesson.id, booking, entry);
      return visit.c.redirect(`${pathOf(lesson)}?done=removed`, 303);
    }),
  )
  .post('/lessons/:id/contact', lessonRoute('roster.open', look))
  .post('/lessons/:id/attendance', lessonRoute('booking.edit', attendance))
  .post('/lessons/:id/move', lessonRoute('lesson.edit', move))
  .post('/lessons/:id/cancel', lessonRoute('lesson.edit', cancel(true)))
  .post('/lessons/:id/restore', lessonRoute('lesson.edit', cancel(false)));
