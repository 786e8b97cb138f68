import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedIfEmpty } from '../../src/cli/local/seed-if-empty';
import { inviteFirst } from '../../src/cli/staff/create-admin';
import type { Role } from '../../src/core/staff';
import { barriers, openBrowser } from '../support/browser';
import { openConsole, type TestConsole } from '../support/console';
import { deliverDue } from '../support/deliver-due';
import { type Desk, fillDesk } from '../support/desk';
import { fillPeople } from '../support/people';
import { serveConsole } from '../support/serve-console';
import { root } from '../support/sources';

// A browser is slow to start where many tests run at once; what it shows is awaited, never slept for.
vi.setConfig({ testTimeout: 180_000 });

let office: TestConsole;
let served: Awaited<ReturnType<typeof serveConsole>>;
let browser: Browser;
let desk: Desk;
const complaints: string[] = [];
const pictures = join(root, '.tmp', 'pictures');

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  office = await openConsole();
  await seedIfEmpty(office.deps.db, office.clock.now);
  for (const name of ['a', 'b', 'c']) await befriend(name);
  await fillPeople(office.deps.db, office.clock.now);
  desk = await fillDesk(office.deps.db, office.clock.now);
  served = await serveConsole(office);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await office.close();
});

const befriend = async (name: string): Promise<void> => {
  await office.deps.db
    .prepare(
      'INSERT INTO "Person" ("id", "createdAt", "followedAt", "areaDistrict") VALUES (?, 1, 1, \'吾妻\')',
    )
    .bind(`U${name.repeat(32)}`)
    .run();
};

/** A window at the given width; whatever the browser complains of fails the test. */
const openWindow = async (
  width = 1280,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isAnswer = /status of (?:422|404)/.test(message.text());
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
  });
  return { context, page };
};

/** A window of somebody who has signed in. */
const windowOf = async (name: string, role: Role, width = 1280): Promise<Page> => {
  const member = await office.signedIn(name, role);
  const { context, page } = await openWindow(width);
  await context.addCookies([
    {
      name: '__Host-tsudoi-session',
      value: member.cookies.get('__Host-tsudoi-session') ?? '',
      // As if set over https: a browser keeps such a cookie, and sends it to http://localhost, which it trusts as well.
      url: served.url.replace('http:', 'https:'),
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    },
  ]);
  return page;
};

/** Kept to be looked at, where somebody asks for it: drawing them all takes a third of the time. */
const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES === undefined) return;
  await page.screenshot({ path: join(pictures, `console-${name}.png`), fullPage: true });
};

describe('The first admin', () => {
  it('opens her one-time link, makes a passkey, signs out, and comes in with it again', async () => {
    const path = await inviteFirst(office.deps.db, '最初の管理者', 'first@example.jp');
    const { context, page } = await openWindow();
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${served.url}${path}`);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'invitation');
    await page.getByRole('button', { name: 'パスキーを作って入る' }).click();
    await page.getByRole('heading', { name: 'きょうの仕事' }).waitFor();
    const [cookie] = (await context.cookies()).filter(({ name }) => name.endsWith('session'));
    expect(cookie).toMatchObject({
      name: '__Host-tsudoi-session',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
    });

    await page.getByRole('button', { name: 'この画面を終わる' }).click();
    await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor();
    await picture(page, 'sign-in');
    await page.getByRole('button', { name: 'パスキーで入る' }).click();
    await page.getByRole('heading', { name: 'きょうの仕事' }).waitFor();
    await context.close();
  });
});

describe('A notice', () => {
  it('is written by one person and approved by another, each in her own browser, goes out and is reported', async () => {
    const writer = await windowOf('書く人', 'editor');
    const reader = await windowOf('読む人', 'approver');
    await writer.goto(`${served.url}/console/notices/new`);
    expect(await barriers(writer)).toEqual([]);
    await picture(writer, 'notice-pick');
    await writer.getByRole('link', { name: '催しを選ばずに書く' }).click();
    await writer.getByLabel('見出し').fill('体操のつどい');
    await writer
      .getByLabel('本文')
      .fill('12月10日（水）午後1時30分から、吾妻まちづくりセンターで体操のつどいがあります。');
    await writer.getByLabel('地区の人（').check();
    await writer.getByRole('checkbox', { name: '吾妻' }).check();
    await writer.getByLabel('催しの日').fill('2026-12-10');
    // Count, preview and warnings come by themselves, before anything is saved.
    await writer.locator('#count', { hasText: '3人' }).waitFor();
    await writer.getByText('曜日がちがいます。12月10日（木）なのに「水」').waitFor();
    await writer.locator('.line-preview').getByText('体操のつどい', { exact: true }).waitFor();
    expect(await barriers(writer)).toEqual([]);
    await picture(writer, 'notice-write');
    await writer
      .getByLabel('本文')
      .fill('12月10日（木）午後1時30分から、吾妻まちづくりセンターで体操のつどいがあります。');
    await writer.getByText('注意することは見つかりませんでした。').waitFor();
    await writer.getByRole('button', { name: '下書きを保存する' }).click();
    await writer.getByRole('button', { name: 'この内容で承認にまわす' }).click();
    await writer.getByText('これはあなたが書いたものです。').waitFor();
    expect(await writer.getByRole('button', { name: '承認する' }).count()).toBe(0);

    await reader.goto(writer.url());
    expect(await barriers(reader)).toEqual([]);
    await picture(reader, 'notice-approve');
    await reader.getByLabel('届く人数を数字で書いてください').fill('2');
    await reader.getByRole('button', { name: '承認する' }).click();
    await reader.getByRole('alert').getByText('人数がちがいます').waitFor();
    await reader.getByLabel('届く人数を数字で書いてください').fill('3');
    await reader.getByRole('button', { name: '承認する' }).click();
    await reader.getByRole('timer').waitFor();
    expect(await barriers(reader)).toEqual([]);
    await picture(reader, 'notice-hold');

    office.clock.now += 3 * 60_000;
    await deliverDue(office);
    await writer.reload();
    await writer.getByText('3人のうち3人に送りました').waitFor();
    await writer.getByRole('link', { name: 'このお知らせを訂正する' }).waitFor();
    expect(await barriers(writer)).toEqual([]);
    await picture(writer, 'notice-result');
    await writer.context().close();
    await reader.context().close();
  });
});

describe('The schedule editor', () => {
  it('shows the next ten dates while one types', async () => {
    const page = await windowOf('直す人', 'editor');
    await page.goto(`${served.url}/console/places`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('link', { name: '直す', exact: true }).click();
    await page.getByLabel('開いている日と時間').fill('第2・第4火曜日 午後1時30分〜3時');
    await page.getByText('12月8日（火） 午後1時30分〜3時').waitFor();
    expect(await page.locator('ol.dates li').count()).toBe(10);
    await page.getByLabel('開いている日と時間').fill('毎週金曜日 午前10時〜11時（祝日は休み）');
    await page.getByText('11月27日（金） 午前10時〜11時').waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'place-edit');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('status').getByText('保存しました。').waitFor();
    await page.context().close();
  });
});

describe('Every page', () => {
  const pages = [
    ['home', '/console'],
    ['places', '/console/places'],
    ['place-new', '/console/places/new'],
    ['import', '/console/places/import'],
    ['export', '/console/places/export'],
    ['lessons', '/console/lessons'],
    ['series', '/console/lessons/series'],
    ['notices', '/console/notices'],
    ['notice-combined', '/console/notices/write?template=reminder'],
    ['uncertain', '/console/notices/half/uncertain'],
    ['alerts', '/console/alerts'],
    ['reports', '/console/reports'],
    ['call-backs', '/console/call-backs'],
    ['call-back', '/console/call-backs/call'],
    ['supporters', '/console/supporters'],
    ['volunteers', '/console/volunteers'],
    ['volunteer', '/console/volunteers/1'],
    ['case', '/console/cases/case'],
    ['demand', '/console/demand'],
    ['surveys', '/console/surveys'],
    ['staff', '/console/staff'],
    ['invite', '/console/staff/invite'],
    ['audit', '/console/audit'],
    ['account', '/console/account'],
  ] as const;

  const widths = [
    ['desk', 1280],
    ['phone', 390],
  ] as const;

  it('has no barrier at a desk and on a phone, and fits into its width', async () => {
    const page = await windowOf('管理者', 'admin');
    const { place, lesson } = desk;
    const more = [
      ['report', `/console/reports/${place}`],
      ['place', `/console/places/${place}`],
      ['place-reported', `/console/places/${place}/edit`],
      ['lesson', `/console/lessons/${lesson}`],
      ['lesson-print', `/console/lessons/${lesson}/print`],
    ] as const;
    for (const [name, path] of [...pages, ...more]) {
      await page.goto(`${served.url}${path}`);
      for (const [where, width] of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect([name, where, await barriers(page)]).toEqual([name, where, []]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([name, where, overflow]).toEqual([name, where, 0]);
        await picture(page, `${name}-${where}`);
      }
    }
    await page.context().close();
  });

  it('leaves the browser nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
