import { Hono } from 'hono';
import { checkValidation } from '../../line/limits';
import { perSecond } from '../state/buckets';
import { sendKinds } from '../state/quota';
import type { World } from '../state/world';
import { answer, type LineEnv, refuseFor } from './call';
import { guard } from './guard';

/** `validate/…`: whether LINE would take these messages; nothing is sent and nothing counted. */
export const validate = (world: World): Hono<LineEnv> => {
  const app = new Hono<LineEnv>();
  for (const way of sendKinds) {
    const name = `validate-${way}`;
    app.post(
      `/v2/bot/message/validate/${way}`,
      guard(world, { name, rate: perSecond(2000), body: 'json' }),
      (c) => {
        const refusal = checkValidation(way, c.get('call').body);
        return refusal ? refuseFor(c, refusal) : answer(c);
      },
    );
  }
  return app;
};
