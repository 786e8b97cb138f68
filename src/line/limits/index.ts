import { messageList } from './messages';
import { type Problem, Report } from './report';

export { checkAudienceAddition, checkAudienceDescription, checkNewAudience } from './audience';
export { isChatId, isUserId } from './ids';
export { type Refusal, refusalOf } from './refusal';
export type { Problem } from './report';
export { checkRichMenu } from './rich-menu';
export { checkRichMenuImage, type Picture, type PictureRefusal, readPicture } from './rich-menu-image';
export {
  checkAliasChange,
  checkBatch,
  checkBulkLink,
  checkBulkUnlink,
  checkNewAlias,
} from './rich-menu-links';
export {
  checkBroadcast,
  checkMulticast,
  checkNarrowcast,
  checkPush,
  checkReply,
  checkValidation,
  isRetryKey,
  type SendingWay,
  takesRetryKey,
} from './sending';
export { checkLoading, checkMarkAsRead, checkWebhookEndpoint, checkWebhookTest } from './settings';
export { type Limit, type LimitName, limits } from './table';

/** Says what LINE would refuse in the messages of a request; nothing if it would take them. */
export const checkMessages = (messages: unknown): readonly Problem[] => {
  const report = new Report();
  report.enter('messages', messages, messageList);
  return report.problems;
};
