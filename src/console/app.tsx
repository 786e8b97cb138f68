import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { accountRoutes } from './account/account';
import { alertRoutes } from './alerts/alerts';
import { answerScript, answerStyle, scriptPath, stylePath } from './assets';
import { auditRoutes } from './audit/audit';
import { callBackRoutes } from './call-backs/call-backs';
import { caseRoutes } from './cases/cases';
import { demandRoutes } from './demand/demand';
import { homeRoutes } from './home/home';
import { lessonRoutes } from './lessons/lessons';
import { seriesRoutes } from './lessons/series';
import { noticeActRoutes } from './notices/act-routes';
import { uncertainRoutes } from './notices/going/uncertain-routes';
import { noticeWriteRoutes } from './notices/write/write-routes';
import { openPage } from './page';
import { placeFileRoutes } from './places/files';
import { placeChangeRoutes } from './places/place-changes';
import { placeRoutes } from './places/places';
import { reportRoutes } from './reports/reports';
import { openRoute } from './route';
import { invitationRoutes } from './sign-in/invitation';
import { signInRoutes } from './sign-in/sign-in';
import { staffRoutes } from './staff/staff';
import { supporterRoutes } from './supporters/supporters';
import { surveyRoutes } from './surveys/surveys';
import type { Ask, ConsoleDeps, ConsoleEnv } from './visit';
import { volunteerRoutes } from './volunteers/volunteers';
import { wording } from './wording';

const BASE = '/console';

const messagePage = (c: Ask, status: 404 | 500, title: string, message: string) =>
  openPage(c, {
    title,
    status,
    body: (
      <>
        <h1>{title}</h1>
        <p>{message}</p>
        <p>
          <a href={BASE}>{wording.toHome}</a>
        </p>
      </>
    ),
  });

/**
 * The staff console, to be mounted at `/console`. `contain` gives what it works with, or nothing where CONSOLE_SECRET
 * is missing: then every page says so, because a console without a secret of its own would be open.
 */
export const consoleApp = (contain: (env: Record<string, unknown>) => ConsoleDeps | undefined) => {
  const app = new Hono<ConsoleEnv>();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: [NONCE],
        styleSrc: [NONCE],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      // With `no-referrer` browsers send forms without their origin, and the check below needs it.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
  );
  app.use(csrf());
  app.use(async (c, next) => {
    const deps = contain(c.env);
    if (!deps) return c.text(wording.noSecret, 503);
    c.set('deps', deps);
    await next();
  });
  app.get(stylePath.slice(BASE.length), openRoute(answerStyle));
  app.get(scriptPath.slice(BASE.length), openRoute(answerScript));
  for (const routes of [
    signInRoutes,
    invitationRoutes,
    homeRoutes,
    // Fixed paths as /notices/new come before those with an id.
    noticeWriteRoutes,
    noticeActRoutes,
    uncertainRoutes,
    alertRoutes,
    placeFileRoutes,
    placeRoutes,
    placeChangeRoutes,
    seriesRoutes,
    lessonRoutes,
    reportRoutes,
    callBackRoutes,
    supporterRoutes,
    volunteerRoutes,
    caseRoutes,
    demandRoutes,
    surveyRoutes,
    accountRoutes,
    staffRoutes,
    auditRoutes,
  ]) {
    app.route('/', routes);
  }
  app.all(
    '*',
    openRoute((c) => messagePage(c, 404, wording.refusedTitle, wording.notFound)),
  );
  app.onError((error, c) => {
    // The check of a form's origin refuses by throwing.
    if (error instanceof HTTPException) return error.getResponse();
    console.error(JSON.stringify({ name: 'console.request.failed', path: c.req.path, error: error.message }));
    return messagePage(c, 500, wording.brokenTitle, wording.broken);
  });
  return app;
};
