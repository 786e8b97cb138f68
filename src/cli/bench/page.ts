import { chromium } from 'playwright-core';
import { createEmulator } from '../../emulator/emulator';
import { serveEmulator } from '../../emulator/serve';
import { quantile } from './load';

/** How the emulator's page bears a long chat; times are milliseconds. */
export interface PageFigure {
  readonly messages: number;
  /** From her sending a message until it stands on the page, at the median. */
  readonly shown: number;
  /** One frame while the chat is scrolled, at the median and the 95th percentile. */
  readonly frame: number;
  readonly slowFrame: number;
}

const TRIES = 15;

/** Scrolls the chat for sixty frames and gives what each took; as text, because it runs in the page. */
const SCROLL = `new Promise((resolve) => {
  const chat = [...document.querySelectorAll('*')].find(
    (one) => one.scrollHeight > one.clientHeight + 2000 && one.clientHeight > 100);
  const taken = [];
  let last = performance.now();
  requestAnimationFrame(function step() {
    const at = performance.now();
    taken.push(at - last);
    last = at;
    if (chat) chat.scrollBy(0, -400);
    if (taken.length < 60) requestAnimationFrame(step);
    else resolve(taken);
  });
})`;

/** Opens a chat of so many messages in a browser. */
export const benchPage = async (messages: number): Promise<PageFigure> => {
  const name = 'Bench';
  const emulator = createEmulator({ secret: 's', token: 't', deliver: async () => new Response('OK') });
  const her = emulator.person(name);
  for (let sent = 0; sent < messages - TRIES; sent += 1) await her.say(`message ${sent}`);
  const { url, close } = await serveEmulator(emulator, 0);
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText(`message ${messages - TRIES - 1}`, { exact: true }).waitFor();
    const times: number[] = [];
    for (let tried = 0; tried < TRIES; tried += 1) {
      const words = `measured ${tried}`;
      const began = performance.now();
      await her.say(words);
      await page.waitForFunction((said) => document.body.textContent?.includes(said), words, {
        polling: 'raf',
      });
      times.push(performance.now() - began);
    }
    const frames = await page.evaluate<number[]>(SCROLL);
    times.sort((a, b) => a - b);
    frames.sort((a, b) => a - b);
    return {
      messages,
      shown: quantile(times, 0.5),
      frame: quantile(frames, 0.5),
      slowFrame: quantile(frames, 0.95),
    };
  } finally {
    await browser.close();
    await close();
  }
};
