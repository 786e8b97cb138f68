import { describe, expect, it } from 'vitest';
import { openChannel, type TestChannel } from './channel';

const ours = { client_id: '1234567890', client_secret: 'test-secret' };
const DAY = 24 * 3_600_000;

const form = ({ call }: TestChannel, path: string, fields: Record<string, string>) =>
  call('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: '' },
  });

const statusWith = async ({ call }: TestChannel, token: string): Promise<number> =>
  (await call('GET', '/v2/bot/info', { headers: { authorization: `Bearer ${token}` } })).status;

const jwt = (claims: object, header: object = { alg: 'RS256', kid: 'k', typ: 'JWT' }): string =>
  [header, claims, { any: 'signature' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');

const claimsAt = (now: number, more: object = {}) => ({
  iss: '1234567890',
  sub: '1234567890',
  aud: 'https://api.line.me/',
  exp: Math.floor(now / 1000) + 1_800,
  ...more,
});

describe('a stateless token', () => {
  it('works for fifteen minutes and cannot be taken back', async () => {
    const channel = openChannel();
    const { status, json } = await form(channel, '/oauth2/v3/token', {
      grant_type: 'client_credentials',
      ...ours,
    });
    expect([status, json.token_type, json.expires_in]).toEqual([200, 'Bearer', 900]);
    await form(channel, '/oauth2/v2.1/revoke', { ...ours, access_token: json.access_token });
    expect(await statusWith(channel, json.access_token)).toBe(200);
    channel.pass(900_000);
    expect(await statusWith(channel, json.access_token)).toBe(401);
  });

  it('is not given to somebody else', async () => {
    const channel = openChannel();
    const fields = { grant_type: 'client_credentials', ...ours, client_secret: 'wrong' };
    const { status, json } = await form(channel, '/oauth2/v3/token', fields);
    expect([status, json.error_description]).toEqual([400, "Invalid 'client_credentials'."]);
  });
});

describe('a v2.1 token', () => {
  const ask = (channel: TestChannel, assertion: string) =>
    form(channel, '/oauth2/v2.1/token', {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });

  it('is issued for an assertion, verified, listed by its key and revoked', async () => {
    const channel = openChannel();
    const now = channel.emulator.world.now();
    const assertion = jwt(claimsAt(now, { token_exp: 3_600 }));
    const { json } = await ask(channel, assertion);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3_600, key_id: expect.any(String) });
    const { access_token: token } = json;
    expect((await channel.get(`/oauth2/v2.1/verify?access_token=${token}`)).json).toMatchObject({
      client_id: ours.client_id,
      expires_in: 3_600,
    });
    expect((await channel.get(`/oauth2/v2.1/tokens/kid?client_assertion=${assertion}`)).json).toEqual({
      kids: [json.key_id],
    });
    expect(await statusWith(channel, token)).toBe(200);
    await form(channel, '/oauth2/v2.1/revoke', { ...ours, access_token: token });
    expect(await statusWith(channel, token)).toBe(401);
  });

  it('needs an assertion that is ours, for LINE, and not too long', async () => {
    const channel = openChannel();
    const now = channel.emulator.world.now();
    for (const assertion of [
      'a.b.c',
      jwt(claimsAt(now), { alg: 'HS256', kid: 'k' }),
      jwt(claimsAt(now, { iss: 'other' })),
      jwt(claimsAt(now, { aud: 'https://elsewhere.example/' })),
      jwt(claimsAt(now, { exp: Math.floor(now / 1000) + 1_801 })),
      jwt(claimsAt(now, { exp: Math.floor(now / 1000) })),
      jwt(claimsAt(now, { token_exp: 31 * 24 * 3_600 })),
    ]) {
      expect((await ask(channel, assertion)).status).toBe(400);
    }
  });

  it('is issued thirty times and not once more', async () => {
    const channel = openChannel();
    const assertion = jwt(claimsAt(channel.emulator.world.now()));
    for (let i = 0; i < 30; i += 1) expect((await ask(channel, assertion)).status).toBe(200);
    expect((await ask(channel, assertion)).json.error_description).toBe(
      'The maximum number of access tokens has already been issued',
    );
  });
});

describe('a short-lived token', () => {
  it('holds thirty days; the thirty-first takes the place of the oldest', async () => {
    const channel = openChannel();
    const issue = async (): Promise<string> =>
      (await form(channel, '/v2/oauth/accessToken', { grant_type: 'client_credentials', ...ours })).json
        .access_token;
    const first = await issue();
    const second = await issue();
    for (let i = 0; i < 28; i += 1) await issue();
    expect(await statusWith(channel, first)).toBe(200);
    await issue();
    expect([await statusWith(channel, first), await statusWith(channel, second)]).toEqual([401, 200]);
    expect((await form(channel, '/v2/oauth/verify', { access_token: second })).json.expires_in).toBe(
      30 * 86_400,
    );
    await form(channel, '/v2/oauth/revoke', { access_token: second });
    expect((await form(channel, '/v2/oauth/verify', { access_token: second })).status).toBe(400);
    const last = await issue();
    channel.pass(30 * DAY);
    expect(await statusWith(channel, last)).toBe(401);
  });
});
