import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { type CallForm, type CallLink, openCall, sendCall, type TypedCall } from '../service/call-back-form';
import { type FormLink, openForm, type SentForm, sendForm } from '../service/contact-form';
import type { Deps } from '../service/deps';
import { CallBackDone, CallBackForm } from './call-back';
import { ContactDone, ContactForm, type Typed } from './contact';
import { Notice } from './page';
import { style } from './style';
import { wording } from './wording';

/** What the forms need of the rest. */
export type FormsDeps = Pick<Deps, 'db' | 'links' | 'city' | 'now' | 'log'>;

/** Far more than a name and a phone number need, in bytes. */
const BODY_LIMIT = 10_000;

const fields = z.object({ name: z.string().default(''), phone: z.string().default('') });

const CALL_PATH = '/call-back/:turn/:until/:signature';

const PATH = '/contact/:booking/:until/:signature';

/**
 * The elder's own pages, behind one-time links. The link is what lets her in: there is no cookie, so that no other
 * site can send anything in her name.
 */
export const formsApp = (depsOf: (env: object) => FormsDeps) => {
  const app = new Hono<{ Bindings: object }>();

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginResourcePolicy: 'same-origin',
    }),
  );

  app.get('/style.css', (c) =>
    c.body(style, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  );

  app.use('/contact/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });

  app.get(PATH, async (c) => {
    const deps = depsOf(c.env);
    return answer(deps, await openForm(deps, linkIn(c.req.param())));
  });

  app.post(PATH, bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
    const deps = depsOf(c.env);
    const origin = c.req.header('origin');
    // Browsers say where a form stood. One that stood elsewhere is not ours, link or no link.
    if (origin !== undefined && origin !== new URL(c.req.url).origin) {
      deps.log('form.origin.refused', {});
      return answer(deps, { state: 'unknown' });
    }
    const read = fields.safeParse(await c.req.parseBody());
    const typed = read.success ? read.data : { name: '', phone: '' };
    return answer(deps, await sendForm(deps, linkIn(c.req.param()), typed), typed);
  });

  app.use('/call-back/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });

  app.get(CALL_PATH, async (c) => {
    const deps = depsOf(c.env);
    return answerCall(deps, await openCall(deps, callLinkIn(c.req.param())));
  });

  app.post(CALL_PATH, bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
    const deps = depsOf(c.env);
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== new URL(c.req.url).origin) {
      deps.log('form.origin.refused', {});
      return answerCall(deps, { state: 'unknown' });
    }
    const read = callFields.safeParse(await c.req.parseBody());
    const typed = read.success ? read.data : { name: '', phone: '', topic: '', time: '' };
    return answerCall(deps, await sendCall(deps, callLinkIn(c.req.param()), typed), typed);
  });

  return app;
};

const callFields = fields.extend({ topic: z.string().default(''), time: z.string().default('') });

const callLinkIn = ({ turn, until, signature }: CallLink): CallLink => ({ turn, until, signature });

const answerCall = ({ city }: FormsDeps, form: CallForm, typed?: TypedCall): Response => {
  switch (form.state) {
    case 'open':
      return html(
        <CallBackForm city={city} form={form} {...(typed === undefined ? {} : { typed })} />,
        'problems' in form ? 422 : 200,
      );
    case 'done':
      return html(<CallBackDone city={city} />, 200);
    case 'expired':
      return html(<Notice city={city} title={wording.expiredTitle} line={wording.callExpired} />, 410);
    case 'unknown':
      return html(<Notice city={city} title={wording.unknownTitle} line={wording.callUnknown} />, 404);
  }
};

const linkIn = ({ booking, until, signature }: FormLink): FormLink => ({ booking, until, signature });

const html = (page: unknown, status: number): Response =>
  new Response(`<!doctype html>${String(page)}`, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });

const answer = (deps: FormsDeps, form: SentForm, typed?: Omit<Typed, 'problems'>): Response => {
  const { city } = deps;
  const now = deps.now();
  switch (form.state) {
    case 'open':
      return 'problems' in form && typed
        ? html(
            <ContactForm city={city} form={form} typed={{ ...typed, problems: form.problems }} now={now} />,
            422,
          )
        : html(<ContactForm city={city} form={form} now={now} />, 200);
    case 'done':
      return html(<ContactDone city={city} form={form} now={now} />, 200);
    case 'expired':
      return html(<Notice city={city} title={wording.expiredTitle} line={wording.expiredLine} />, 410);
    case 'full':
      return html(<Notice city={city} title={wording.fullTitle} line={wording.fullLine} />, 409);
    case 'unknown':
      return html(<Notice city={city} title={wording.unknownTitle} line={wording.unknownLine} />, 404);
  }
};
