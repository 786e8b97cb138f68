import { Hono } from 'hono';
import { calendarOf } from '../core/course/ics';
import { openingAt, seatsToTake } from '../core/course/seats';
import type { Deps } from '../service/deps';
import { bookingCalendar, comingLessons } from '../service/lesson-calendar';
import { Notice } from './page';
import { wording } from './wording';

/** What the public lists need of the rest. */
export type LessonsDeps = Pick<Deps, 'db' | 'links' | 'city' | 'now'>;

const CALENDAR = 'text/calendar; charset=utf-8';

/** How long others may keep the public lists, in seconds: seats change often. */
const PUBLIC = 'public, max-age=300';

/** The coming lessons for calendars and other programmes, and the calendar file of one booking. */
export const lessonsApp = (depsOf: (env: object) => LessonsDeps) => {
  const app = new Hono<{ Bindings: object }>();

  app.get('/lessons.ics', async (c) => {
    const deps = depsOf(c.env);
    return c.body(calendarOf(await comingLessons(deps), deps.now()), 200, {
      'Content-Type': CALENDAR,
      'Cache-Control': PUBLIC,
    });
  });

  app.get('/lessons.json', async (c) => {
    const deps = depsOf(c.env);
    const now = deps.now();
    c.header('Cache-Control', PUBLIC);
    c.header('Access-Control-Allow-Origin', '*');
    const lessons = (await comingLessons(deps)).map((lesson) => ({
      id: lesson.id,
      course: lesson.course.name,
      kind: lesson.course.kind,
      date: lesson.date,
      from: lesson.from,
      to: lesson.to ?? null,
      venue: lesson.venue.name,
      room: lesson.venue.room ?? null,
      town: lesson.venue.town ?? null,
      district: lesson.venue.district ?? null,
      at: lesson.venue.at ?? null,
      isApproximate: lesson.venue.isApproximate,
      seats: lesson.seats ?? null,
      seatsLeft: lesson.seats === undefined ? null : seatsToTake(lesson, now),
      booking: openingAt(lesson, now),
      opensAt: new Date(lesson.opensAt).toISOString(),
      closesAt: new Date(lesson.closesAt).toISOString(),
      isCancelled: lesson.isCancelled,
    }));
    return c.json({ lessons });
  });

  app.get('/calendar/:booking/:file{.+\\.ics}', async (c) => {
    const deps = depsOf(c.env);
    const { booking, file } = c.req.param();
    const calendar = await bookingCalendar(deps, booking, file.slice(0, -'.ics'.length));
    c.header('Cache-Control', 'no-store');
    if (calendar === undefined) {
      return c.html(<Notice city={deps.city} title={wording.unknownTitle} line={wording.unknownLine} />, 404);
    }
    return c.body(calendar, 200, {
      'Content-Type': CALENDAR,
      'Content-Disposition': 'attachment; filename="class.ics"',
    });
  });

  return app;
};
