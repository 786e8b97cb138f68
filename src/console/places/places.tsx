import { Hono } from 'hono';
import { changesBetween } from '../../core/audit';
import { may } from '../../core/permission';
import { type Place, unknownAccess } from '../../core/place';
import { suspectedDuplicates } from '../../core/place-duplicates';
import { unknownSchedule } from '../../core/schedule';
import { saveNewPlace, updatePlace } from '../../store/place-changes';
import { settleWithChange } from '../../store/place-reports/decide';
import { type OpenReport, openReports } from '../../store/place-reports/staff-reports';
import { rowOf } from '../../store/place-row';
import type { StoredPlace } from '../../store/places';
import { staffNames } from '../../store/staff';
import { findPlace, placeDots, placesWithin } from '../../store/staff-places';
import { type Problem, type Typed, textOf, textsOf, typedIn } from '../form';
import { fragment, page, refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { EditPage } from './edit-page';
import { ListPage, PAGE } from './list-page';
import { placeAsked, placeEntry } from './place-asked';
import { placeInForm, scheduleOfText, typedOfPlace } from './place-form';
import { SchedulePart } from './schedule-part';
import { ShowPage } from './show-page';
import { words } from './wording';

/** After this long nobody knows any more whether it is true, in ms: half a year. */
export const STALE_AFTER = 182 * 24 * 60 * 60_000;

const listPage = async (visit: Visit) => {
  const { db, city } = visit.deps;
  const { scope } = visit.staff;
  const asked = visit.c.req.query();
  const ask = {
    words: asked.words ?? '',
    district: asked.district ?? '',
    activity: asked.activity ?? '',
    status: asked.status ?? '',
    stale: asked.stale ?? '',
    offset: Math.max(0, Number(asked.offset ?? '0') || 0),
  };
  const staleSince = visit.now - STALE_AFTER;
  const [found, dots] = await Promise.all([
    placesWithin(
      db,
      scope,
      { ...ask, staleSince: ask.stale === 'yes' ? staleSince : undefined },
      { offset: ask.offset, limit: PAGE },
    ),
    placeDots(db, scope),
  ]);
  const duplicates = suspectedDuplicates(dots.filter(({ status }) => status !== 'ended'));
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <ListPage
        city={city}
        reader={visit.staff}
        ask={ask}
        found={found}
        dots={dots}
        duplicates={duplicates}
        staleSince={staleSince}
        today={visit.today}
      />
    ),
  });
};

interface Editing {
  readonly stored?: StoredPlace | undefined;
  readonly id: string;
  readonly revision: number;
  readonly typed: Typed;
  readonly problems?: readonly Problem[];
}

/** What people say is wrong with it, for those who may decide about it. */
const reportsOf = async ({ deps, staff }: Visit, id: string): Promise<readonly OpenReport[]> =>
  may(staff, 'correction.decide') ? openReports(deps.db, staff.scope, id) : [];

const editPage = async (visit: Visit, { stored, id, revision, problems = [], ...sent }: Editing) => {
  const reports = stored ? await reportsOf(visit, id) : [];
  // Until she has unticked some, saving settles all that she sees beside the form.
  const typed =
    sent.typed.reportsShown === undefined
      ? { ...sent.typed, report: reports.map((one) => one.id) }
      : sent.typed;
  const before = stored?.place.schedule ?? unknownSchedule;
  const { rules, unread } = scheduleOfText(textOf(typed, 'schedule'), before, visit.today);
  const title = stored?.place.name ?? words.add;
  return page(visit, {
    title,
    status: problems.length > 0 ? 422 : 200,
    problems,
    typed,
    isWide: true,
    body: (
      <EditPage
        title={title}
        action={stored ? `/console/places/${encodeURIComponent(id)}/edit` : '/console/places'}
        id={id}
        revision={revision}
        city={visit.deps.city}
        scope={visit.staff.scope}
        schedule={{ ...before, rules }}
        unread={unread}
        reports={reports}
        today={visit.today}
      />
    ),
  });
};

const blank = (visit: Visit, id: string): Place => ({
  id,
  name: '',
  activities: [],
  isApproximate: false,
  schedule: unknownSchedule,
  fee: { kind: 'unknown' },
  access: unknownAccess,
  booking: 'unknown',
  status: 'active',
  source: { set: 'staff', key: id },
  checkedAt: visit.now,
  checkedBy: visit.staff.id,
});

const termsOf = ({ deps, staff, today }: Visit) => ({ city: deps.city, scope: staff.scope, today });

const create = async (visit: Visit) => {
  const typed = await typedIn(visit.c);
  const id = textOf(typed, 'id');
  if (!/^staff-[0-9a-f]{12}$/.test(id)) return refusalPage(visit, 409, wording.notFound);
  const read = placeInForm(typed, blank(visit, id), termsOf(visit));
  if ('problems' in read) return editPage(visit, { id, revision: 0, typed, problems: read.problems });
  const entry = placeEntry(visit, 'place.added', read.place, { after: rowOf(read.place) });
  // A form sent twice finds its place there already; that is as good.
  await saveNewPlace(visit.deps.db, read.place, { by: visit.staff.id, now: visit.now, entry });
  return visit.c.redirect(`/console/places/${encodeURIComponent(id)}?done=added`, 303);
};

const edit = async (visit: Visit) => {
  const stored = await placeAsked(visit);
  if (!stored) return refusalPage(visit, 404, wording.notFound);
  const typed = await typedIn(visit.c);
  const revision = Number(textOf(typed, 'revision'));
  const { id } = stored.place;
  const read = placeInForm(typed, stored.place, termsOf(visit));
  if ('problems' in read) return editPage(visit, { stored, id, revision, typed, problems: read.problems });
  const { db } = visit.deps;
  const changes = changesBetween(rowOf(stored.place), rowOf(read.place));
  const reports = may(visit.staff, 'correction.decide') ? textsOf(typed, 'report') : [];
  const entry = placeEntry(visit, 'place.edited', read.place, {
    ...changes,
    after: { ...changes.after, ...(reports.length === 0 ? {} : { reports }) },
  });
  const also =
    reports.length === 0
      ? []
      : settleWithChange(db, { place: id, reports, verdict: 'corrected', note: words.edit }, entry);
  if (!(await updatePlace(db, read.place, revision, { by: visit.staff.id, now: visit.now, entry, also }))) {
    const problems = [{ field: 'name', message: words.changedMeanwhile }];
    return editPage(visit, { stored, id, revision: stored.revision, typed, problems });
  }
  return visit.c.redirect(`/console/places/${encodeURIComponent(id)}?done=saved`, 303);
};

/** The place a form is about; none where it is new or beyond reach. */
const ofForm = (visit: Visit, typed: Typed): Promise<StoredPlace | undefined> =>
  findPlace(visit.deps.db, visit.staff.scope, textOf(typed, 'id'));

/** Places: the list, one of them, and its form. */
export const placeRoutes = new Hono<ConsoleEnv>()
  .get('/places', route('place.read', listPage))
  .get(
    '/places/new',
    route('place.edit', (visit) => {
      const id = `staff-${visit.deps.newId().replaceAll('-', '').slice(0, 12)}`;
      return editPage(visit, { id, revision: 0, typed: {} });
    }),
  )
  .post('/places', route('place.edit', create))
  .post(
    '/places/schedule',
    route('place.edit', async (visit) => {
      const typed = await typedIn(visit.c);
      const stored = await ofForm(visit, typed);
      const revision = Number(textOf(typed, 'revision'));
      return editPage(visit, { stored, id: textOf(typed, 'id'), revision, typed });
    }),
  )
  .post(
    '/places/schedule-now',
    route('place.edit', async (visit) => {
      const typed = await typedIn(visit.c);
      const before = (await ofForm(visit, typed))?.place.schedule ?? unknownSchedule;
      const { rules, unread } = scheduleOfText(textOf(typed, 'schedule'), before, visit.today);
      const schedule = { ...before, rules };
      return fragment(visit, <SchedulePart schedule={schedule} unread={unread} today={visit.today} />);
    }),
  )
  .get(
    '/places/:id',
    route('place.read', async (visit) => {
      const stored = await placeAsked(visit);
      if (!stored) return refusalPage(visit, 404, wording.notFound);
      const { place, revision } = stored;
      const names = await staffNames(visit.deps.db);
      return page(visit, {
        title: place.name,
        isWide: true,
        body: (
          <ShowPage
            place={place}
            revision={revision}
            checkedBy={names.get(place.checkedBy ?? '')}
            reader={visit.staff}
            today={visit.today}
          />
        ),
      });
    }),
  )
  .get(
    '/places/:id/edit',
    route('place.edit', async (visit) => {
      const stored = await placeAsked(visit);
      if (!stored) return refusalPage(visit, 404, wording.notFound);
      const { place, revision } = stored;
      return editPage(visit, { stored, id: place.id, revision, typed: typedOfPlace(place) });
    }),
  )
  .post('/places/:id/edit', route('place.edit', edit));
