import type { ExportedHandler } from '@cloudflare/workers-types';
import { app } from './app';
import { contain, type Env } from './container';
import { everyMinute } from './service/every-minute';

export default {
  fetch: app.fetch,
  scheduled: (event, env, context) => {
    context.waitUntil(everyMinute(contain(env).deps, event.scheduledTime));
  },
} satisfies ExportedHandler<Env>;
