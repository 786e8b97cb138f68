import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { formsApp } from '../../src/forms/app';
import { saveLessons } from '../../src/store/lessons/save-lessons';
import { barriers, openBrowser } from '../support/browser';
import { ClassChat, ORIGIN } from '../support/class-chat';
import { clearBookings, lessonWith, MINUTE } from '../support/lessons';

let database: LocalDatabase;
let chat: ClassChat;
let browser: Browser;
let page: Page;
let origin = '';
let server: ReturnType<typeof serve>;

beforeAll(async () => {
  database = await openDatabase(null);
  await migrate(database.db);
  browser = await openBrowser();
  const app = new Hono().route(
    '/forms',
    formsApp(() => chat.deps()),
  );
  origin = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    );
  });
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});
beforeEach(async () => {
  await clearBookings(database.db);
  chat = new ClassChat(database.db);
  const lesson = lessonWith();
  await saveLessons(database.db, [
    { ...lesson, course: { ...lesson.course, name: 'スマホサポーター養成講座（見本）', needsContact: true } },
  ]);
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } });
  page = await context.newPage();
});

const linkFor = async (person: string): Promise<string> => {
  await chat.say(person, '10日の教室を1人で予約したい');
  await chat.tap(person, 'はい、申しこみます');
  return (chat.buttonOf(person, '書くページをひらく').uri ?? '').replace(ORIGIN, origin);
};

const picture = (name: string) => page.screenshot({ path: `.tmp/contact-${name}.png`, fullPage: true });

describe('the page for name and phone', () => {
  it('can be read, mended and sent on a telephone, with no barrier on any of its faces', async () => {
    await page.goto(await linkFor('ann'));
    expect(await barriers(page)).toEqual([]);
    await picture('empty');
    await page.fill('#name', '所沢 花子');
    await page.fill('#phone', '2998-9120');
    await page.click('button');
    expect(await page.textContent('.summary')).toContain('はじめの番号から');
    expect(await page.inputValue('#name')).toBe('所沢 花子');
    expect(await barriers(page)).toEqual([]);
    await picture('mend');
    await page.fill('#phone', '０４−２９９８−９１２０');
    await page.click('button');
    expect(await page.textContent('h1')).toBe('申しこみができました');
    expect(await barriers(page)).toEqual([]);
    await picture('done');
    chat.now += 31 * MINUTE;
    await page.reload();
    expect(await page.textContent('h1')).toContain('時間がすぎました');
    expect(await barriers(page)).toEqual([]);
    await picture('expired');
  });

  it('has large letters, large buttons and one column, even at twice the size', async () => {
    await page.goto(await linkFor('ann'));
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('p, li, label, dd, dt, input, button, a, footer, header')].map((one) =>
        Number.parseFloat(getComputedStyle(one).fontSize),
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
    for (const target of ['button', '#name', '#phone']) {
      expect((await page.locator(target).boundingBox())?.height).toBeGreaterThanOrEqual(48);
    }
    await page.setViewportSize({ width: 188, height: 812 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('works without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(await linkFor('ann'));
    await plain.fill('#name', '所沢 花子');
    await plain.fill('#phone', '04-2998-9120');
    await plain.click('button');
    expect(await plain.textContent('h1')).toBe('申しこみができました');
    await context.close();
  });
});
