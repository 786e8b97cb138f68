import { Hono } from 'hono';
import { checkPush, checkReply } from '../../line/limits';
import { isFields, isTyped, listIn, textIn } from '../json';
import { putIntoChats } from '../sending';
import { perSecond } from '../state/buckets';
import { joinedGroup } from '../state/groups';
import { isGroupId, isRoomId, isUserId } from '../state/ids';
import { isReachableByPush } from '../state/people';
import type { ReplyToken } from '../state/reply-tokens';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';
import { acceptRetry, refuseRetry } from './retry';
import { countUnits } from './units';

/** LINE's sentence for a month whose messages are used up. */
export const MONTH_IS_SPENT = 'You have reached your monthly limit.';

/** Reply and push: messages to one chat. */
export const oneChat = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/v2/bot/message/reply',
      guard(world, { name: 'reply', rate: perSecond(2000), body: 'json' }),
      (c) => reply(world, c),
    )
    .post(
      '/v2/bot/message/push',
      guard(world, { name: 'push', rate: perSecond(2000), body: 'json', takesRetryKey: true }),
      (c) => push(world, c),
    );

const reply = (world: World, c: LineContext): Response => {
  const call = c.get('call');
  const { body } = call;
  const replyToken = textIn(body, 'replyToken') ?? '';
  const refusal = checkReply(body);
  if (refusal) {
    if (world.settings.doesBadReplySpendToken) world.replyTokens.spend(replyToken, world.now());
    return refuseFor(c, refusal);
  }
  const token = world.replyTokens.look(replyToken, world.now(), world.settings.replyTokenLife);
  if (typeof token === 'string') {
    return refuse(c, 400, 'Invalid reply token', { why: `The reply token is ${token}.` });
  }
  call.people = [token.chatId];
  const quoted = refuseQuotes(world, c, token.chatId);
  if (quoted) return quoted;
  world.replyTokens.spend(replyToken, world.now());
  const chatIds = answerReaches(world, token);
  const sentMessages = putIntoChats(world, { ...sendingIn(c), via: 'reply', chatIds });
  world.quota.count('reply', chatIds.length, world.now());
  call.reached = chatIds.length;
  return answer(c, { sentMessages });
};

/** Someone who blocked the bot after she wrote does not get the answer any more. */
const answerReaches = (world: World, { chatId }: ReplyToken): readonly string[] => {
  const person = world.people.get(chatId);
  const isGone = person !== undefined && (person.friendship === 'blocked' || person.isDeleted);
  return isGone ? [] : [chatId];
};

const push = (world: World, c: LineContext): Response => {
  const call = c.get('call');
  const again = refuseRetry(world, c);
  if (again) return again;
  const refusal = checkPush(call.body);
  if (refusal) return refuseFor(c, refusal);
  const to = textIn(call.body, 'to') ?? '';
  const target = pushTarget(world, to);
  if (!target) {
    return refuse(c, 400, 'Failed to send messages', {
      why: 'Nobody with this id ever met the bot, or the bot is not in that group.',
    });
  }
  const quoted = refuseQuotes(world, c, to);
  if (quoted) return quoted;
  if (!world.quota.allows(target.recipients, world.now(), world.settings.quota)) {
    return refuse(c, 429, MONTH_IS_SPENT);
  }
  const chatIds = target.recipients === 0 ? [] : [to];
  const sentMessages = putIntoChats(world, { ...sendingIn(c), via: 'push', chatIds });
  world.quota.count('push', target.recipients, world.now());
  countUnits(world, c, target.recipients);
  call.reached = target.recipients;
  if (target.recipients === 0) call.why = 'Accepted, but nobody is reached: blocked, deleted or no friend.';
  acceptRetry(world, c, sentMessages);
  return answer(c, { sentMessages });
};

/** How many people a push to that id reaches; undefined if the channel does not know the id. */
const pushTarget = (world: World, to: string): { readonly recipients: number } | undefined => {
  if (isUserId(to)) {
    const person = world.people.get(to);
    return person && { recipients: isReachableByPush(person, world.now()) ? 1 : 0 };
  }
  const group = isGroupId(to) || isRoomId(to) ? joinedGroup(world.groups, to) : undefined;
  return group && { recipients: group.members.size };
};

/** What a sending takes from the call itself. */
export const sendingIn = (c: LineContext) => {
  const { body, seq } = c.get('call');
  return {
    messages: listIn(body, 'messages'),
    isSilent: isFields(body) && body.notificationDisabled === true,
    traffic: seq,
  };
};

/** A message may quote only one of the chat it goes to. */
const refuseQuotes = (world: World, c: LineContext, chatId: string): Response | undefined => {
  const details = listIn(c.get('call').body, 'messages').flatMap((message, index) => {
    const token = isTyped(message) ? message.quoteToken : undefined;
    const isFine = typeof token !== 'string' || world.quoteTokens.messageIn(chatId, token) !== undefined;
    return isFine ? [] : [{ message: 'invalid quoteToken', property: `messages[${index}].quoteToken` }];
  });
  if (details.length === 0) return undefined;
  return refuse(c, 400, `The request body has ${details.length} error(s)`, {
    details,
    why: 'The quote token is not one of a message in this chat.',
  });
};
