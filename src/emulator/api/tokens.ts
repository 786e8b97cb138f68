import { Hono } from 'hono';
import { perSecond } from '../state/buckets';
import { TOKENS_AT_ONCE } from '../state/tokens';
import type { World } from '../state/world';
import { assertionIn } from './assertion';
import { answer, type LineContext, type LineEnv } from './call';
import { guard } from './guard';

const form = { rate: perSecond(2000), body: 'form', isOpen: true } as const;
const query = { rate: perSecond(2000), body: 'none', isOpen: true } as const;
const DAY = 24 * 3_600_000;

/** How long tokens hold, ms. */
const LIFE = { 'short-lived': 30 * DAY, 'v2.1': 30 * DAY, stateless: 900_000 };

/** Channel access tokens: issued, verified and revoked. */
export const tokens = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/v2/oauth/accessToken',
      guard(world, { name: 'issue-short-lived-token', rate: perSecond(370), body: 'form', isOpen: true }),
      (c) => issueShortLived(world, c),
    )
    .post('/v2/oauth/verify', guard(world, { ...form, name: 'verify-short-lived-token' }), (c) =>
      verify(world, c, fields(c).get('access_token') ?? ''),
    )
    .post('/v2/oauth/revoke', guard(world, { ...form, name: 'revoke-short-lived-token' }), (c) => {
      world.tokens.revoke(fields(c).get('access_token') ?? '');
      return answer(c);
    })
    .post('/oauth2/v3/token', guard(world, { ...form, name: 'issue-stateless-token' }), (c) =>
      issueStateless(world, c),
    )
    .post('/oauth2/v2.1/token', guard(world, { ...form, name: 'issue-v2.1-token' }), (c) =>
      issueByJwt(world, c),
    )
    .get('/oauth2/v2.1/verify', guard(world, { ...query, name: 'verify-v2.1-token' }), (c) =>
      verify(world, c, c.req.query('access_token') ?? ''),
    )
    .get('/oauth2/v2.1/tokens/kid', guard(world, { ...query, name: 'list-v2.1-token-keys' }), (c) => {
      const assertion = assertionIn(c.req.query('client_assertion'), world.channel.id, world.now());
      if ('wrong' in assertion) return refuseToken(c, 'invalid_client', assertion.wrong);
      const kids = world.tokens.holding('v2.1', world.now()).flatMap(([, { keyId }]) => keyId ?? []);
      return answer(c, { kids });
    })
    .post('/oauth2/v2.1/revoke', guard(world, { ...form, name: 'revoke-v2.1-token' }), (c) => {
      if (!isOurs(world, c)) return refuseToken(c, 'invalid_request', 'Invalid client_id or client_secret');
      world.tokens.revoke(fields(c).get('access_token') ?? '');
      return answer(c);
    });

const fields = (c: LineContext): URLSearchParams => new URLSearchParams(c.get('call').bodyText);

/** These endpoints speak OAuth's language, not the Messaging API's. */
const refuseToken = (c: LineContext, error: string, description: string): Response => {
  c.get('call').why = description;
  return answer(c, { error, error_description: description }, 400);
};

const isOurs = (world: World, c: LineContext): boolean => {
  const given = fields(c);
  const { id, secret } = world.channel;
  return given.get('client_id') === id && given.get('client_secret') === secret;
};

const issueShortLived = (world: World, c: LineContext): Response => {
  if (fields(c).get('grant_type') !== 'client_credentials') {
    return refuseToken(c, 'unsupported_grant_type', "Unsupported 'grant_type'.");
  }
  if (!isOurs(world, c)) return refuseToken(c, 'invalid_request', "Invalid 'client_credentials'.");
  const now = world.now();
  const { token } = world.tokens.issue('short-lived', LIFE['short-lived'], now);
  // The thirty-first takes the place of the oldest.
  const [oldest] = world.tokens.holding('short-lived', now);
  if (oldest && world.tokens.holding('short-lived', now).length > TOKENS_AT_ONCE) {
    world.tokens.revoke(oldest[0]);
  }
  return answer(c, {
    access_token: token,
    expires_in: LIFE['short-lived'] / 1000,
    token_type: 'Bearer',
  });
};

const issueStateless = (world: World, c: LineContext): Response => {
  const given = fields(c);
  if (given.get('grant_type') !== 'client_credentials') {
    return refuseToken(c, 'unsupported_grant_type', "Unsupported 'grant_type'.");
  }
  const jwt = given.get('client_assertion');
  if (jwt !== null) {
    const assertion = assertionIn(jwt, world.channel.id, world.now());
    if ('wrong' in assertion) return refuseToken(c, 'invalid_client', assertion.wrong);
  } else if (!isOurs(world, c)) {
    return refuseToken(c, 'invalid_request', "Invalid 'client_credentials'.");
  }
  const { token } = world.tokens.issue('stateless', LIFE.stateless, world.now());
  return answer(c, { token_type: 'Bearer', access_token: token, expires_in: LIFE.stateless / 1000 });
};

const issueByJwt = (world: World, c: LineContext): Response => {
  const now = world.now();
  const assertion = assertionIn(fields(c).get('client_assertion') ?? undefined, world.channel.id, now);
  if ('wrong' in assertion) return refuseToken(c, 'invalid_client', assertion.wrong);
  if (world.tokens.holding('v2.1', now).length >= TOKENS_AT_ONCE) {
    const message = 'The maximum number of access tokens has already been issued';
    return refuseToken(c, 'invalid_request', message);
  }
  const life = assertion.tokenLife ?? LIFE['v2.1'];
  const { token, keyId } = world.tokens.issue('v2.1', life, now);
  return answer(c, {
    access_token: token,
    token_type: 'Bearer',
    expires_in: life / 1000,
    key_id: keyId,
  });
};

const verify = (world: World, c: LineContext, token: string): Response => {
  const left = world.tokens.secondsLeft(token, world.now());
  if (left === undefined) {
    return refuseToken(c, 'invalid_request', 'access token expired');
  }
  return answer(c, { client_id: world.channel.id, expires_in: left, scope: 'P CM' });
};
