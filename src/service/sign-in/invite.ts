import type { AuditEntry } from '../../core/audit';
import type { Role, Scope, StaffMember } from '../../core/staff';
import { addMember } from '../../store/staff';
import {
  invitationStatement,
  inviteAgain,
  invitedBy,
  keepCredential,
  type NewCredential,
  takeInvitation,
} from '../../store/staff-invitations';
import type { StaffPasskey } from '../../store/staff-passkeys';
import { secretOfInvitation, stepOfCode } from './authenticator';
import type { Origin, SignInDeps } from './deps';
import { hashed, type PasswordProblem, passwordProblem } from './password';
import { digestOf, newToken, sealed } from './secrets';
import { enter, type SignIn } from './sign-in';

/** Who is to be invited, to what. */
export interface Invited {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly scope: Scope;
}

/** Who invites: a member, or the command line. */
export type By = Pick<AuditEntry, 'staffName' | 'from' | 'staffId'>;

/** A path below the console, to be handed over in person; it works once. */
const pathOf = (token: string): string => `/console/invitation/${token}`;

/** Adds a member and makes her link; nothing where the address is taken. */
export const inviteMember = async (
  deps: SignInDeps,
  by: By,
  invited: Invited,
): Promise<{ readonly path: string; readonly id: string } | undefined> => {
  const token = newToken();
  const member: StaffMember = { ...invited, email: invited.email.trim().toLowerCase(), id: deps.newId() };
  const { name, email, role, scope } = member;
  const isAdded = await addMember(
    deps.db,
    member,
    invitationStatement(deps.db, await digestOf(token), member.id, deps.now()),
    entryOf(deps, by, 'staff.invited', member.id, { name, email, role, scope }),
  );
  return isAdded ? { path: pathOf(token), id: member.id } : undefined;
};

/** A new link for a member who lost her device or her link; nothing where her access ended. */
export const inviteMemberAgain = async (
  deps: SignInDeps,
  by: By,
  staffId: string,
): Promise<string | undefined> => {
  const token = newToken();
  const entry = entryOf(deps, by, 'staff.invited-again', staffId, {});
  return (await inviteAgain(deps.db, await digestOf(token), staffId, entry)) ? pathOf(token) : undefined;
};

/** Whom a link invites, while it works. */
export const invitedByLink = async (deps: SignInDeps, token: string): Promise<StaffMember | undefined> =>
  invitedBy(deps.db, await digestOf(token), deps.now());

/** Takes up an invitation with a passkey that was made for it, and signs in. */
export const acceptWithPasskey = async (
  deps: SignInDeps,
  origin: Origin,
  token: string,
  member: StaffMember,
  passkey: StaffPasskey,
): Promise<SignIn> => accept(deps, origin, token, member, { kind: 'passkey', passkey });

/** What is wrong with what she typed to take up an invitation. */
export type AcceptProblem = PasswordProblem | 'differs' | 'code';

/** Takes up an invitation with a password and an authenticator, and signs in. */
export const acceptWithPassword = async (
  deps: SignInDeps,
  origin: Origin,
  token: string,
  member: StaffMember,
  typed: { readonly password: string; readonly again: string; readonly code: string },
): Promise<SignIn | { readonly kind: 'problem'; readonly problem: AcceptProblem }> => {
  const problem = passwordProblem(typed.password, member.email);
  if (problem) return { kind: 'problem', problem };
  if (typed.password !== typed.again) return { kind: 'problem', problem: 'differs' };
  const codeSecret = await secretOfInvitation(deps.secret, token);
  const codeStep = stepOfCode(codeSecret, typed.code, deps.now());
  if (codeStep === undefined) return { kind: 'problem', problem: 'code' };
  return accept(deps, origin, token, member, {
    kind: 'password',
    passwordHash: await hashed(typed.password),
    codeSecret: await sealed(deps.secret, member.id, codeSecret),
    codeStep,
  });
};

const accept = async (
  deps: SignInDeps,
  origin: Origin,
  token: string,
  member: StaffMember,
  credential: NewCredential,
): Promise<SignIn> => {
  if (!(await takeInvitation(deps.db, await digestOf(token), member.id, deps.now())))
    return { kind: 'expired' };
  const by: By = { staffId: member.id, staffName: member.name, from: origin.from };
  const entry = entryOf(deps, by, 'invitation.accepted', member.id, { way: credential.kind });
  await keepCredential(deps.db, member.id, credential, entry);
  return enter(deps, origin, member, credential.kind === 'passkey' ? 'passkey' : 'code');
};

const entryOf = (
  deps: SignInDeps,
  by: By,
  action: string,
  subjectId: string,
  after: Readonly<Record<string, unknown>>,
): AuditEntry => ({
  ...by,
  id: deps.newId(),
  at: deps.now(),
  action,
  subjectKind: 'staff',
  subjectId,
  after,
});
