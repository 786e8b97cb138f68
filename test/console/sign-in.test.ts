import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteMember } from '../../src/service/sign-in/invite';
import { openConsole, type Page, type StaffBrowser, type TestConsole } from '../support/console';

const PASSWORD = 'みどりの山と 茶畑の朝の風';

let office: TestConsole;

beforeAll(async () => {
  office = await openConsole();
});
afterAll(() => office.close());

const invite = async (email: string): Promise<string> => {
  const by = { staffName: 'test', from: 'test' };
  const invited = await inviteMember(office.deps, by, { name: '山田', email, role: 'editor', scope: 'all' });
  return invited?.path ?? '';
};

const codeOf = (secret: string): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: office.clock.now });

/** Takes up an invitation with a password and an authenticator; gives the authenticator's secret. */
const join = async (browser: StaffBrowser, email: string): Promise<string> => {
  const path = await invite(email);
  const page = await browser.open(path);
  const secret = /[A-Z2-7]{32}/.exec(page.text)?.[0] ?? '';
  const sent = await browser.send(`${path}/password`, {
    password: PASSWORD,
    again: PASSWORD,
    code: codeOf(secret),
  });
  expect(sent.location).toBe('/console');
  return secret;
};

const tryPassword = (browser: StaffBrowser, email: string, password: string): Promise<Page> =>
  browser.send('/console/sign-in/password', { email, password });

describe('A member of the staff', () => {
  it('takes up her invitation with a password and an authenticator, and comes in', async () => {
    const browser = office.browser();
    await join(browser, 'join@example.jp');
    const home = await browser.open('/console');
    expect(home.status).toBe(200);
    expect(home.text).toContain('山田さん');
  });

  it('cannot use her invitation twice, nor may anybody else', async () => {
    const browser = office.browser();
    const path = await invite('twice@example.jp');
    const page = await browser.open(path);
    const secret = /[A-Z2-7]{32}/.exec(page.text)?.[0] ?? '';
    const fields = { password: PASSWORD, again: PASSWORD, code: codeOf(secret) };
    expect((await browser.send(`${path}/password`, fields)).status).toBe(303);
    expect((await office.browser().send(`${path}/password`, fields)).status).toBe(410);
    expect((await office.browser().open(path)).status).toBe(410);
  });

  it('cannot use her invitation after three days', async () => {
    const path = await invite('late@example.jp');
    office.clock.now += 3 * 24 * 60 * 60_000;
    expect((await office.browser().open(path)).status).toBe(410);
  });

  it('is told in plain words what is wrong with her new password', async () => {
    const browser = office.browser();
    const path = await invite('short@example.jp');
    const tried = async (password: string, again = password) =>
      (await browser.send(`${path}/password`, { password, again, code: '000000' })).text;
    expect(await tried('みじかい')).toContain('12文字以上');
    expect(await tried('ああああああああああああああ')).toContain('すぐに思いつかれる');
    expect(await tried('short-and-long-enough')).toContain('メールアドレスの名前');
    expect(await tried(PASSWORD, 'ちがうもの')).toContain('2つのパスワードがちがいます');
    expect(await tried(PASSWORD)).toContain('認証アプリの数字がちがいます');
  });

  it('signs in with password and code, and a code works once', async () => {
    const email = 'daily@example.jp';
    const secret = await join(office.browser(), email);
    office.clock.now += 60_000;
    const browser = office.browser();
    expect((await tryPassword(browser, email, PASSWORD)).location).toBe('/console/sign-in/code');
    expect((await browser.open('/console')).status).toBe(303);
    const code = codeOf(secret);
    expect((await browser.send('/console/sign-in/code', { code })).location).toBe('/console');
    expect((await browser.open('/console')).status).toBe(200);

    const thief = office.browser();
    await tryPassword(thief, email, PASSWORD);
    expect((await thief.send('/console/sign-in/code', { code })).status).toBe(422);
  });

  it('is led back to the page she asked for, and never out of the console', async () => {
    const email = 'back@example.jp';
    const secret = await join(office.browser(), email);
    const enterBy = async (next: string) => {
      office.clock.now += 60_000;
      const browser = office.browser();
      const fields = { email, password: PASSWORD };
      await browser.send(`/console/sign-in/password?next=${encodeURIComponent(next)}`, fields);
      const sent = await browser.send(`/console/sign-in/code?next=${encodeURIComponent(next)}`, {
        code: codeOf(secret),
      });
      return sent.location;
    };
    expect((await office.browser().open('/console/account')).location).toBe(
      '/console/sign-in?next=%2Fconsole%2Faccount',
    );
    expect(await enterBy('/console/account')).toBe('/console/account');
    expect(await enterBy('https://example.com/console')).toBe('/console');
    expect(await enterBy('//example.com')).toBe('/console');
  });

  it('must wait longer and longer after five wrong tries, even with the right password, and then comes in', async () => {
    const email = 'locked@example.jp';
    await join(office.browser(), email);
    const browser = office.browser();
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await tryPassword(browser, email, 'ちがうパスワード')).text).toContain('がちがいます');
    }
    expect((await tryPassword(browser, email, PASSWORD)).text).toContain('待ってください');
    office.clock.now += 61_000;
    expect((await tryPassword(browser, email, 'ちがうパスワード')).text).toContain('がちがいます');
    office.clock.now += 61_000;
    expect((await tryPassword(browser, email, PASSWORD)).text).toContain('待ってください');
    office.clock.now += 61_000;
    expect((await tryPassword(browser, email, PASSWORD)).location).toBe('/console/sign-in/code');
  });

  it('cannot be found out: an unknown address is answered as a known one', async () => {
    const email = 'known@example.jp';
    await join(office.browser(), email);
    const known = await tryPassword(office.browser(), email, 'ちがうパスワード');
    const unknown = await tryPassword(office.browser(), 'unknown@example.jp', 'ちがうパスワード');
    expect(unknown.status).toBe(known.status);
    const plain = (page: Page, address: string) =>
      page.text.replaceAll(address, '').replaceAll(/nonce="[^"]+"/g, '');
    expect(plain(unknown, 'unknown@example.jp')).toBe(plain(known, email));
  });

  it('is out after an hour of rest, and after ten hours in any case', async () => {
    const resting = await office.signedIn('休む人', 'viewer');
    office.clock.now += 61 * 60_000;
    expect((await resting.open('/console')).location).toBe('/console/sign-in');

    const busy = await office.signedIn('働く人', 'viewer');
    for (let half = 0; half < 19; half += 1) {
      office.clock.now += 30 * 60_000;
      expect((await busy.open('/console')).status).toBe(200);
    }
    office.clock.now += 31 * 60_000;
    expect((await busy.open('/console')).location).toBe('/console/sign-in');
  });

  it('ends all her sessions at once, on every device', async () => {
    const email = 'everywhere@example.jp';
    const here = office.browser();
    const secret = await join(here, email);
    office.clock.now += 60_000;
    const there = office.browser();
    await tryPassword(there, email, PASSWORD);
    await there.send('/console/sign-in/code', { code: codeOf(secret) });
    expect((await there.open('/console/account')).status).toBe(200);
    await here.open('/console/account');
    await here.send('/console/account/sign-out-everywhere', {});
    expect((await here.open('/console')).status).toBe(303);
    expect((await there.open('/console')).status).toBe(303);
  });

  it('carries a cookie that no script can read and no other site can send', async () => {
    const browser = office.browser();
    const path = await invite('cookie@example.jp');
    const page = await browser.open(path);
    const secret = /[A-Z2-7]{32}/.exec(page.text)?.[0] ?? '';
    const sent = await browser.send(`${path}/password`, {
      password: PASSWORD,
      again: PASSWORD,
      code: codeOf(secret),
    });
    const cookie = sent.headers.getSetCookie().find((line) => line.startsWith('__Host-tsudoi-session='));
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain/i);
  });
});

describe('A form', () => {
  it('from another site is refused', async () => {
    const request = new Request('http://localhost:8787/console/sign-in/password', {
      method: 'POST',
      headers: { origin: 'https://example.com', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a%40example.jp&password=x',
    });
    expect((await office.app.request(request)).status).toBe(403);
  });

  it('that was made for another session is refused', async () => {
    const browser = await office.signedIn('本人', 'viewer');
    const sent = await browser.send('/console/account/sign-out-everywhere', { formToken: 'forged' });
    expect(sent.status).toBe(403);
    expect((await browser.open('/console')).status).toBe(200);
  });
});

describe('A console without a secret', () => {
  it('stays shut and says what is missing', async () => {
    const { consoleApp } = await import('../../src/console/app');
    const answer = await consoleApp(() => undefined).request('http://localhost/sign-in');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('CONSOLE_SECRET');
  });
});
