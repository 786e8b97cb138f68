import { isFields } from '../json';

/** What a bot's signed assertion says of the token it wants. */
export interface Assertion {
  /** ms */
  readonly tokenLife?: number;
}

/** An assertion holds half an hour at most, a token thirty days, seconds. */
const ASSERTION_LIFE = 30 * 60;
const TOKEN_LIFE = 30 * 24 * 3600;

/**
 * Reads a JWT client assertion. Everything LINE asks of it is checked but the signature, whose public key only LINE's
 * console knows.
 */
export const assertionIn = (
  jwt: string | undefined,
  channelId: string,
  now: number,
): Assertion | { readonly wrong: string } => {
  const [head, payload, signature, ...rest] = (jwt ?? '').split('.');
  const header = part(head);
  const claims = part(payload);
  if (!header || !claims || !signature || rest.length > 0) return { wrong: 'client_assertion is not a JWT' };
  if (header.alg !== 'RS256' || typeof header.kid !== 'string') {
    return { wrong: 'The header of client_assertion needs alg RS256 and a kid' };
  }
  if (claims.iss !== channelId || claims.sub !== channelId) return { wrong: 'Invalid iss or sub' };
  if (claims.aud !== 'https://api.line.me/') return { wrong: 'Invalid aud' };
  const left = typeof claims.exp === 'number' ? claims.exp - now / 1000 : Number.NaN;
  if (!(left > 0 && left <= ASSERTION_LIFE)) return { wrong: 'Invalid exp' };
  const { token_exp: life } = claims;
  if (life === undefined) return {};
  const isFine = typeof life === 'number' && life > 0 && life <= TOKEN_LIFE;
  return isFine ? { tokenLife: life * 1000 } : { wrong: 'Invalid token_exp' };
};

const part = (words: string | undefined) => {
  try {
    const json: unknown = JSON.parse(Buffer.from(words ?? '', 'base64url').toString());
    return isFields(json) ? json : undefined;
  } catch {
    return undefined;
  }
};
