import { Hono } from 'hono';
import { isFields, textIn } from '../json';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse } from './call';
import { guard } from './guard';

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
        const token = textIn(c.get('call').body, 'markAsReadToken');
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
        if (!isUserId(userId)) return refuseBody(c, 'chat.userId', 'must be specified');
        world.chats.markRead(userId);
        return answer(c);
      },
    );

const startLoading = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const chatId = textIn(body, 'chatId');
  const seconds = isFields(body) && body.loadingSeconds !== undefined ? body.loadingSeconds : 20;
  if (chatId === undefined || chatId === '') return refuseBody(c, 'chatId', 'May not be empty');
  if (!isUserId(chatId)) {
    const message =
      'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.';
    return refuseBody(c, 'chatId', message);
  }
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) {
    return refuse(
      c,
      400,
      "The property, 'loadingSeconds', in the request body is invalid (line: -, column: -)",
    );
  }
  const wrong = [
    ...(seconds < 5 || seconds > 60 ? ['Must be between 5 and 60'] : []),
    ...(seconds % 5 === 0 ? [] : ['must be a multiple of five']),
  ];
  if (wrong.length > 0) {
    const details = wrong.map((message) => ({ message, property: 'loadingSeconds' }));
    return refuse(c, 400, `The request body has ${wrong.length} error(s)`, { details });
  }
  const chat = world.chats.all.get(chatId);
  // The animation shows only to someone who looks at the chat right now.
  if (chat?.isOpen && world.people.get(chatId)?.friendship !== 'blocked') {
    chat.loadingUntil = world.now() + seconds * 1000;
    world.chats.touch(chatId);
  }
  return answer(c, {}, 202);
};

const refuseBody = (c: LineContext, property: string, message: string): Response =>
  refuse(c, 400, 'The request body has 1 error(s)', { details: [{ message, property }] });
