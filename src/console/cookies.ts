import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Ask } from './visit';

/**
 * Both cookies carry the `__Host-` prefix: bound to this very host, the whole path, and sent over a trustworthy
 * connection only. Browsers count http://localhost as one, so a local run needs no exception.
 */
const terms = { prefix: 'host', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' } as const;

const SESSION = 'tsudoi-session';
const STEP = 'tsudoi-step';

/** How long the browser keeps the cookie of a half-finished sign-in, in seconds. */
const STEP_AGE = 300;

export const sessionToken = (c: Ask): string | undefined => getCookie(c, SESSION, 'host');

/** A cookie for as long as the browser is open; the session itself ends earlier. */
export const keepSession = (c: Ask, token: string): void => setCookie(c, SESSION, token, terms);

export const dropSession = (c: Ask): void => {
  deleteCookie(c, SESSION, terms);
};

/** The token of the question this browser was asked, while signing in. */
export const stepToken = (c: Ask): string => getCookie(c, STEP, 'host') ?? '';

export const keepStep = (c: Ask, token: string): void =>
  setCookie(c, STEP, token, { ...terms, maxAge: STEP_AGE });

export const dropStep = (c: Ask): void => {
  deleteCookie(c, STEP, terms);
};
