import { Hono } from 'hono';
import { type Verdict, verdicts } from '../../core/place-report/report';
import { updatePlace } from '../../store/place-changes';
import { decideReports, settleWithChange } from '../../store/place-reports/decide';
import { decidedReports, openReports, reportedPlaces } from '../../store/place-reports/staff-reports';
import type { StoredPlace } from '../../store/places';
import { staffNames } from '../../store/staff';
import { type Problem, type Typed, textOf, textsOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { momentText } from '../parts/moment';
import { Table } from '../parts/table';
import { placeAsked, placeEntry } from '../places/place-asked';
import { words as placeWords } from '../places/wording';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { ReportPage } from './report-page';
import { words } from './wording';

/** How many places the inbox shows, and how many decisions stand under it. */
const LISTED = 200;
const LATELY = 30;

const pathOf = (place: string): string => `/console/reports/${encodeURIComponent(place)}`;

const listPage = async (visit: Visit) => {
  const { db } = visit.deps;
  const { scope } = visit.staff;
  const [open, decided, names] = await Promise.all([
    reportedPlaces(db, scope, LISTED),
    decidedReports(db, scope, LATELY),
    staffNames(db),
  ]);
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <h2>{words.open}</h2>
        {open.length === 0 ? (
          <p>{wording.none}</p>
        ) : (
          <Table caption={words.open} head={[words.place, words.district, words.count, words.since]}>
            {open.map((one) => (
              <tr>
                <th scope="row">
                  <a href={pathOf(one.place)}>{one.name}</a>
                  {one.isDoubted && (
                    <>
                      <br />
                      <span class="tag attention">{words.doubted}</span>
                    </>
                  )}
                </th>
                <td>{one.district ?? wording.unknown}</td>
                <td>
                  {words.counted(one.reports, one.people)}
                  {one.shut > 0 && (
                    <>
                      <br />
                      <span class="small soft">{words.shut(one.shut)}</span>
                    </>
                  )}
                </td>
                <td>{momentText(one.firstAt)}</td>
              </tr>
            ))}
          </Table>
        )}
        {decided.length > 0 && (
          <>
            <h2>{words.decided}</h2>
            <Table caption={words.decided} head={[words.place, words.verdict, words.by, words.when]}>
              {decided.map((one) => (
                <tr>
                  <th scope="row">
                    <a href={pathOf(one.place)}>{one.name}</a>
                    <br />
                    <span class="small soft">{words.kinds[one.what]}</span>
                  </th>
                  <td>
                    {words.verdicts[one.verdict]}
                    <br />
                    <span class="small soft">{one.note}</span>
                  </td>
                  <td>{names.get(one.decidedBy)}</td>
                  <td>{momentText(one.decidedAt)}</td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </>
    ),
  });
};

const showPage = async (visit: Visit, stored: StoredPlace, problem?: Problem, typed: Typed = {}) => {
  const reports = await openReports(visit.deps.db, visit.staff.scope, stored.place.id);
  return page(visit, {
    title: stored.place.name,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    typed,
    isWide: true,
    body: <ReportPage stored={stored} reports={reports} reader={visit.staff} today={visit.today} />,
  });
};

type Answer = (visit: Visit, stored: StoredPlace, typed: Typed) => Response | Promise<Response>;

/** A page about the reports of one place, which is not there for whoever may not see the place. */
const reported = (permission: 'correction.read' | 'correction.decide', answer: Answer) =>
  route(permission, async (visit) => {
    const stored = await placeAsked(visit);
    if (!stored) return refusalPage(visit, 404, wording.notFound);
    return answer(visit, stored, visit.c.req.method === 'POST' ? await typedIn(visit.c) : {});
  });

/** Takes the place off the list and settles what was read, in one step. */
const takeOff =
  (status: 'paused' | 'ended'): Answer =>
  async (visit, stored, typed) => {
    const { db } = visit.deps;
    const place = { ...stored.place, status };
    const reports = textsOf(typed, 'report');
    const entry = placeEntry(visit, `place.report-${status}`, place, {
      before: { status: stored.place.status },
      after: { status, reports },
    });
    const note = placeWords.statuses[status];
    const also = settleWithChange(db, { place: place.id, reports, verdict: 'corrected', note }, entry);
    const change = { by: visit.staff.id, now: visit.now, entry, also };
    const isChanged = await updatePlace(db, place, Number(textOf(typed, 'revision')), change);
    return isChanged
      ? visit.c.redirect('/console/reports?done=saved', 303)
      : showPage(visit, stored, { field: 'note', message: placeWords.changedMeanwhile });
  };

const verdictIn = (typed: Typed): Verdict | undefined =>
  verdicts.find((one) => one === textOf(typed, 'verdict'));

const decide: Answer = async (visit, stored, typed) => {
  const note = textOf(typed, 'note').trim().slice(0, 300);
  const verdict = verdictIn(typed);
  if (note === '' || verdict === undefined) {
    return showPage(visit, stored, { field: 'note', message: words.noteMissing }, typed);
  }
  const { place } = stored;
  const reports = textsOf(typed, 'report');
  const entry = placeEntry(visit, 'place.report-decided', place, { after: { verdict, note, reports } });
  const isDecided = await decideReports(visit.deps.db, { place: place.id, reports, verdict, note }, entry);
  return isDecided
    ? visit.c.redirect('/console/reports?done=ended', 303)
    : showPage(visit, stored, { field: 'note', message: words.nothingRead });
};

/** What people say is wrong with places: the inbox, one place's reports, and the decision. */
export const reportRoutes = new Hono<ConsoleEnv>()
  .get('/reports', route('correction.read', listPage))
  .get(
    '/reports/:id',
    reported('correction.read', (visit, stored) => showPage(visit, stored)),
  )
  .post('/reports/:id/pause', reported('correction.decide', takeOff('paused')))
  .post('/reports/:id/end', reported('correction.decide', takeOff('ended')))
  .post('/reports/:id/decide', reported('correction.decide', decide));
