import { Hono } from 'hono';
import type { StaffMember } from '../../core/staff';
import { authenticatorLink, secretOfInvitation } from '../../service/sign-in/authenticator';
import { acceptWithPasskey, acceptWithPassword, invitedByLink } from '../../service/sign-in/invite';
import { askForNewPasskey, madePasskey } from '../../service/sign-in/passkey';
import { keepStep, stepToken } from '../cookies';
import { type Problem, textOf, typedIn } from '../form';
import { openPage } from '../page';
import { TextField } from '../parts/form';
import { Qr } from '../parts/qr';
import { openRoute } from '../route';
import type { Ask, ConsoleEnv } from '../visit';
import { letIn, originOf } from './sign-in';
import { words } from './wording';

const tokenIn = (c: Ask): string => c.req.param('token') ?? '';

const gonePage = (c: Ask) =>
  openPage(c, {
    title: words.invitationTitle,
    status: 410,
    body: (
      <>
        <h1>{words.invitationTitle}</h1>
        <p class="bad">{words.invitationGone}</p>
      </>
    ),
  });

const invitationPage = async (c: Ask, member: StaffMember, problem?: Problem) => {
  const token = tokenIn(c);
  const secret = await secretOfInvitation(c.get('deps').secret, token);
  const path = `/console/invitation/${token}`;
  return openPage(c, {
    title: words.invitationTitle,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    body: (
      <>
        <h1>{words.invitationTitle}</h1>
        <p class="lead">{words.invitationLead(member.name)}</p>
        <form
          method="post"
          action={`${path}/passkey`}
          data-passkey="create"
          data-options={`${path}/passkey/options`}
          hidden
        >
          <h2>{words.invitationPasskeyTitle}</h2>
          <p class="hint">{words.invitationPasskeyHint}</p>
          <p class="bad" role="alert" data-say hidden>
            {words.passkeyFailed}
          </p>
          <input type="hidden" name="response" value="" />
          <button type="submit">{words.invitationPasskeyButton}</button>
        </form>
        <noscript>
          <p class="note">{words.noScript}</p>
        </noscript>
        <h2>{words.invitationPasswordTitle}</h2>
        <form method="post" action={`${path}/password`} novalidate>
          <input type="hidden" name="username" autocomplete="username" value={member.email} />
          <TextField
            name="password"
            label={words.invitationPassword}
            hint={words.invitationPasswordHint}
            type="password"
            autocomplete="new-password"
            isNeeded
          />
          <TextField
            name="again"
            label={words.invitationAgain}
            type="password"
            autocomplete="new-password"
            isNeeded
          />
          <p>{words.invitationQr}</p>
          <Qr text={authenticatorLink(secret, words.issuer, member.email)} label={words.invitationQr} />
          <p class="hint">{words.invitationSecret(secret)}</p>
          <TextField
            name="code"
            label={words.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            size="short"
            isNeeded
          />
          <button type="submit">{words.invitationButton}</button>
        </form>
      </>
    ),
  });
};

/** Looks the link up before anything else; a link that does not work says nothing of whom it was for. */
const invited = (answer: (c: Ask, member: StaffMember) => Response | Promise<Response>) =>
  openRoute(async (c) => {
    const member = await invitedByLink(c.get('deps'), tokenIn(c));
    return member ? answer(c, member) : gonePage(c);
  });

/** Taking up an invitation: a passkey first, else a password with an authenticator. */
export const invitationRoutes = new Hono<ConsoleEnv>()
  .get(
    '/invitation/:token',
    invited((c, member) => invitationPage(c, member)),
  )
  .post(
    '/invitation/:token/passkey/options',
    invited(async (c, member) => {
      const question = await askForNewPasskey(c.get('deps'), originOf(c).origin, words.issuer, member);
      keepStep(c, question.token);
      return c.json(question.options);
    }),
  )
  .post(
    '/invitation/:token/passkey',
    invited(async (c, member) => {
      const deps = c.get('deps');
      const response = textOf(await typedIn(c), 'response');
      const origin = originOf(c);
      const passkey = await madePasskey(deps, origin.origin, stepToken(c), response, member.id);
      if (!passkey) return invitationPage(c, member, { field: 'password', message: words.passkeyFailed });
      const result = await acceptWithPasskey(deps, origin, tokenIn(c), member, passkey);
      return result.kind === 'in' ? letIn(c, result.token) : gonePage(c);
    }),
  )
  .post(
    '/invitation/:token/password',
    invited(async (c, member) => {
      const typed = await typedIn(c);
      const result = await acceptWithPassword(c.get('deps'), originOf(c), tokenIn(c), member, {
        password: textOf(typed, 'password'),
        again: textOf(typed, 'again'),
        code: textOf(typed, 'code'),
      });
      if (result.kind === 'in') return letIn(c, result.token);
      if (result.kind !== 'problem') return gonePage(c);
      const field = result.problem === 'differs' ? 'again' : result.problem === 'code' ? 'code' : 'password';
      return invitationPage(c, member, { field, message: words.problems[result.problem] });
    }),
  );
