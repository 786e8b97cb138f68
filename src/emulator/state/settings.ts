import type { Settings } from '../control/contract';

/** LINE's own behaviour, as far as it is documented. */
export const defaultSettings: Settings = {
  webhookUrl: null,
  isWebhookActive: true,
  webhookTimeout: 2_000,
  redelivery: [],
  chatMode: 'bot',
  markAsReadMode: 'auto',
  quota: { type: 'none' },
  rateFactor: 1,
  asyncDelay: 2_000,
  replyTokenLife: 60_000,
  doesBadReplySpendToken: false,
  doesMulticastRefuseUnknown: false,
  isRetryKeyPerChannel: true,
  narrowcastReach: 100,
  narrowcastRecipients: 50,
  isVerified: true,
  isLinting: true,
};
