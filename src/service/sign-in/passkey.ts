import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { z } from 'zod';
import type { StaffMember } from '../../core/staff';
import { askBrowser, takeChallenge } from '../../store/staff-challenges';
import { findPasskey, listPasskeys, type StaffPasskey, usePasskey } from '../../store/staff-passkeys';
import type { SignInDeps } from './deps';
import { digestOf, newToken } from './secrets';

/** How long a browser may take to answer, in ms. */
const CHALLENGE_LIFE = 5 * 60_000;

/** A question for the browser, and the token of the cookie that belongs to it. */
export interface PasskeyQuestion {
  /** What `navigator.credentials` is given, as JSON. */
  readonly options: object;
  readonly token: string;
}

const hostOf = (origin: string): string => new URL(origin).hostname;

const keep = async (
  deps: SignInDeps,
  kind: 'passkey' | 'new-passkey',
  challenge: string,
  staffId?: string,
): Promise<string> => {
  const token = newToken();
  await askBrowser(deps.db, {
    id: await digestOf(token),
    kind,
    challenge,
    ...(staffId === undefined ? {} : { staffId }),
    expiresAt: deps.now() + CHALLENGE_LIFE,
  });
  return token;
};

/** Asks for any passkey of this site. The device must make sure of its owner: the passkey stands for both factors. */
export const askForPasskey = async (deps: SignInDeps, origin: string): Promise<PasskeyQuestion> => {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(origin),
    userVerification: 'required',
    timeout: CHALLENGE_LIFE,
  });
  return { options, token: await keep(deps, 'passkey', options.challenge) };
};

/** Asks a member's device to make a passkey. */
export const askForNewPasskey = async (
  deps: SignInDeps,
  origin: string,
  siteName: string,
  member: StaffMember,
): Promise<PasskeyQuestion> => {
  const options = await generateRegistrationOptions({
    rpID: hostOf(origin),
    rpName: siteName,
    userID: Uint8Array.from(new TextEncoder().encode(member.id)),
    userName: member.email,
    userDisplayName: member.name,
    timeout: CHALLENGE_LIFE,
    attestationType: 'none',
    excludeCredentials: (await listPasskeys(deps.db, member.id)).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, token: await keep(deps, 'new-passkey', options.challenge, member.id) };
};

const extensions = z.custom<AuthenticationResponseJSON['clientExtensionResults']>(
  (value) => typeof value === 'object' && value !== null,
);
const shared = {
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  clientExtensionResults: extensions,
};

const answer = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().exactOptional(),
  }),
}) satisfies z.ZodType<AuthenticationResponseJSON>;

const made = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).exactOptional(),
  }),
}) satisfies z.ZodType<RegistrationResponseJSON>;

/** What a browser sent, as text; nothing where it is not what was asked for. */
const read = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** Whose passkey answered, if it is one of ours, fresh, and its owner was verified. */
export const ownerOfPasskey = async (
  deps: SignInDeps,
  origin: string,
  token: string,
  text: string,
): Promise<string | undefined> => {
  const asked = await takeChallenge(deps.db, await digestOf(token), 'passkey', deps.now());
  const response = read(answer, text);
  if (!asked || !response) return undefined;
  const passkey = await findPasskey(deps.db, response.id);
  if (!passkey) return undefined;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    credential: {
      id: passkey.id,
      publicKey: isoBase64URL.toBuffer(passkey.publicKey),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { newCounter } = verified.authenticationInfo;
  const isFirstUse = await usePasskey(deps.db, passkey.id, newCounter, deps.now());
  return isFirstUse ? passkey.staffId : undefined;
};

/** The passkey a browser made for this member, ready to be stored; nothing where it does not prove itself. */
export const madePasskey = async (
  deps: SignInDeps,
  origin: string,
  token: string,
  text: string,
  staffId: string,
): Promise<StaffPasskey | undefined> => {
  const asked = await takeChallenge(deps.db, await digestOf(token), 'new-passkey', deps.now());
  const response = read(made, text);
  if (!asked || asked.staffId !== staffId || !response) return undefined;
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { credential } = verified.registrationInfo;
  return {
    id: credential.id,
    staffId,
    publicKey: isoBase64URL.fromBuffer(credential.publicKey),
    counter: credential.counter,
    transports: response.response.transports ?? [],
    createdAt: deps.now(),
  };
};
