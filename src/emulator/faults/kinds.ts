/**
 * How a call to LINE can go wrong. `time-out` does nothing and never answers; `answer-lost` does what was asked and
 * then drops the connection; `slow` does it and answers late.
 */
export const callFaultKinds = [
  'bad-request',
  'rate-limit',
  'monthly-limit',
  'server-error',
  'time-out',
  'answer-lost',
  'slow',
] as const;
export type CallFaultKind = (typeof callFaultKinds)[number];

/**
 * How a webhook can go wrong. `lost` never arrives; `out-of-order` waits until another one was delivered; `batch`
 * gathers events of several people in one webhook; `standby` comes without a reply token; `forged` has a wrong signature.
 */
export const webhookFaultKinds = [
  'duplicate',
  'out-of-order',
  'late',
  'batch',
  'standby',
  'forged',
  'lost',
] as const;
export type WebhookFaultKind = (typeof webhookFaultKinds)[number];
