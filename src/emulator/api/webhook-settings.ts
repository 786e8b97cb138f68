import { Hono } from 'hono';
import { checkWebhookEndpoint, checkWebhookTest } from '../../line/limits';
import { textIn } from '../json';
import { perHour, perMinute } from '../state/buckets';
import type { World } from '../state/world';
import type { Outbox } from '../webhooks/outbox';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const PATH = '/v2/bot/channel/webhook/endpoint';
const rate = perMinute(1000);

/** Where webhooks go: set, asked for and tried. A bot on this machine needs no certificate, so http is taken too. */
export const webhookSettings = (world: World, outbox: Outbox): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .put(PATH, guard(world, { name: 'set-webhook', rate, body: 'json' }), (c) => {
      const { body } = c.get('call');
      const refusal = checkWebhookEndpoint(body, true);
      if (refusal) return refuseFor(c, refusal);
      world.change({ webhookUrl: textIn(body, 'endpoint') ?? null });
      return answer(c);
    })
    .get(PATH, guard(world, { name: 'get-webhook', rate, body: 'none' }), (c) => {
      const { webhookUrl, isWebhookActive } = world.settings;
      if (webhookUrl === null) return refuse(c, 404, 'Webhook endpoint not found');
      return answer(c, { endpoint: webhookUrl, active: isWebhookActive });
    })
    .post(
      '/v2/bot/channel/webhook/test',
      guard(world, { name: 'test-webhook', rate: perHour(60), body: 'json', isBodyOptional: true }),
      (c) => test(world, outbox, c),
    );

const test = async (world: World, outbox: Outbox, c: LineContext): Promise<Response> => {
  const { body } = c.get('call');
  const refusal = checkWebhookTest(body, true);
  if (refusal) return refuseFor(c, refusal);
  const url = textIn(body, 'endpoint') ?? world.settings.webhookUrl;
  if (url === null) return refuse(c, 404, 'Webhook endpoint not found');
  const timestamp = new Date(world.now()).toISOString();
  const { isOk, status, why = '' } = await outbox.verify(url);
  const reason = isOk ? 'OK' : (/\((\w+)\)/.exec(why)?.[1] ?? 'unclassified').toUpperCase();
  return answer(c, {
    success: isOk,
    timestamp,
    statusCode: status ?? 0,
    reason,
    detail: isOk ? '200' : why,
  });
};
