import { type Env, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Phone } from '../control/views';
import { script, stylesheet } from './assets';
import { phoneViews } from './phone-view';
import type { Place } from './places';
import { Shell } from './shell';

/** What the page asks of the emulator it belongs to. */
export interface PageSource {
  /** The account's name, as it stands above the chat. */
  readonly account: () => string;
  readonly phone: (personId: string) => Phone | undefined;
  /** ms since 1970, on the emulator's clock. */
  readonly now: () => number;
  /** What the location sender offers. */
  readonly places: readonly Place[];
}

/** Pictures may come from anywhere a bot may send them from; scripts, styles and calls from this origin alone. */
const LOADED = ["'self'", 'https:', 'http://127.0.0.1:*', 'http://localhost:*', 'data:', 'blob:'];

/** The web page with the phones, at `/` of the emulator's own origin. */
export const pageRoutes = <E extends Env>(source: PageSource): Hono<E> => {
  const view = phoneViews(source.account);
  const app = new Hono<E>();
  app.use(
    '/',
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: LOADED,
        mediaSrc: LOADED,
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    }),
  );
  app.get('/', (c) =>
    c.html(`<!doctype html>${<Shell account={source.account()} places={source.places} />}`),
  );
  app.get('/__emulator/page/style.css', (c) =>
    c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/__emulator/page/script.js', async (c) =>
    c.body(await script(), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/__emulator/page/phones/:id', (c) => {
    const phone = source.phone(c.req.param('id'));
    if (!phone) return c.json({ error: 'There is no such person.' }, 404);
    return c.json(view(phone, Number(c.req.query('since')) || 0, source.now()));
  });
  return app;
};
