import type { PersonEvent } from '../../core/event';
import { codeIn, type HerNotices, type Scope, speaksOfCode } from '../../core/notice';
import { addInvite, findInvite } from '../../store/notices/supporters';
import type { PersonWork } from '../../store/turn';
import type { Deps } from '../deps';

/** Only this is kept of a code; it is short-lived, used once, and its tries are counted. */
const hashOf = async (code: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`supporter invite ${code}`));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A code of six digits that is not in use. The randomness is handed in as a new id. */
const newCode = (id: string): string =>
  String(Number.parseInt(id.replaceAll('-', '').slice(-12), 16) % 1_000_000).padStart(6, '0');

/** Makes a one-time code that gives its bearer the role for these classes and places. */
export const inviteSupporter = async (
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  scopes: readonly Scope[],
  madeBy: string,
): Promise<string> => {
  for (;;) {
    const code = newCode(deps.newId());
    const codeHash = await hashOf(code);
    if (await addInvite(deps.db, { codeHash, scopes, madeBy }, deps.now())) return code;
  }
};

/**
 * What the dialogue may know of her notices; with what the code gives, if what she wrote holds one. Only then is the
 * database asked once more.
 */
export const withInvite = async (
  deps: Pick<Deps, 'db' | 'now'>,
  work: PersonWork,
  event: PersonEvent,
): Promise<HerNotices> => {
  const code = event.type === 'said' ? codeIn(event.text) : undefined;
  if (code === undefined) return work.notices;
  const codeHash = await hashOf(code);
  const scopes = await findInvite(deps.db, codeHash, work.person.id, deps.now());
  if (scopes !== undefined) return { ...work.notices, hasCode: true, invite: { codeHash, scopes } };
  return event.type === 'said' && speaksOfCode(event.text)
    ? { ...work.notices, hasCode: true }
    : work.notices;
};
