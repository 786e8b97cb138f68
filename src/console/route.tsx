import type { Handler } from 'hono';
import { tokyoDate } from '../core/calendar';
import { may, type Permission } from '../core/permission';
import { digestOf, formToken } from '../service/sign-in/secrets';
import { findSession } from '../store/staff-sessions';
import { sessionToken } from './cookies';
import { refusalPage } from './page';
import { type Ask, addressOf, type ConsoleEnv, type Visit } from './visit';
import { wording } from './wording';

type Answer = Response | Promise<Response>;

const named = new WeakMap<object, Permission | 'open'>();

/** The permission a handler names; nothing for one that was not made by {@link route} or {@link openRoute}. */
export const permissionOf = (handler: object): Permission | 'open' | undefined => named.get(handler);

/**
 * The only way to a page of the console: it names its permission, lets nobody in who has no session, refuses who may
 * not, and takes a form only if we made it for this session.
 */
export const route = (permission: Permission, answer: (visit: Visit) => Answer): Handler<ConsoleEnv> => {
  const handler = async (c: Ask): Promise<Response> => {
    const visit = await visitOf(c);
    if (!visit) return toSignIn(c);
    if (!may(visit.staff, permission)) return refusalPage(visit, 403, wording.mayNot);
    if (c.req.method !== 'GET' && !(await isOurForm(visit))) {
      return refusalPage(visit, 403, wording.formTooOld);
    }
    return answer(visit);
  };
  named.set(handler, permission);
  return handler;
};

/** A page for somebody who is about to sign in. A test holds the list of these. */
export const openRoute = (answer: (c: Ask) => Answer): Handler<ConsoleEnv> => {
  const handler = (c: Ask): Answer => answer(c);
  named.set(handler, 'open');
  return handler;
};

const visitOf = async (c: Ask): Promise<Visit | undefined> => {
  const deps = c.get('deps');
  const token = sessionToken(c);
  if (token === undefined) return undefined;
  const now = deps.now();
  const found = await findSession(deps.db, await digestOf(token), now);
  if (!found) return undefined;
  const { session, member } = found;
  return {
    c,
    deps,
    staff: member,
    session,
    formToken: await formToken(deps.secret, session.id),
    now,
    today: tokyoDate(now),
    entry: (did) => ({
      ...did,
      id: deps.newId(),
      at: now,
      staffId: member.id,
      staffName: member.name,
      from: addressOf(c),
    }),
  };
};

const isOurForm = async (visit: Visit): Promise<boolean> => {
  const fields = await visit.c.req.parseBody();
  return fields.formToken === visit.formToken;
};

/** A reader is led to the sign-in page and back; a form is not kept for later, it would be sent by somebody else. */
const toSignIn = (c: Ask): Response => {
  const path = new URL(c.req.url).pathname;
  const next = c.req.method === 'GET' && path !== '/console' ? `?next=${encodeURIComponent(path)}` : '';
  return c.redirect(`/console/sign-in${next}`, 303);
};
