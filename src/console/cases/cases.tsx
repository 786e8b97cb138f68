import { Hono } from 'hono';
import { may } from '../../core/permission';
import { staffNames } from '../../store/staff';
import {
  casesWithin,
  claimCase,
  findCase,
  finishCase,
  type ListedCase,
  noteCase,
} from '../../store/volunteers/cases';
import { type Problem, textOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { Form, TextArea } from '../parts/form';
import { momentText } from '../parts/moment';
import { Facts, Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** How many the list shows. */
const LISTED = 200;

const Cases = (props: {
  readonly title: string;
  readonly cases: readonly ListedCase[];
  readonly names: ReadonlyMap<string, string>;
}) => (
  <>
    <h2>{props.title}</h2>
    {props.cases.length === 0 ? (
      <p>{wording.none}</p>
    ) : (
      <Table
        caption={props.title}
        head={[words.kind, words.district, words.area, words.activity, words.opened, words.who, words.result]}
      >
        {props.cases.map((one) => (
          <tr>
            <th scope="row">
              <a href={`/console/cases/${encodeURIComponent(one.id)}`}>{words.kinds[one.kind]}</a>
            </th>
            <td>{one.district ?? words.noDistrict}</td>
            <td>{one.facts.area ?? words.unknown}</td>
            <td>{one.facts.activity ?? words.unknown}</td>
            <td>{momentText(one.openedAt)}</td>
            <td>
              {one.claimedBy === undefined ? (
                <span class="tag attention">{words.nobody}</span>
              ) : (
                props.names.get(one.claimedBy)
              )}
            </td>
            <td>{one.result ?? '—'}</td>
          </tr>
        ))}
      </Table>
    )}
  </>
);

const listPage = async (visit: Visit) => {
  const { db } = visit.deps;
  const [cases, names] = await Promise.all([casesWithin(db, visit.staff.scope, LISTED), staffNames(db)]);
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Cases
          title={words.waiting}
          cases={cases.filter(({ doneAt }) => doneAt === undefined)}
          names={names}
        />
        <Cases title={words.done} cases={cases.filter(({ doneAt }) => doneAt !== undefined)} names={names} />
      </>
    ),
  });
};

const casePage = async (visit: Visit, one: ListedCase, problem?: Problem) => {
  const names = await staffNames(visit.deps.db);
  const isOpen = one.doneAt === undefined;
  const isMine = one.claimedBy === visit.staff.id;
  const path = `/console/cases/${encodeURIComponent(one.id)}`;
  return page(visit, {
    title: words.kinds[one.kind],
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    body: (
      <>
        <h1>{words.kinds[one.kind]}</h1>
        <Facts
          facts={[
            [words.district, one.district ?? words.noDistrict],
            [words.area, one.facts.area ?? words.unknown],
            [words.activity, one.facts.activity ?? words.unknown],
            [words.opened, momentText(one.openedAt)],
            [words.who, one.claimedBy === undefined ? words.nobody : (names.get(one.claimedBy) ?? '—')],
            [words.note, one.note ?? '—'],
            [words.result, one.result ?? '—'],
          ]}
        />
        {isOpen && one.claimedBy === undefined && may(visit.staff, 'case.edit') && (
          <Form action={`${path}/claim`}>
            <button type="submit">{words.claim}</button>
          </Form>
        )}
        {isOpen && one.claimedBy !== undefined && !isMine && <p class="note">{words.claimed}</p>}
        {isOpen && isMine && <Work path={path} note={one.note} />}
      </>
    ),
  });
};

const Work = ({ path, note }: { readonly path: string; readonly note: string | undefined }) => (
  <>
    <Form action={`${path}/note`}>
      <TextArea name="note" label={words.note} hint={words.noteHint} value={note} rows={4} />
      <button type="submit" class="second">
        {words.saveNote}
      </button>
    </Form>
    <p>
      <a href="/console/places/new">{words.addPlace}</a>
    </p>
    <Form action={`${path}/finish`}>
      <TextArea name="result" label={words.result} rows={3} isNeeded />
      <p class="hint">{words.finishHint}</p>
      <button type="submit">{words.finish}</button>
    </Form>
  </>
);

type Answer = (visit: Visit, one: ListedCase) => Response | Promise<Response>;

/** A route about one case, which is not there for staff of other districts. */
const found = (answer: Answer) => async (visit: Visit) => {
  const one = await findCase(visit.deps.db, visit.staff.scope, visit.c.req.param('id') ?? '');
  return one ? answer(visit, one) : refusalPage(visit, 404, wording.notFound);
};

const entryOf = (visit: Visit, action: string, { id, district }: ListedCase) =>
  visit.entry({
    action,
    subjectKind: 'case',
    subjectId: id,
    ...(district === undefined ? {} : { district }),
  });

const typedText = async (visit: Visit, field: string, longest: number): Promise<string> =>
  textOf(await typedIn(visit.c), field)
    .trim()
    .slice(0, longest);

const claim: Answer = async (visit, one) => {
  const { db } = visit.deps;
  const isHers = await claimCase(db, visit.staff.scope, one.id, entryOf(visit, 'case.claimed', one));
  return isHers
    ? visit.c.redirect(`/console/cases/${encodeURIComponent(one.id)}`, 303)
    : refusalPage(visit, 409, words.claimed);
};

const note: Answer = async (visit, one) => {
  const text = await typedText(visit, 'note', 2_000);
  const isHers = await noteCase(visit.deps.db, one.id, text, entryOf(visit, 'case.noted', one));
  return isHers
    ? visit.c.redirect(`/console/cases/${encodeURIComponent(one.id)}?done=saved`, 303)
    : refusalPage(visit, 409, words.claimed);
};

const finish: Answer = async (visit, one) => {
  const result = await typedText(visit, 'result', 500);
  if (result === '') return casePage(visit, one, { field: 'result', message: words.resultMissing });
  const isHers = await finishCase(visit.deps.db, one.id, result, entryOf(visit, 'case.finished', one));
  return isHers ? visit.c.redirect('/console/cases?done=ended', 303) : refusalPage(visit, 409, words.claimed);
};

/** Groups that somebody wants to found or to have listed: taken on by a coordinator, noted, closed. */
export const caseRoutes = new Hono<ConsoleEnv>()
  .get('/cases', route('case.read', listPage))
  .get(
    '/cases/:id',
    route(
      'case.read',
      found((visit, one) => casePage(visit, one)),
    ),
  )
  .post('/cases/:id/claim', route('case.edit', found(claim)))
  .post('/cases/:id/note', route('case.edit', found(note)))
  .post('/cases/:id/finish', route('case.edit', found(finish)));
