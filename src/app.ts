import { Hono } from 'hono';
import { consoleApp } from './console/app';
import type { Contained, Env } from './container';
import { formsApp } from './forms/app';
import { lessonsApp } from './forms/lessons';
import { webhook } from './line/webhook';
import { answerPeople } from './service/answer-people';
import { takeIn } from './service/take-in';

/** Everything the worker answers over HTTP; `contain` wires the use cases to what the platform hands in. */
export const createApp = (contain: (env: Env) => Contained) => {
  const app = new Hono<{ Bindings: Env }>();

  app.get('/health', async (c) => {
    const { deps } = contain(c.env);
    await deps.db.prepare('SELECT 1').first();
    return c.json({ status: 'ok' });
  });

  app.route(
    '/webhook',
    webhook((env) => {
      const { deps, isSigned } = contain(env as Env);
      return {
        isSigned,
        log: deps.log,
        takeIn: async (events) => {
          const work = await takeIn(deps, events);
          return async () => {
            await answerPeople(deps, work);
          };
        },
      };
    }),
  );

  app.route(
    '/console',
    consoleApp((env) => {
      const { deps, consoleSecret } = contain(env as Env);
      return consoleSecret === undefined ? undefined : { ...deps, secret: consoleSecret };
    }),
  );

  app.route(
    '/forms',
    formsApp((env) => contain(env as Env).deps),
  );

  app.route(
    '/',
    lessonsApp((env) => contain(env as Env).deps),
  );

  app.notFound((c) => c.text('There is nothing here.', 404));
  app.onError((error, c) => {
    console.error(
      JSON.stringify({ name: 'request.handling.failed', path: c.req.path, error: error.message }),
    );
    return c.text('Something went wrong on our side.', 500);
  });

  return app;
};
