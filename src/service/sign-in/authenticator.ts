import { Secret, TOTP } from 'otpauth';
import { derivedBytes } from './secrets';

/** Seconds a code lives, as every authenticator takes for granted. */
const PERIOD = 30;
/** How many steps a phone's clock may be off. */
const WINDOW = 1;

/**
 * The authenticator's secret that belongs to an invitation, base32. It follows from the link, so that the page may be
 * loaded again without a second secret and nothing is stored before she typed a good code.
 */
export const secretOfInvitation = async (secret: string, invitation: string): Promise<string> => {
  const bytes = await derivedBytes(secret, `invitation:${invitation}`, 20);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
};

/** The address an authenticator reads from a QR code. */
export const authenticatorLink = (codeSecret: string, issuer: string, email: string): string =>
  new TOTP({ issuer, label: email, secret: codeSecret, period: PERIOD }).toString();

/** The time step whose code this is, or nothing where it is no code of now; each step may be used once. */
export const stepOfCode = (codeSecret: string, code: string, now: number): number | undefined => {
  const token = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = new TOTP({ secret: codeSecret, period: PERIOD }).validate({
    token,
    timestamp: now,
    window: WINDOW,
  });
  return delta === null ? undefined : TOTP.counter({ period: PERIOD, timestamp: now }) + delta;
};
