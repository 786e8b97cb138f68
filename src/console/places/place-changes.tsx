import { Hono } from 'hono';
import type { AuditEntry } from '../../core/audit';
import { isCivilDate, isClockTime } from '../../core/calendar';
import type { Place } from '../../core/place';
import { type Exception, storedException } from '../../core/schedule';
import { addException, type Change, removeException, updatePlace } from '../../store/place-changes';
import { type Typed, textOf, typedIn } from '../form';
import { refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { placeAsked, placeEntry } from './place-asked';
import { words } from './wording';

const backTo = (visit: Visit, place: Place, done: string): Response =>
  visit.c.redirect(`/console/places/${encodeURIComponent(place.id)}?done=${done}`, 303);

/** An exception from its form, or nothing where its dates make none. */
const exceptionIn = (typed: Typed): Exception | undefined => {
  const [kind, date, toDate] = [textOf(typed, 'kind'), textOf(typed, 'date'), textOf(typed, 'toDate')];
  const [from, to, reason] = [textOf(typed, 'from'), textOf(typed, 'to'), textOf(typed, 'reason').trim()];
  const time = isClockTime(from) ? { from, ...(isClockTime(to) && to > from ? { to } : {}) } : undefined;
  const why = reason === '' ? {} : { reason: reason.slice(0, 100) };
  if (!isCivilDate(date)) return undefined;
  if (kind === 'off') return { kind, date, ...why };
  if (kind === 'extra') return { kind, date, ...(time ? { time } : {}), ...why };
  if (kind !== 'moved' || (!isCivilDate(toDate) && time === undefined)) return undefined;
  return { kind, date, ...(isCivilDate(toDate) ? { toDate } : {}), ...(time ? { time } : {}), ...why };
};

const storedIn = (text: string): Exception | undefined => {
  try {
    return storedException.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

type Answer = (visit: Visit, place: Place, revision: number, typed: Typed) => Response | Promise<Response>;

/** A small change of one place, which is not there for whoever may not see it. */
const change = (answer: Answer) =>
  route('place.edit', async (visit) => {
    const stored = await placeAsked(visit);
    if (!stored) return refusalPage(visit, 404, wording.notFound);
    const typed = await typedIn(visit.c);
    return answer(visit, stored.place, Number(textOf(typed, 'revision')), typed);
  });

const changeOf = ({ staff, now }: Visit, entry: AuditEntry): Change => ({ by: staff.id, now, entry });

/** Writes a changed place if it still is what was read, and says which. */
const write = async (
  visit: Visit,
  next: Place,
  revision: number,
  action: string,
  after: Readonly<Record<string, unknown>>,
): Promise<Response> => {
  const change = changeOf(visit, placeEntry(visit, action, next, { after }));
  if (!(await updatePlace(visit.deps.db, next, revision, change))) {
    return refusalPage(visit, 409, words.changedMeanwhile);
  }
  return backTo(visit, next, 'saved');
};

/** The changes of a place that need no whole form: one day, a pause, and that somebody has made sure of it. */
export const placeChangeRoutes = new Hono<ConsoleEnv>()
  .post(
    '/places/:id/exceptions',
    change(async (visit, place, _, typed) => {
      const exception = exceptionIn(typed);
      if (!exception) return refusalPage(visit, 409, words.dateWrong);
      const entry = placeEntry(visit, 'place.exception-added', place, { after: { exception } });
      await addException(visit.deps.db, place.id, exception, changeOf(visit, entry));
      return backTo(visit, place, 'added');
    }),
  )
  .post(
    '/places/:id/exceptions/remove',
    change(async (visit, place, _, typed) => {
      const exception = storedIn(textOf(typed, 'exception'));
      const entry = placeEntry(visit, 'place.exception-removed', place, { before: { exception } });
      if (
        !exception ||
        !(await removeException(visit.deps.db, place.id, exception, changeOf(visit, entry)))
      ) {
        return refusalPage(visit, 409, words.changedMeanwhile);
      }
      return backTo(visit, place, 'removed');
    }),
  )
  .post(
    '/places/:id/pauses',
    change((visit, place, revision, typed) => {
      const [from, to] = [textOf(typed, 'pauseFrom'), textOf(typed, 'pauseTo')];
      const reason = textOf(typed, 'pauseReason').trim();
      if (!isCivilDate(from) || (to !== '' && (!isCivilDate(to) || to < from))) {
        return refusalPage(visit, 409, words.dateWrong);
      }
      const pause = { from, ...(to === '' ? {} : { to }), ...(reason === '' ? {} : { reason }) };
      const pauses = [...(place.schedule.pauses ?? []), pause];
      const next = { ...place, schedule: { ...place.schedule, pauses } };
      return write(visit, next, revision, 'place.paused', { pause });
    }),
  )
  .post(
    '/places/:id/pauses/remove',
    change((visit, place, revision, typed) => {
      const gone = Number(textOf(typed, 'index') || 'none');
      const pauses = (place.schedule.pauses ?? []).filter((_, index) => index !== gone);
      const next = { ...place, schedule: { ...place.schedule, pauses } };
      return write(visit, next, revision, 'place.pause-removed', { pauses });
    }),
  )
  .post(
    '/places/:id/check',
    change((visit, place, revision) =>
      write(
        visit,
        { ...place, checkedAt: visit.now, checkedBy: visit.staff.id },
        revision,
        'place.checked',
        {},
      ),
    ),
  );
