import { Hono } from 'hono';
import { inviteSupporter } from '../../service/notices/invites';
import { askForNewPasskey, madePasskey } from '../../service/sign-in/passkey';
import { linkMark, linkOwnLine, staffPersonId } from '../../store/staff';
import { addPasskey, listPasskeys, removePasskey, type StaffPasskey } from '../../store/staff-passkeys';
import { endAllSessions, listSessions, type StaffSession } from '../../store/staff-sessions';
import { dropSession, keepStep, stepToken } from '../cookies';
import { type Problem, textOf, typedIn } from '../form';
import { page } from '../page';
import { Form, FormToken } from '../parts/form';
import { momentText } from '../parts/moment';
import { Facts, Table } from '../parts/table';
import { route } from '../route';
import { originOf } from '../sign-in/sign-in';
import { words as signInWords } from '../sign-in/wording';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

const accountPage = async (visit: Visit, problem?: Problem, code?: string) => {
  const { deps, staff, session, now } = visit;
  const [passkeys, sessions, line] = await Promise.all([
    listPasskeys(deps.db, staff.id),
    listSessions(deps.db, staff.id, now),
    staffPersonId(deps.db, staff.id),
  ]);
  return page(visit, {
    title: words.title,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    body: (
      <>
        <h1>{words.title}</h1>
        <Facts
          facts={[
            [words.who, staff.name],
            [words.email, staff.email],
            [words.role, wording.roles[staff.role]],
            [words.scope, wording.scope(staff.scope)],
          ]}
        />
        <h2 id="passkeys">{words.passkeys}</h2>
        <p class="hint">{words.passkeysHint}</p>
        {passkeys.length > 0 && <Passkeys passkeys={passkeys} />}
        <form
          method="post"
          action="/console/account/passkeys"
          data-passkey="create"
          data-options="/console/account/passkeys/options"
          hidden
        >
          <FormToken />
          <p class="bad" role="alert" data-say hidden>
            {words.addFailed}
          </p>
          <input type="hidden" name="response" value="" />
          <button type="submit" class="second">
            {words.add}
          </button>
        </form>
        <OwnLine isLinked={line !== undefined} code={code} />
        <h2>{words.sessions}</h2>
        <p class="hint">{words.length}</p>
        <Sessions sessions={sessions} here={session.id} />
        <Form action="/console/account/sign-out-everywhere">
          <p class="hint">{words.endAllHint}</p>
          <button type="submit" class="danger">
            {words.endAll}
          </button>
        </Form>
      </>
    ),
  });
};

const OwnLine = (props: { readonly isLinked: boolean; readonly code: string | undefined }) => (
  <>
    <h2 id="line">{words.line}</h2>
    <p class="hint">{words.lineHint}</p>
    <p>{props.isLinked ? words.linked : words.notLinked}</p>
    {props.code === undefined ? (
      <Form action="/console/account/line">
        <button type="submit" class="second">
          {words.makeCode}
        </button>
      </Form>
    ) : (
      <>
        <p>{words.codeLead}</p>
        <p>
          <span class="token large" id="code">
            {props.code}
          </span>
        </p>
        <Form action="/console/account/line/linked">
          <button type="submit">{words.codeSent}</button>
        </Form>
      </>
    )}
  </>
);

const Passkeys = ({ passkeys }: { readonly passkeys: readonly StaffPasskey[] }) => (
  <Table caption={words.passkeys} head={[words.made, words.used, words.remove]}>
    {passkeys.map(({ id, createdAt, usedAt }) => (
      <tr>
        <td>{momentText(createdAt)}</td>
        <td>{usedAt === undefined ? words.never : momentText(usedAt)}</td>
        <td>
          <Form action="/console/account/passkeys/remove" class="inline">
            <input type="hidden" name="id" value={id} />
            <button type="submit" class="quiet">
              {words.remove}
            </button>
          </Form>
        </td>
      </tr>
    ))}
  </Table>
);

const Sessions = (props: { readonly sessions: readonly StaffSession[]; readonly here: string }) => (
  <Table caption={words.sessions} head={[words.device, words.way, words.since, words.seen, words.from]}>
    {props.sessions.map(({ id, device, way, startedAt, seenAt, from }) => (
      <tr>
        <td>
          {id === props.here && <span class="tag good">{words.here}</span>} {device}
        </td>
        <td>{words.ways[way]}</td>
        <td>{momentText(startedAt)}</td>
        <td>{momentText(seenAt)}</td>
        <td>{from}</td>
      </tr>
    ))}
  </Table>
);

/** One's own access: passkeys, devices, and the end of all sessions. */
export const accountRoutes = new Hono<ConsoleEnv>()
  .get(
    '/account',
    route('account.edit', (visit) => accountPage(visit)),
  )
  .post(
    '/account/passkeys/options',
    route('account.edit', async ({ c, deps, staff }) => {
      const question = await askForNewPasskey(deps, originOf(c).origin, signInWords.issuer, staff);
      keepStep(c, question.token);
      return c.json(question.options);
    }),
  )
  .post(
    '/account/passkeys',
    route('account.edit', async (visit) => {
      const { c, deps, staff, entry } = visit;
      const response = textOf(await typedIn(c), 'response');
      const passkey = await madePasskey(deps, originOf(c).origin, stepToken(c), response, staff.id);
      if (!passkey) return accountPage(visit, { field: 'passkeys', message: words.addFailed });
      const did = { action: 'passkey.added', subjectKind: 'staff', subjectId: staff.id };
      await addPasskey(deps.db, passkey, entry(did));
      return c.redirect('/console/account?done=added', 303);
    }),
  )
  .post(
    '/account/passkeys/remove',
    route('account.edit', async (visit) => {
      const { c, deps, staff, entry } = visit;
      const id = textOf(await typedIn(c), 'id');
      const did = { action: 'passkey.removed', subjectKind: 'staff', subjectId: staff.id };
      if (await removePasskey(deps.db, staff.id, id, entry(did))) {
        return c.redirect('/console/account?done=removed', 303);
      }
      return accountPage(visit, { field: 'passkeys', message: words.lastPasskey });
    }),
  )
  .post(
    '/account/line',
    route('account.edit', async (visit) => {
      // A code that gives no class and no place: all it tells is who wrote it.
      const code = await inviteSupporter(visit.deps, [], linkMark(visit.staff.id));
      return accountPage(visit, undefined, code);
    }),
  )
  .post(
    '/account/line/linked',
    route('account.edit', async (visit) => {
      const { c, deps, staff, entry } = visit;
      const did = { action: 'staff.line-linked', subjectKind: 'staff', subjectId: staff.id };
      return (await linkOwnLine(deps.db, staff.id, entry(did)))
        ? c.redirect('/console/account?done=saved', 303)
        : accountPage(visit, { field: 'line', message: words.codeNotSeen });
    }),
  )
  .post(
    '/account/sign-out-everywhere',
    route('account.edit', async ({ c, deps, staff, entry }) => {
      const did = { action: 'session.ended-everywhere', subjectKind: 'staff', subjectId: staff.id };
      await endAllSessions(deps.db, staff.id, entry(did));
      dropSession(c);
      return c.redirect('/console/sign-in?done=signed-out-everywhere', 303);
    }),
  );
