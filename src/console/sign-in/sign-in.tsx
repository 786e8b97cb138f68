import { Hono } from 'hono';
import { z } from 'zod';
import { inTokyo } from '../../core/calendar';
import type { Origin, SignInDeps } from '../../service/sign-in/deps';
import { askForPasskey } from '../../service/sign-in/passkey';
import {
  type SignIn,
  signInWithCode,
  signInWithPasskey,
  signInWithPassword,
} from '../../service/sign-in/sign-in';
import { endSession } from '../../store/staff-sessions';
import { dropSession, dropStep, keepSession, keepStep, stepToken } from '../cookies';
import { needed, type Problem, readForm, type Typed } from '../form';
import { openPage } from '../page';
import { TextField } from '../parts/form';
import { openRoute, route } from '../route';
import { type Ask, addressOf, type ConsoleEnv } from '../visit';
import { words } from './wording';

/** Where a request came from, as signing in wants to know it. */
export const originOf = (c: Ask): Origin => ({
  origin: new URL(c.req.url).origin,
  from: addressOf(c),
  device: (c.req.header('user-agent') ?? '').slice(0, 120),
});

/** What is said where signing in did not work; nothing where it did. */
const problemOf = (result: SignIn): Problem | undefined => {
  switch (result.kind) {
    case 'refused':
      return { field: 'email', message: words.refused };
    case 'wait':
      return { field: 'email', message: words.wait(inTokyo(result.until).time) };
    case 'expired':
      return { field: 'email', message: words.expired };
    default:
      return undefined;
  }
};

/** Lets her in, to the page she asked for; only paths of the console are followed. */
export const letIn = (c: Ask, token: string): Response => {
  keepSession(c, token);
  dropStep(c);
  const next = c.req.query('next') ?? '';
  return c.redirect(/^\/console(?:\/[\w/-]*)?$/.test(next) ? next : '/console', 303);
};

/** `?next=…` again, so that it survives both steps. */
const nextOf = (c: Ask): string => {
  const next = c.req.query('next');
  return next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
};

const signInPage = (c: Ask, problem?: Problem, typed: Typed = {}) =>
  openPage(c, {
    title: words.title,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    typed,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <form
          method="post"
          action={`/console/sign-in/passkey${nextOf(c)}`}
          data-passkey="get"
          data-options="/console/sign-in/passkey/options"
          hidden
        >
          <h2>{words.passkeyTitle}</h2>
          <p class="hint">{words.passkeyHint}</p>
          <p class="bad" role="alert" data-say hidden>
            {words.passkeyFailed}
          </p>
          <input type="hidden" name="response" value="" />
          <button type="submit">{words.passkeyButton}</button>
        </form>
        <h2>{words.passwordTitle}</h2>
        <form method="post" action={`/console/sign-in/password${nextOf(c)}`} novalidate>
          <TextField name="email" label={words.email} type="email" autocomplete="username" isNeeded />
          <TextField
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            isNeeded
          />
          <button type="submit" class="second">
            {words.next}
          </button>
        </form>
      </>
    ),
  });

const codePage = (c: Ask, message?: string) =>
  openPage(c, {
    title: words.codeTitle,
    status: message === undefined ? 200 : 422,
    problems: message === undefined ? [] : [{ field: 'code', message }],
    body: (
      <>
        <h1>{words.codeTitle}</h1>
        <form method="post" action={`/console/sign-in/code${nextOf(c)}`} novalidate>
          <TextField
            name="code"
            label={words.code}
            hint={words.codeHint}
            inputmode="numeric"
            autocomplete="one-time-code"
            size="short"
            isNeeded
          />
          <button type="submit">{words.enter}</button>
        </form>
        <p>
          <a href={`/console/sign-in${nextOf(c)}`}>{words.again}</a>
        </p>
      </>
    ),
  });

const passwordForm = z.object({
  email: needed(words.emailMissing),
  password: z.string({ error: words.passwordMissing }).min(1, words.passwordMissing).max(1000),
});
const codeForm = z.object({ code: needed(words.codeMissing, 20) });

const depsOf = (c: Ask): SignInDeps => c.get('deps');

/** Signing in and out. */
export const signInRoutes = new Hono<ConsoleEnv>()
  .get(
    '/sign-in',
    openRoute((c) => signInPage(c)),
  )
  .post(
    '/sign-in/passkey/options',
    openRoute(async (c) => {
      const { options, token } = await askForPasskey(depsOf(c), originOf(c).origin);
      keepStep(c, token);
      return c.json(options);
    }),
  )
  .post(
    '/sign-in/passkey',
    openRoute(async (c) => {
      const fields = await c.req.parseBody();
      const response = typeof fields.response === 'string' ? fields.response : '';
      const result = await signInWithPasskey(depsOf(c), originOf(c), stepToken(c), response);
      if (result.kind === 'in') return letIn(c, result.token);
      return signInPage(c, { field: 'email', message: words.passkeyFailed });
    }),
  )
  .post(
    '/sign-in/password',
    openRoute(async (c) => {
      const form = await readForm(c, passwordForm);
      if (!form.ok) return signInPage(c, form.problems[0], form.typed);
      const result = await signInWithPassword(depsOf(c), originOf(c), form.value);
      if (result.kind !== 'code') return signInPage(c, problemOf(result), { email: form.value.email });
      keepStep(c, result.token);
      return c.redirect(`/console/sign-in/code${nextOf(c)}`, 303);
    }),
  )
  .get(
    '/sign-in/code',
    openRoute((c) => codePage(c)),
  )
  .post(
    '/sign-in/code',
    openRoute(async (c) => {
      const form = await readForm(c, codeForm);
      if (!form.ok) return codePage(c, words.codeMissing);
      const result = await signInWithCode(depsOf(c), originOf(c), stepToken(c), form.value.code);
      if (result.kind === 'in') return letIn(c, result.token);
      if (result.kind === 'refused') return codePage(c, words.codeRefused);
      return signInPage(c, problemOf(result));
    }),
  )
  .post(
    '/sign-out',
    route('account.edit', async ({ c, deps, session, staff, entry }) => {
      const did = { action: 'session.ended', subjectKind: 'staff', subjectId: staff.id };
      await endSession(deps.db, session.id, entry(did));
      dropSession(c);
      return c.redirect('/console/sign-in?done=signed-out', 303);
    }),
  );
