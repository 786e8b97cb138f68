import { hashPassword, verifyPassword } from '@better-auth/utils/password';

/** What is wrong with a chosen password. */
export type PasswordProblem = 'short' | 'long' | 'personal' | 'plain';

/** Fewest characters. Length is what makes a password hard to guess; rules about signs only make it hard to keep. */
export const SHORTEST = 12;
const LONGEST = 200;

/** Says what is wrong with a password, or nothing. */
export const passwordProblem = (password: string, email: string): PasswordProblem | undefined => {
  const folded = password.normalize('NFKC').toLowerCase();
  if ([...folded].length < SHORTEST) return 'short';
  if (folded.length > LONGEST) return 'long';
  const [name = ''] = email.split('@');
  if (name.length >= 4 && folded.includes(name)) return 'personal';
  // Few different characters, or a run along the keyboard, is no longer long.
  if (new Set(folded).size < 5 || /^(?:0?123456789|qwerty|password|tokorozawa)/.test(folded)) return 'plain';
  return undefined;
};

/** The hash to store: scrypt with a salt of its own, computed by the runtime and not in JavaScript. */
export const hashed = (password: string): Promise<string> => hashPassword(password);

let decoy: Promise<string> | undefined;

/** Whether it is the password. Where there is none it takes as long to say no, so that nobody learns who works here. */
export const isPassword = async (hash: string | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword('a password that nobody has');
  const matches = await verifyPassword(hash ?? (await decoy), password);
  return hash !== undefined && matches;
};
