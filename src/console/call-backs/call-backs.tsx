import { Hono } from 'hono';
import { isWithin } from '../../core/staff';
import { recordAudit } from '../../store/audit';
import {
  addCallBack,
  type CallBack,
  callBacksWithin,
  claimCallBack,
  findCallBack,
  finishCallBack,
} from '../../store/call-backs';
import { staffNames } from '../../store/staff';
import { type Problem, type Typed, textOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { Form, Select, TextArea, TextField } from '../parts/form';
import { momentText } from '../parts/moment';
import { Facts, Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** How many the list shows. */
const LISTED = 200;

const entryOf = (visit: Visit, action: string, call: Pick<CallBack, 'id' | 'district'>) =>
  visit.entry({
    action,
    subjectKind: 'call-back',
    subjectId: call.id,
    ...(call.district === undefined ? {} : { district: call.district }),
  });

const Calls = (props: {
  readonly title: string;
  readonly calls: readonly CallBack[];
  readonly names: ReadonlyMap<string, string>;
}) => (
  <>
    <h2>{props.title}</h2>
    {props.calls.length === 0 ? (
      <p>{wording.none}</p>
    ) : (
      <Table caption={props.title} head={[words.topic, words.district, words.asked, words.who, words.result]}>
        {props.calls.map((call) => (
          <tr>
            <th scope="row">
              <a href={`/console/call-backs/${call.id}`}>{call.topic}</a>
            </th>
            <td>{call.district ?? words.noDistrict}</td>
            <td>{momentText(call.askedAt)}</td>
            <td>
              {call.claimedBy === undefined ? (
                <span class="tag attention">{words.nobody}</span>
              ) : (
                props.names.get(call.claimedBy)
              )}
            </td>
            <td>{call.result ?? '—'}</td>
          </tr>
        ))}
      </Table>
    )}
  </>
);

const listPage = async (visit: Visit, problem?: Problem, typed: Typed = {}) => {
  const { db, city } = visit.deps;
  const { scope } = visit.staff;
  const [calls, names] = await Promise.all([callBacksWithin(db, scope, LISTED), staffNames(db)]);
  const districts = city.districts.filter(({ name }) => isWithin(scope, name));
  return page(visit, {
    title: words.title,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    typed,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Calls
          title={words.waiting}
          calls={calls.filter(({ doneAt }) => doneAt === undefined)}
          names={names}
        />
        <h2>{words.addTitle}</h2>
        <Form action="/console/call-backs">
          <input type="hidden" name="id" value={visit.deps.newId()} />
          <TextField name="topic" label={words.topic} isNeeded />
          <div class="pair">
            <TextField name="name" label={words.name} />
            <TextField name="phone" label={words.phone} inputmode="tel" />
          </div>
          <Select
            name="district"
            label={words.district}
            {...(scope === 'all' ? { empty: words.noDistrict } : {})}
            options={districts.map(({ name }) => ({ value: name, label: name }))}
          />
          <TextArea name="note" label={words.note} rows={2} />
          <button type="submit" class="second">
            {words.add}
          </button>
        </Form>
        <Calls title={words.done} calls={calls.filter(({ doneAt }) => doneAt !== undefined)} names={names} />
      </>
    ),
  });
};

const callPage = (visit: Visit, call: CallBack, problem?: Problem) => {
  const isMine = call.claimedBy === visit.staff.id;
  const path = `/console/call-backs/${call.id}`;
  return page(visit, {
    title: call.topic,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    body: (
      <>
        <h1>{call.topic}</h1>
        <p>
          <a href="/console/call-backs">{words.toList}</a>
        </p>
        <Facts
          facts={[
            [words.district, call.district ?? words.noDistrict],
            [words.asked, momentText(call.askedAt)],
            [words.note, call.note ?? '—'],
            ...(isMine
              ? ([
                  [words.name, call.name ?? '—'],
                  [words.phone, call.phone ?? '—'],
                ] as const)
              : []),
            [words.result, call.result ?? '—'],
          ]}
        />
        {call.doneAt === undefined && call.claimedBy === undefined && (
          <Form action={`${path}/claim`}>
            <button type="submit">{words.claim}</button>
          </Form>
        )}
        {call.claimedBy !== undefined && !isMine && <p class="note">{words.claimed}</p>}
        {call.doneAt === undefined && isMine && (
          <Form action={`${path}/finish`}>
            <TextArea name="result" label={words.result} hint={words.resultMissing} rows={3} isNeeded />
            <p class="hint">{words.finishHint}</p>
            <button type="submit">{words.finish}</button>
          </Form>
        )}
      </>
    ),
  });
};

type Answer = (visit: Visit, call: CallBack) => Response | Promise<Response>;

const found = (answer: Answer) => async (visit: Visit) => {
  const call = await findCallBack(visit.deps.db, visit.staff.scope, visit.c.req.param('id') ?? '');
  return call ? answer(visit, call) : refusalPage(visit, 404, wording.notFound);
};

const add = async (visit: Visit) => {
  const typed = await typedIn(visit.c);
  const text = (field: string, longest: number) => textOf(typed, field).trim().slice(0, longest);
  const district = text('district', 40) || undefined;
  if (text('topic', 100) === '')
    return listPage(visit, { field: 'topic', message: words.topicMissing }, typed);
  if (visit.staff.scope !== 'all' && !isWithin(visit.staff.scope, district)) {
    return listPage(visit, { field: 'district', message: words.districtWrong }, typed);
  }
  const id = textOf(typed, 'id');
  if (!/^[0-9a-f-]{36}$/.test(id)) return refusalPage(visit, 409, wording.notFound);
  const call: CallBack = {
    id,
    topic: text('topic', 100),
    askedAt: visit.now,
    ...(district === undefined ? {} : { district }),
    ...(text('name', 60) === '' ? {} : { name: text('name', 60) }),
    ...(text('phone', 20) === '' ? {} : { phone: text('phone', 20) }),
    ...(text('note', 500) === '' ? {} : { note: text('note', 500) }),
  };
  await addCallBack(visit.deps.db, call, entryOf(visit, 'call-back.added', call));
  return visit.c.redirect('/console/call-backs?done=added', 303);
};

/** People who wait to be called: taken on by one of the staff, called, closed. */
export const callBackRoutes = new Hono<ConsoleEnv>()
  .get(
    '/call-backs',
    route('call-back.read', (visit) => listPage(visit)),
  )
  .post('/call-backs', route('call-back.edit', add))
  .get(
    '/call-backs/:id',
    route(
      'call-back.read',
      found(async (visit, call) => {
        if (call.claimedBy === visit.staff.id && call.phone !== undefined) {
          await recordAudit(visit.deps.db, entryOf(visit, 'contact.opened', call));
        }
        return callPage(visit, call);
      }),
    ),
  )
  .post(
    '/call-backs/:id/claim',
    route(
      'call-back.edit',
      found(async (visit, call) => {
        await claimCallBack(visit.deps.db, call.id, entryOf(visit, 'call-back.claimed', call));
        return visit.c.redirect(`/console/call-backs/${call.id}`, 303);
      }),
    ),
  )
  .post(
    '/call-backs/:id/finish',
    route(
      'call-back.edit',
      found(async (visit, call) => {
        const result = textOf(await typedIn(visit.c), 'result')
          .trim()
          .slice(0, 500);
        if (result === '') return callPage(visit, call, { field: 'result', message: words.resultMissing });
        const entry = entryOf(visit, 'call-back.finished', call);
        const isDone = await finishCallBack(visit.deps.db, call.id, result, entry);
        return isDone
          ? visit.c.redirect('/console/call-backs?done=ended', 303)
          : callPage(visit, call, { field: 'result', message: words.claimed });
      }),
    ),
  );
