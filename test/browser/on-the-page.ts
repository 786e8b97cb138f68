import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator';
import { type Served, serveEmulator } from '../../src/emulator/serve';
import { openBrowser } from '../support/browser';
import { chattyBot } from './chatty-bot';

/** What one test has before it. */
interface Scene {
  readonly emulator: Emulator;
  readonly served: Served;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors that the page met; there must be none. */
  readonly complaints: string[];
}

const setTheScene = async (browser: Browser): Promise<Scene> => {
  const emulator = chattyBot();
  const served = await serveEmulator(emulator, 0);
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'ja-JP' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { emulator, served, context, page, complaints };
};

/** The emulator's page in a real browser with a bot behind it, made anew for each test of the file that calls this. */
export const onThePage = () => {
  // A browser is slow to start where many tests run at once; what it shows is awaited, never slept for.
  vi.setConfig({ testTimeout: 120_000 });
  let opened: Browser | undefined;
  let scene: Scene | undefined;
  beforeAll(async () => {
    opened = await openBrowser();
  });
  afterAll(() => opened?.close());
  const browser = (): Browser => {
    if (!opened) throw new Error('There is a browser only while tests run.');
    return opened;
  };
  beforeEach(async () => {
    scene = await setTheScene(browser());
  });
  afterEach(async () => {
    await scene?.context.close();
    await scene?.served.close();
    expect(scene?.complaints).toEqual([]);
  });
  const now = (): Scene => {
    if (!scene) throw new Error('There is a page only while a test runs.');
    return scene;
  };

  /** Opens the page for people who are friends already. */
  const openFor = async (...names: readonly string[]): Promise<readonly Locator[]> => {
    for (const name of names) now().emulator.person(name);
    await now().page.goto(now().served.url);
    return names.map((name) => now().page.getByRole('region', { name: `${name}の電話` }));
  };

  return {
    get browser() {
      return browser();
    },
    get emulator() {
      return now().emulator;
    },
    get served() {
      return now().served;
    },
    get context() {
      return now().context;
    },
    get page() {
      return now().page;
    },
    openFor,
    phoneOf: async (name: string): Promise<Locator> => {
      const [phone] = await openFor(name);
      if (!phone) throw new Error('Nobody was named.');
      return phone;
    },
    /** The words, or else the kinds, of everything in a person's chat. */
    messagesOf: (name: string): readonly string[] =>
      now()
        .emulator.person(name)
        .entries.map(({ message }) => String(message.text ?? message.type)),
  };
};

/** Writes something on a phone and sends it. */
export const say = async (phone: Locator, words: string): Promise<void> => {
  const field = phone.getByRole('textbox', { name: 'メッセージを書く' });
  await field.fill(words);
  await field.press('Enter');
};

/** Waits until a phone shows these words. */
export const sees = (phone: Locator, words: string): Promise<void> =>
  phone.getByText(words, { exact: false }).last().waitFor();
