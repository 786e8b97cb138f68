import type { ExecutionContext, ScheduledController } from '@cloudflare/workers-types';
import { createApp } from './app';
import { contain, type Env } from './container';
import { everyMinute } from './service/every-minute';

const app = createApp(contain);

export default {
  fetch: app.fetch,
  scheduled: (event: ScheduledController, env: Env, context: ExecutionContext): void => {
    context.waitUntil(everyMinute(contain(env).deps, event.scheduledTime));
  },
};
