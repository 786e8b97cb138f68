import { addDays, tokyoInstant } from '../../core/calendar';
import type { Lesson } from '../../core/course/course';
import { reminderTimes } from '../../core/course/reminders';
import {
  audienceText,
  lapsedMessage,
  offerMessage,
  type ReminderKind,
  reminderMessage,
  resultMessage,
} from '../../core/notice';
import { lessonKeeperOf } from '../../store/lessons/keeper';
import { progressOf } from '../../store/notices/progress';
import { untoldResults } from '../../store/notices/results';
import {
  addSystemNotices,
  dropMoot,
  knownNotices,
  offerNoticeId,
  type SystemNotice,
  untoldOffers,
} from '../../store/notices/system';
import { addWaitingParts, untoldLapses, waitingPartOf } from '../../store/notices/waiting';
import type { Deps } from '../deps';
import { personalNotice } from '../notices/personal';

/** How many of each kind one run makes at most; the rest is made a minute later. */
const AT_ONCE = 100;

/**
 * Makes the notices whose time has come: reminders of lessons, offers from waiting lists, results for supporters. Each
 * is named after its cause, so that making it again makes nothing.
 */
export const makeDue = async (deps: Deps): Promise<void> => {
  const now = deps.now();
  const reading = lessonKeeperOf(deps.db).reading(false);
  const { lessons } = reading.take(await reading.statement.all());
  const due = [
    ...(await newOnes(
      deps,
      lessons.flatMap((lesson) => remindersDue(deps, lesson, now)),
    )),
    ...(await offersDue(deps, lessons, now)),
    ...(await lapsesDue(deps, lessons, now)),
    ...(await resultsDue(deps, now)),
  ];
  const made = await addSystemNotices(deps.db, due, now);
  if (made > 0) deps.log('notices.due.made', { notices: made });
  await dropMoot(deps.db, now).run();
  const waiting = await addWaitingParts(deps.db, now);
  if (waiting > 0) deps.log('notices.waiting.made', { notices: waiting });
};

/** Until when each reminder helps: the day before until the evening's quiet, the morning until it begins. */
const endOf = (kind: ReminderKind, lesson: Lesson, quietFrom: string): number =>
  kind === 'dayBefore' ? tokyoInstant(addDays(lesson.date, -1), quietFrom) : lesson.startsAt;

const remindersDue = (deps: Deps, lesson: Lesson, now: number): readonly SystemNotice[] => {
  if (lesson.isCancelled || lesson.seating.booked === 0 || lesson.startsAt <= now) return [];
  const times = reminderTimes(lesson);
  const kinds: readonly ReminderKind[] = ['dayBefore', 'morning'];
  return kinds
    .map((kind) => ({ kind, at: times[kind], end: endOf(kind, lesson, deps.city.quietHours.from) }))
    .filter(({ at, end }) => at <= now && now < end)
    .map(({ kind, at, end }) => {
      const rule = { type: 'lesson', lesson: lesson.id, withWaiting: false } as const;
      return {
        id: `reminder:${kind}:${lesson.id}:${lesson.startsAt}`,
        kind: 'reminder' as const,
        title: `${lesson.course.name} ${lesson.date} ${kind}`,
        content: JSON.stringify([reminderMessage(kind, lesson)]),
        rule,
        audienceWords: audienceText(rule, `${lesson.course.name} ${lesson.date}`),
        asOf: at,
        notAfter: end,
        forDay: lesson.date,
      };
    });
};

const newOnes = async (deps: Deps, notices: readonly SystemNotice[]): Promise<readonly SystemNotice[]> => {
  if (notices.length === 0) return [];
  const known = await knownNotices(
    deps.db,
    notices.map(({ id }) => id),
  );
  return notices.filter(({ id }) => !known.has(id)).slice(0, AT_ONCE);
};

const offersDue = async (
  deps: Deps,
  lessons: readonly Lesson[],
  now: number,
): Promise<readonly SystemNotice[]> => {
  const offers = await untoldOffers(deps.db, now, AT_ONCE);
  return offers.flatMap((offer) => {
    const lesson = lessons.find(({ id }) => id === offer.lesson);
    if (!lesson) return [];
    return [
      personalNotice(
        {
          id: offerNoticeId(offer),
          kind: 'seat-offered',
          person: offer.person,
          title: `${lesson.course.name} ${lesson.date}`,
          messages: [offerMessage(offer, lesson)],
          notAfter: offer.until,
        },
        now,
      ),
    ];
  });
};

/** Who did not answer in time is told that the seat went on, and how to stand in line again. */
const lapsesDue = async (
  deps: Deps,
  lessons: readonly Lesson[],
  now: number,
): Promise<readonly SystemNotice[]> => {
  const lapses = await untoldLapses(deps.db, now, AT_ONCE);
  return lapses.flatMap(({ booking, offers, person, lesson: id }) => {
    const lesson = lessons.find((one) => one.id === id);
    if (!lesson) return [];
    const title = `${lesson.course.name} ${lesson.date}`;
    const messages = [lapsedMessage(lesson)];
    const name = `seat-lapsed:${booking}:${offers}`;
    return [
      personalNotice(
        { id: name, kind: 'confirmation', person, title, messages, notAfter: lesson.startsAt },
        now,
      ),
    ];
  });
};

/** What became of a supporter's notice is told to her, once. */
const resultsDue = async (deps: Deps, now: number): Promise<readonly SystemNotice[]> => {
  const results = await untoldResults(deps.db, now, AT_ONCE);
  return Promise.all(
    results.map(async ({ id, resultId, author, status, title }) =>
      personalNotice(
        {
          id: resultId,
          kind: 'confirmation',
          person: author,
          title,
          messages: [status === 'done' ? await resultOf(deps, id) : resultMessage({ status })],
        },
        now,
      ),
    ),
  );
};

const resultOf = async (deps: Deps, notice: string) => {
  let [sent, missed] = [0, 0];
  for (const part of [notice, waitingPartOf(notice)]) {
    const { byStatus, leftOut } = await progressOf(deps.db, part);
    sent += byStatus.sent;
    missed += byStatus.failed + Object.values(leftOut).reduce((sum, people) => sum + people, 0);
  }
  return resultMessage({ status: 'done', sent, missed });
};
