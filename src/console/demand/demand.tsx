import { Hono } from 'hono';
import { addDays, type CivilDate, dateText, isCivilDate, tokyoInstant } from '../../core/calendar';
import { isSmall } from '../../core/small-number';
import { recordAudit } from '../../store/audit';
import { type Demand, demandWithin } from '../../store/place-wishes';
import { type Unmet, unmetWithin } from '../../store/unmet-wishes';
import { page } from '../page';
import { csvFile } from '../parts/csv';
import { TextField } from '../parts/form';
import { Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** How many days back searches are counted unless another day is asked for. */
const DAYS = 90;

const sinceOf = (visit: Visit): CivilDate => {
  const asked = visit.c.req.query('since') ?? '';
  return isCivilDate(asked) ? asked : addDays(visit.today, -DAYS);
};

const both = async (visit: Visit, since: CivilDate) => {
  const { db } = visit.deps;
  const { scope } = visit.staff;
  const [unmet, wishes] = await Promise.all([
    unmetWithin(db, scope, tokyoInstant(since)),
    demandWithin(db, scope),
  ]);
  return { unmet, wishes };
};

const timesText = (count: number): string =>
  isSmall(count) ? words.small(words.timesUnit) : words.times(count);

const peopleText = (count: number): string =>
  isSmall(count) ? words.small(words.personsUnit) : words.persons(count);

/** How far it was; of a few searches nothing is said, as of their number. */
const nearestText = ({ searches, nearestMetres }: Unmet): string => {
  if (isSmall(searches)) return '—';
  return nearestMetres === null ? words.noneInCity : words.metres(nearestMetres);
};

const Searches = ({ unmet }: { readonly unmet: readonly Unmet[] }) => (
  <Table
    caption={words.searchesTitle}
    head={[words.district, words.sphere, words.activity, words.searches, words.nearest]}
  >
    {unmet.map((one) => (
      <tr>
        <th scope="row">{one.district ?? words.unknown}</th>
        <td>{one.sphere ?? '—'}</td>
        <td>{one.activity ?? words.anyActivity}</td>
        <td>{timesText(one.searches)}</td>
        <td>{nearestText(one)}</td>
      </tr>
    ))}
  </Table>
);

const Wishes = ({ wishes }: { readonly wishes: readonly Demand[] }) => (
  <Table caption={words.wishesTitle} head={[words.district, words.activity, words.people]}>
    {wishes.map((one) => (
      <tr>
        <th scope="row">{one.district ?? words.unknown}</th>
        <td>{one.activity ?? words.anyActivity}</td>
        <td>{peopleText(one.people)}</td>
      </tr>
    ))}
  </Table>
);

const demandPage = async (visit: Visit) => {
  const since = sinceOf(visit);
  const { unmet, wishes } = await both(visit, since);
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p class="note">{words.smallHint}</p>
        <form method="get" action="/console/demand" class="filters">
          <TextField name="since" label={words.since} type="date" value={since} />
          <button type="submit" class="second">
            {wording.search}
          </button>
        </form>
        <h2>{words.searchesTitle}</h2>
        <p>{words.searchesLead(dateText(since, visit.today))}</p>
        {unmet.length === 0 ? <p>{words.none}</p> : <Searches unmet={unmet} />}
        <h2>{words.wishesTitle}</h2>
        <p>{words.wishesLead}</p>
        {wishes.length === 0 ? <p>{wording.none}</p> : <Wishes wishes={wishes} />}
        <p>
          <a class="button second" href={`/console/demand/export?since=${since}`}>
            {words.export}
          </a>
        </p>
        <p class="hint">{words.exportHint}</p>
      </>
    ),
  });
};

const exported = async (visit: Visit) => {
  const since = sinceOf(visit);
  const { unmet, wishes } = await both(visit, since);
  const rows = [
    ...unmet.map((one) => [
      words.csvKinds.searches,
      one.district ?? '',
      one.sphere ?? '',
      one.activity ?? words.anyActivity,
      timesText(one.searches),
      one.nearestMetres === null || isSmall(one.searches) ? '' : String(Math.round(one.nearestMetres)),
    ]),
    ...wishes.map((one) => [
      words.csvKinds.wishes,
      one.district ?? '',
      '',
      one.activity ?? words.anyActivity,
      peopleText(one.people),
      '',
    ]),
  ];
  await recordAudit(visit.deps.db, {
    ...visit.entry({ action: 'demand.exported', subjectKind: 'demand', subjectId: since }),
    after: { rows: rows.length },
  });
  const head = [words.csvKind, words.district, words.sphere, words.activity, words.csvCount, words.csvMetres];
  return csvFile(visit, 'demand', [head, ...rows]);
};

/** Where which kind of gathering is missing, by what elders looked for and wait for. */
export const demandRoutes = new Hono<ConsoleEnv>()
  .get('/demand', route('demand.read', demandPage))
  .get('/demand/export', route('demand.export', exported));
