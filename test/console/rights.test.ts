import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleApp } from '../../src/console/app';
import { permissionOf } from '../../src/console/route';
import { may } from '../../src/core/permission';
import { roles } from '../../src/core/staff';
import { openConsole, type StaffBrowser, type TestConsole } from '../support/console';

// What stands under every path is middleware and the page that says "not here"; neither belongs to anybody.
const routes = consoleApp(() => undefined).routes.filter(
  ({ method, path }) => method !== 'ALL' || path !== '/*',
);
const named = routes.map(({ method, path, handler }) => ({
  method,
  path,
  permission: permissionOf(handler),
}));
const guarded = named.flatMap(({ method, path, permission }) =>
  permission === undefined || permission === 'open' ? [] : [{ method, path, permission }],
);
const addressOf = (path: string): string =>
  `/console${path.replace(/:\w+(\{[^}]+\})?/g, 'x')}`.replace(/\/$/, '');

let office: TestConsole;
beforeAll(async () => {
  office = await openConsole();
});
afterAll(() => office.close());

const ask = (browser: StaffBrowser, method: string, path: string) =>
  method === 'GET' ? browser.open(addressOf(path)) : browser.send(addressOf(path), {});

describe('Every route of the console', () => {
  it('names its permission', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ permission }) => permission === undefined)).toEqual([]);
  });

  it('is shut without a session, but for those one signs in with', async () => {
    const open = named.filter(({ permission }) => permission === 'open').map(({ path }) => path);
    expect([...new Set(open)].filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
      '/invitation/:token',
      '/invitation/:token/passkey',
      '/invitation/:token/passkey/options',
      '/invitation/:token/password',
      '/sign-in',
      '/sign-in/code',
      '/sign-in/passkey',
      '/sign-in/passkey/options',
      '/sign-in/password',
    ]);
    const browser = office.browser();
    for (const { method, path } of guarded) {
      const page = await ask(browser, method, path);
      expect([path, page.status, page.location?.startsWith('/console/sign-in')]).toEqual([path, 303, true]);
    }
  });

  it.each(roles)('refuses a member who is %s whatever she may not', async (role) => {
    const browser = await office.signedIn('だれか', role);
    for (const { method, path, permission } of guarded) {
      if (path === '/sign-out' || path === '/account/sign-out-everywhere') continue;
      const { status } = await ask(browser, method, path);
      expect([method, path, status === 403]).toEqual([method, path, !may({ role }, permission)]);
    }
  });

  it('takes no form without the proof that we made it', async () => {
    const browser = await office.signedIn('だれか', 'admin');
    for (const { method, path } of guarded) {
      if (method === 'GET') continue;
      const page = await browser.send(addressOf(path), { formToken: 'forged' });
      expect([path, page.status]).toEqual([path, 403]);
    }
  });

  it('sends the strict policy that lets no foreign script run', async () => {
    const page = await office.browser().open('/console/sign-in');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

describe('Somebody whose access an admin ended', () => {
  it('is out at once', async () => {
    const admin = await office.signedIn('管理', 'admin');
    const member = await office.signedIn('去る人', 'editor');
    const found = await office.deps.db
      .prepare('SELECT "id" FROM "Staff" WHERE "name" = ?')
      .bind('去る人')
      .first<string>('id');
    await admin.open('/console/staff');
    expect((await admin.send(`/console/staff/${found}/disable`, {})).status).toBe(303);
    expect((await member.open('/console')).location).toBe('/console/sign-in');
  });
});

describe('An admin', () => {
  it('invites no one to more than she has herself', async () => {
    const admin = await office.signedIn('地区の管理者', 'admin', ['吾妻']);
    const fields = { name: '新人', email: 'new@example.jp', role: 'editor' };
    expect((await admin.send('/console/staff/invite', fields)).text).toContain('広い権限');
    expect((await admin.send('/console/staff/invite', { ...fields, districts: '富岡' })).text).toContain(
      '広い権限',
    );
    const page = await admin.send('/console/staff/invite', { ...fields, districts: '吾妻' });
    expect(page.text).toMatch(/\/console\/invitation\/[\w-]{43}/);
  });

  it('cannot change herself, nor see those of other districts', async () => {
    const admin = await office.signedIn('並木の管理者', 'admin', ['並木']);
    const own = await office.deps.db
      .prepare('SELECT "id" FROM "Staff" WHERE "name" = ?')
      .bind('並木の管理者')
      .first<string>('id');
    const other = await office.deps.db
      .prepare('SELECT "id" FROM "Staff" WHERE "name" = ?')
      .bind('地区の管理者')
      .first<string>('id');
    const fields = { name: 'x', role: 'viewer', districts: '並木' };
    expect((await admin.send(`/console/staff/${own}`, fields)).text).toContain('自分自身の権限は直せません');
    expect((await admin.open(`/console/staff/${other}`)).status).toBe(404);
    expect((await admin.send(`/console/staff/${other}`, fields)).status).toBe(404);
    expect((await admin.open('/console/staff')).text).not.toContain('地区の管理者');
  });
});

describe('The audit', () => {
  it('tells who did what to whom, and no one can change or delete a line', async () => {
    const admin = await office.signedIn('監査の人', 'admin');
    await admin.send('/console/staff/invite', {
      name: '記録される人',
      email: 'audited@example.jp',
      role: 'viewer',
    });
    const page = await admin.open('/console/audit?words=audited@example.jp');
    expect(page.text).toContain('職員を招待した');
    expect(page.text).toContain('監査の人');
    const { db } = office.deps;
    await expect(db.prepare('UPDATE "Audit" SET "staffName" = ?').bind('x').run()).rejects.toThrow(
      /append-only/,
    );
    await expect(db.prepare('DELETE FROM "Audit"').run()).rejects.toThrow(/append-only/);
  });
});
