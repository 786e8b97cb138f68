import type { messagingApi } from '@line/bot-sdk';
import { chatId, listedUserId } from './ids';
import { messageList } from './messages';
import { filters, reach, recipients } from './narrowcast';
import { bodyOf, type Refusal } from './refusal';
import type { Check, Report } from './report';
import { both, fieldsOf, flag, isGiven, isObject, listOf, may, must, someWords, words } from './shape';
import { limits } from './table';

/** The ways of sending. */
export type SendingWay = 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast';

const ofEverySending = {
  messages: must(messageList),
  notificationDisabled: may(flag),
};

const units = may(listOf(limits.aggregationUnits, words(limits.aggregationUnit, /^[a-zA-Z0-9_]{1,30}$/)));

const eachMessage =
  (look: (message: Readonly<Record<string, unknown>>, report: Report) => void): Check =>
  (body, report) => {
    const messages = isObject(body) ? body.messages : undefined;
    if (!Array.isArray(messages)) return;
    report.enter('messages', messages, () => {
      for (const [index, message] of messages.slice(0, limits.messages.max).entries()) {
        if (isObject(message)) report.enter(index, message, () => look(message, report));
      }
    });
  };

const mentions = ({ substitution }: Readonly<Record<string, unknown>>): boolean =>
  isObject(substitution) &&
  Object.values(substitution).some((one) => isObject(one) && one.type === 'mention');

/** Quoting and naming someone need a chat: only reply and push have one. */
const needsNoChat = eachMessage((message, report) => {
  if (isGiven(message.quoteToken)) report.refuseAt('quoteToken', 'must not be specified');
  if (mentions(message)) report.refuseAt('substitution', 'mention is not supported');
});

const isOfOnePerson = (to: unknown): boolean => typeof to === 'string' && to.startsWith('U');

/** A single person is not mentioned, and in a group nobody is asked whether a video was seen to its end. */
const fitsItsChat: Check = (body, report) => {
  const isPerson = isObject(body) && isOfOnePerson(body.to);
  eachMessage((message, inside) => {
    if (isPerson && mentions(message)) inside.refuseAt('substitution', 'mention is not supported');
    if (!isPerson && isGiven(message.trackingId)) inside.refuseAt('trackingId', 'must not be specified');
  })(body, report);
};

/** `POST /v2/bot/message/reply`. */
export const checkReply = bodyOf(
  fieldsOf<messagingApi.ReplyMessageRequest>({ ...ofEverySending, replyToken: must(someWords) }),
);

/** `POST /v2/bot/message/push`. */
export const checkPush = bodyOf(
  both(
    fieldsOf<messagingApi.PushMessageRequest>({
      ...ofEverySending,
      to: must(chatId),
      customAggregationUnits: units,
    }),
    fitsItsChat,
  ),
);

/** `POST /v2/bot/message/multicast`. Several of the same person are taken, as LINE takes them. */
export const checkMulticast = bodyOf(
  both(
    fieldsOf<messagingApi.MulticastRequest>({
      ...ofEverySending,
      to: must(listOf(limits.multicastTo, listedUserId)),
      customAggregationUnits: units,
    }),
    needsNoChat,
  ),
);

/** `POST /v2/bot/message/broadcast`. */
export const checkBroadcast = bodyOf(
  both(fieldsOf<messagingApi.BroadcastRequest>(ofEverySending), needsNoChat),
);

const narrowcast = bodyOf(
  both(
    fieldsOf<messagingApi.NarrowcastRequest>({
      ...ofEverySending,
      recipient: may(recipients),
      filter: may(filters),
      limit: may(reach),
    }),
    needsNoChat,
  ),
);

/** `POST /v2/bot/message/narrowcast`. */
export const checkNarrowcast = (body: unknown): Refusal | undefined => {
  const limit = isObject(body) && isObject(body.limit) ? body.limit : {};
  if (limit.forbidPartialDelivery === true && limit.upToRemainingQuota !== true) {
    return { message: 'The option forbidPartialDelivery must be used with upToRemainingQuota.' };
  }
  return narrowcast(body);
};

const withChat = bodyOf(fieldsOf<messagingApi.ValidateMessageRequest>({ messages: ofEverySending.messages }));
const withoutChat = bodyOf(
  both(fieldsOf<messagingApi.ValidateMessageRequest>({ messages: ofEverySending.messages }), needsNoChat),
);

/** `POST /v2/bot/message/validate/…`: looks at the messages only. */
export const checkValidation = (way: SendingWay, body: unknown): Refusal | undefined =>
  way === 'reply' || way === 'push' ? withChat(body) : withoutChat(body);

/** Which ways of sending take a retry key (doc:messaging-api/retrying-api-request). */
export const takesRetryKey = (way: SendingWay): boolean => way !== 'reply';

/** Says whether a retry key is a UUID in hexadecimal. */
export const isRetryKey = (key: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(key);
