import type { StaffMember } from '../../core/staff';
import { recordAudit } from '../../store/audit';
import { forgetTries, takeTry } from '../../store/sign-in-delay';
import { credentialsByEmail, credentialsById, useCodeStep } from '../../store/staff';
import { askBrowser, seeChallenge, takeChallenge } from '../../store/staff-challenges';
import { startSession, type Way } from '../../store/staff-sessions';
import { stepOfCode } from './authenticator';
import type { Origin, SignInDeps } from './deps';
import { ownerOfPasskey } from './passkey';
import { isPassword } from './password';
import { digestOf, newToken, opened } from './secrets';

/** Tries under one address before each failure makes the next wait. */
const PER_ADDRESS = { freeTries: 5 };
/** Tries from one network address: a whole office may share one. */
const PER_ORIGIN = { freeTries: 40 };
/** How long the code may be waited for after the password, in ms. */
const CODE_LIFE = 5 * 60_000;

/** What became of a try to sign in. */
export type SignIn =
  /** Signed in: the token for her cookie. */
  | { readonly kind: 'in'; readonly token: string }
  /** The password is right: the token under which the code is asked for. */
  | { readonly kind: 'code'; readonly token: string }
  | { readonly kind: 'refused' }
  /** The question is too old: from the start. */
  | { readonly kind: 'expired' }
  /** Too many failures: not before this moment, in ms. */
  | { readonly kind: 'wait'; readonly until: number };

const waitOf = async (deps: SignInDeps, origin: Origin, email: string): Promise<number | undefined> =>
  (await takeTry(deps.db, `from:${origin.from}`, PER_ORIGIN, deps.now())) ??
  (await takeTry(deps.db, `email:${email}`, PER_ADDRESS, deps.now()));

const refuse = async (deps: SignInDeps, origin: Origin, email: string): Promise<SignIn> => {
  await recordAudit(deps.db, {
    id: deps.newId(),
    at: deps.now(),
    staffName: email.slice(0, 100),
    action: 'session.refused',
    subjectKind: 'session',
    subjectId: email.slice(0, 100),
    from: origin.from,
  });
  return { kind: 'refused' };
};

/** Starts a session for someone who has proved who she is. */
export const enter = async (
  deps: SignInDeps,
  origin: Origin,
  member: StaffMember,
  way: Way,
): Promise<SignIn & { readonly kind: 'in' }> => {
  const token = newToken();
  const id = await digestOf(token);
  const now = deps.now();
  await startSession(
    deps.db,
    { id, staffId: member.id, way, startedAt: now, seenAt: now, from: origin.from, device: origin.device },
    {
      id: deps.newId(),
      at: now,
      staffId: member.id,
      staffName: member.name,
      action: 'session.started',
      subjectKind: 'staff',
      subjectId: member.id,
      after: { way, device: origin.device },
      from: origin.from,
    },
  );
  await Promise.all([
    forgetTries(deps.db, `email:${member.email}`),
    forgetTries(deps.db, `from:${origin.from}`),
  ]);
  return { kind: 'in', token };
};

/** Signs in with a passkey. Delays do not matter here: nobody can guess one. */
export const signInWithPasskey = async (
  deps: SignInDeps,
  origin: Origin,
  token: string,
  response: string,
): Promise<SignIn> => {
  const staffId = await ownerOfPasskey(deps, origin.origin, token, response);
  const found = staffId === undefined ? undefined : await credentialsById(deps.db, staffId);
  return found ? enter(deps, origin, found.member, 'passkey') : { kind: 'refused' };
};

/** The first of two steps: address and password. The answer is the same whether the address is known or not. */
export const signInWithPassword = async (
  deps: SignInDeps,
  origin: Origin,
  typed: { readonly email: string; readonly password: string },
): Promise<SignIn> => {
  const email = typed.email.trim().toLowerCase();
  const until = await waitOf(deps, origin, email);
  if (until !== undefined) return { kind: 'wait', until };
  const found = await credentialsByEmail(deps.db, email);
  const isRight = await isPassword(found?.passwordHash, typed.password);
  if (!found || !isRight || found.codeSecret === undefined) return refuse(deps, origin, email);
  const token = newToken();
  await askBrowser(deps.db, {
    id: await digestOf(token),
    kind: 'code',
    challenge: '',
    staffId: found.member.id,
    expiresAt: deps.now() + CODE_LIFE,
  });
  return { kind: 'code', token };
};

/** The second step: the code of her authenticator, each code once. */
export const signInWithCode = async (
  deps: SignInDeps,
  origin: Origin,
  token: string,
  code: string,
): Promise<SignIn> => {
  const id = await digestOf(token);
  const asked = await seeChallenge(deps.db, id, 'code', deps.now());
  const found = asked?.staffId === undefined ? undefined : await credentialsById(deps.db, asked.staffId);
  if (found?.codeSecret === undefined) return { kind: 'expired' };
  const { member, codeSecret } = found;
  const until = await waitOf(deps, origin, member.email);
  if (until !== undefined) return { kind: 'wait', until };
  const step = stepOfCode(await opened(deps.secret, member.id, codeSecret), code, deps.now());
  if (step === undefined || !(await useCodeStep(deps.db, member.id, step))) {
    return refuse(deps, origin, member.email);
  }
  if (!(await takeChallenge(deps.db, id, 'code', deps.now()))) return { kind: 'expired' };
  return enter(deps, origin, member, 'code');
};
