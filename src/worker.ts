import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { app } from './app';
import { contain, type Env } from './container';
import { everyMinute } from './service/every-minute';

export default {
  fetch: app.fetch,
  scheduled: (event: ScheduledController, env: Env, context: ExecutionContext): void => {
    context.waitUntil(everyMinute(contain(env).deps, event.scheduledTime));
  },
};
