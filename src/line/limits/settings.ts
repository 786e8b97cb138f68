import type { messagingApi } from '@line/bot-sdk';
import { isUserId } from './ids';
import { bodyOf, type Refusal } from './refusal';
import type { Check } from './report';
import { fieldsOf, isGiven, isObject, may, must, someWords } from './shape';
import { limits } from './table';

const { min, max } = limits.loadingSeconds;
const LOADING_STEP = 5;

/** LINE names both rules for a value that breaks both. */
const loadingSeconds: Check = (value, report) => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return report.wrongKind();
  if (value < min || value > max) report.refuse(`Must be between ${min} and ${max}`);
  if (value % LOADING_STEP !== 0) report.refuse('must be a multiple of five');
};

const personAlone: Check = (value, report) => {
  if (typeof value !== 'string') return report.wrongKind();
  if (!isUserId(value)) {
    report.refuse(
      'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
    );
  }
};

/** `POST /v2/bot/chat/loading/start`. */
export const checkLoading = bodyOf(
  fieldsOf<messagingApi.ShowLoadingAnimationRequest>({
    chatId: must(personAlone),
    loadingSeconds: may(loadingSeconds),
  }),
);

/** `POST /v2/bot/chat/markAsRead`. */
export const checkMarkAsRead = bodyOf(
  fieldsOf<messagingApi.MarkMessagesAsReadByTokenRequest>({ markAsReadToken: must(someWords) }),
);

const INVALID_ENDPOINT: Refusal = { message: 'Invalid webhook endpoint URL' };

/**
 * Says whether an address may receive webhooks. LINE itself takes https only; `allowsHttp` lets a bot on this machine
 * be reached.
 */
const isEndpoint = (endpoint: unknown, allowsHttp: boolean): boolean =>
  typeof endpoint === 'string' &&
  endpoint.length <= limits.webhookEndpoint.max &&
  URL.canParse(endpoint) &&
  (endpoint.startsWith('https://') || (allowsHttp && endpoint.startsWith('http://')));

/** `PUT /v2/bot/channel/webhook/endpoint`. */
export const checkWebhookEndpoint = (body: unknown, allowsHttp = false): Refusal | undefined =>
  isObject(body) && isEndpoint(body.endpoint, allowsHttp) ? undefined : INVALID_ENDPOINT;

/** `POST /v2/bot/channel/webhook/test`; without an address the one that is set is tried. */
export const checkWebhookTest = (body: unknown, allowsHttp = false): Refusal | undefined =>
  !isObject(body) || !isGiven(body.endpoint) ? undefined : checkWebhookEndpoint(body, allowsHttp);
