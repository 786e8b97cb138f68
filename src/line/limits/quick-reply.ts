import type { messagingApi } from '@line/bot-sdk';
import { actionIn } from './action';
import type { Check } from './report';
import { both, fieldsOf, isGiven, listOf, may, must, oneOf, UNSPECIFIED, whole, words } from './shape';
import { limits } from './table';
import { secureUrl } from './uri';

const item: Check = both(
  // LINE's type leaves `type` out of what a button must have; its reference does not.
  whole(({ type }, report) => {
    if (!isGiven(type)) report.refuseAt('type', UNSPECIFIED);
    else report.enter('type', type, oneOf('action'));
  }),
  fieldsOf<messagingApi.QuickReplyItem>({
    imageUrl: may(secureUrl(limits.quickReplyImageUrl)),
    action: must(actionIn('quickReply'), UNSPECIFIED),
  }),
);

/** The small buttons above the keyboard. */
const quickReply: Check = fieldsOf<messagingApi.QuickReply>({
  items: must(listOf(limits.quickReplyItems, item)),
});

/** LINE keeps its own name for itself (doc:messaging-api/icon-nickname-switch). */
const isTaken: Check = (value, report) => {
  if (typeof value === 'string' && /line/i.test(value.normalize('NFKC')))
    report.refuse('invalid sender name');
};

const sender: Check = fieldsOf<messagingApi.Sender>({
  name: may(both(words(limits.senderName), isTaken)),
  iconUrl: may(secureUrl(limits.senderIconUrl)),
});

/** What every kind of message may carry. */
export const ofEveryMessage = { quickReply: may(quickReply), sender: may(sender) };
