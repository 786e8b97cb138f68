import { Hono } from 'hono';
import { checkLoading, checkMarkAsRead } from '../../line/limits';
import { isFields, textIn } from '../json';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

/** How long the animation runs unless asked otherwise. */
const LOADING_SECONDS = 20;

/** Signs of life in a chat: the loading animation and read marks. */
export const chat = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/v2/bot/chat/loading/start',
      guard(world, { name: 'loading', rate: perSecond(100), body: 'json' }),
      (c) => startLoading(world, c),
    )
    .post(
      '/v2/bot/chat/markAsRead',
      guard(world, { name: 'mark-as-read', rate: perSecond(2000), body: 'json' }),
      (c) => {
        const { body } = c.get('call');
        const refusal = checkMarkAsRead(body);
        if (refusal) return refuseFor(c, refusal);
        const token = textIn(body, 'markAsReadToken');
        const found = token === undefined ? undefined : world.readTokens.get(token);
        if (!found) {
          const message =
            'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.';
          return refuse(c, 400, message);
        }
        world.chats.markRead(found.chatId, found.messageId);
        return answer(c);
      },
    )
    .post(
      '/v2/bot/message/markAsRead',
      guard(world, { name: 'mark-as-read-old', rate: perSecond(2000), body: 'json' }),
      (c) => {
        const { body } = c.get('call');
        const userId = textIn(isFields(body) ? body.chat : undefined, 'userId');
        if (!isUserId(userId)) {
          const details = [{ message: 'must be specified', property: 'chat.userId' }];
          return refuse(c, 400, 'The request body has 1 error(s)', { details });
        }
        world.chats.markRead(userId);
        return answer(c);
      },
    );

const startLoading = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const refusal = checkLoading(body);
  if (refusal) return refuseFor(c, refusal);
  const chatId = textIn(body, 'chatId') ?? '';
  const seconds =
    isFields(body) && typeof body.loadingSeconds === 'number' ? body.loadingSeconds : LOADING_SECONDS;
  const chat = world.chats.all.get(chatId);
  // The animation shows only to someone who looks at the chat right now.
  if (chat?.isOpen && world.people.get(chatId)?.friendship !== 'blocked') {
    chat.loadingUntil = world.now() + seconds * 1000;
    world.chats.touch(chatId);
  }
  return answer(c, {}, 202);
};
