import { Hono } from 'hono';
import { may } from '../../core/permission';
import { type Alert, alertsWithin, closeAlert } from '../../store/alerts';
import { staffNames } from '../../store/staff';
import { textOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { Form } from '../parts/form';
import { momentText } from '../parts/moment';
import { Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** How many the page shows. */
const LISTED = 200;

const said = (kind: string): readonly [string, string] =>
  Object.entries(words.kinds).find(([name]) => name === kind)?.[1] ?? words.other(kind);

/** The page on which something can be done about it. */
const Way = ({ alert: { kind, subject } }: { readonly alert: Alert }) => {
  const id = encodeURIComponent(subject);
  if (kind === 'chunk-uncertain')
    return <a href={`/console/notices/${id}/uncertain`}>{words.seeUncertain}</a>;
  if (kind.startsWith('notice-') || kind.startsWith('chunk-')) {
    return <a href={`/console/notices/${id}`}>{words.seeNotice}</a>;
  }
  return kind.startsWith('place-') ? <a href={`/console/places/${id}`}>{words.seePlace}</a> : null;
};

const listPage = async (visit: Visit) => {
  const { db } = visit.deps;
  const [alerts, names] = await Promise.all([alertsWithin(db, visit.staff.scope, LISTED), staffNames(db)]);
  const open = alerts.filter(({ closedAt }) => closedAt === undefined);
  const closed = alerts.filter(({ closedAt }) => closedAt !== undefined);
  const mayClose = may(visit.staff, 'alert.close');
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{visit.staff.scope === 'all' ? words.lead : words.districtOnly}</p>
        <h2>{words.open}</h2>
        {open.length === 0 ? (
          <p>{wording.none}</p>
        ) : (
          open.map((alert) => (
            <section class="warn">
              <h3>{said(alert.kind)[0]}</h3>
              <p>
                {said(alert.kind)[1]} <Way alert={alert} />
              </p>
              <p class="small">{momentText(alert.raisedAt)}</p>
              {mayClose && (
                <Form action="/console/alerts/close">
                  <input type="hidden" name="id" value={alert.id} />
                  <button type="submit" class="second">
                    {words.close}
                  </button>
                </Form>
              )}
            </section>
          ))
        )}
        {closed.length > 0 && (
          <>
            <h2>{words.closed}</h2>
            <Table caption={words.closed} head={[words.what, words.when, words.who]}>
              {closed.map((alert) => (
                <tr>
                  <th scope="row">
                    {said(alert.kind)[0]} <Way alert={alert} />
                  </th>
                  <td>{momentText(alert.raisedAt)}</td>
                  <td>
                    {names.get(alert.closedBy ?? '')} {momentText(alert.closedAt ?? 0)}
                  </td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </>
    ),
  });
};

const close = async (visit: Visit) => {
  const id = textOf(await typedIn(visit.c), 'id');
  const entry = visit.entry({ action: 'alert.closed', subjectKind: 'alert', subjectId: id });
  return (await closeAlert(visit.deps.db, visit.staff.scope, id, entry))
    ? visit.c.redirect('/console/alerts?done=ended', 303)
    : refusalPage(visit, 409, words.closedAlready);
};

/** What the machine cannot settle by itself: read, and closed by somebody with a name. */
export const alertRoutes = new Hono<ConsoleEnv>()
  .get('/alerts', route('alert.read', listPage))
  .post('/alerts/close', route('alert.close', close));
