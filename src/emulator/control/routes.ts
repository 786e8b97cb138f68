import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Stage } from '../phone/acts';
import { personActs } from './acts';
import { files } from './files';
import { groups } from './groups';
import { people } from './people';
import { received } from './received';
import { Script } from './script';
import { sessions } from './sessions';
import { stream } from './stream';
import { switches } from './switches';

/** Everything under `/__emulator`; see the README beside for what each path does. */
export const control = (stage: Stage, reset: () => void): Hono => {
  const script = new Script();
  const app = new Hono();
  // A page of somebody else in the same browser must not steer the emulator.
  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    const isForeign = origin !== undefined && origin !== new URL(c.req.url).origin;
    return isForeign ? c.json({ error: 'Only the emulator’s own page may do this.' }, 403) : next();
  });
  const resetAll = (): void => {
    reset();
    script.clear();
  };
  for (const part of [
    people(stage.world),
    personActs(stage, script),
    groups(stage),
    received(stage.world),
    stream(stage.world),
    files(stage.world),
    switches(stage, resetAll),
    sessions(stage, script),
  ]) {
    app.route('/', part);
  }
  app.all('*', (c) => c.json({ error: 'The control API has no such path.' }, 404));
  app.onError((error, c) =>
    c.json({ error: error.message }, error instanceof HTTPException ? error.status : 500),
  );
  return app;
};
