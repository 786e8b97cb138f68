import { isUserId } from './ids';
import type { Refusal } from './refusal';
import { isGiven, isObject } from './shape';
import { limits } from './table';

/** LINE's audience endpoints speak in codes of their own (ref#create-upload-audience-group). */
const refusal = (message: string, code: string): Refusal => ({ message, details: [{ message: code }] });

const WRONG_DESCRIPTION = refusal('audienceGroupName is wrong', 'AUDIENCE_GROUP_NAME_WRONG');
const LONG_DESCRIPTION = refusal('size over audienceGroupName', 'AUDIENCE_GROUP_NAME_SIZE_OVER');
const LONG_UPLOAD_DESCRIPTION = refusal('size over uploadDescription', 'UPLOAD_DESCRIPTION_SIZE_OVER');
const TOO_MANY_IDS = refusal('too many audiences', 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS');
const WRONG_ID = refusal('audience id format is invalid', 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT');
const WRONG_REQUEST = refusal('Request is invalid', 'INVALID_REQUEST');

const description = (given: unknown): Refusal | undefined => {
  if (typeof given !== 'string' || given.trim() === '' || /\p{Cc}/u.test(given)) return WRONG_DESCRIPTION;
  return given.length > limits.audienceDescription.max ? LONG_DESCRIPTION : undefined;
};

const uploadDescription = (given: unknown): Refusal | undefined => {
  if (!isGiven(given)) return undefined;
  if (typeof given !== 'string') return WRONG_REQUEST;
  return given.length > limits.audienceUploadDescription.max ? LONG_UPLOAD_DESCRIPTION : undefined;
};

/** One malformed id fails the whole upload. */
const ids = (given: unknown): Refusal | undefined => {
  if (!isGiven(given)) return undefined;
  if (!Array.isArray(given)) return WRONG_REQUEST;
  if (given.length > limits.audienceIds.max) return TOO_MANY_IDS;
  return given.every((one) => isObject(one) && isUserId(one.id)) ? undefined : WRONG_ID;
};

const isId = (given: unknown): boolean => typeof given === 'number' && Number.isInteger(given) && given > 0;

/** `POST /v2/bot/audienceGroup/upload`. */
export const checkNewAudience = (body: unknown): Refusal | undefined =>
  isObject(body)
    ? (description(body.description) ?? uploadDescription(body.uploadDescription) ?? ids(body.audiences))
    : WRONG_REQUEST;

/** `PUT /v2/bot/audienceGroup/upload`. */
export const checkAudienceAddition = (body: unknown): Refusal | undefined =>
  isObject(body) && isId(body.audienceGroupId) && Array.isArray(body.audiences)
    ? (uploadDescription(body.uploadDescription) ?? ids(body.audiences))
    : WRONG_REQUEST;

/** `PUT /v2/bot/audienceGroup/{audienceGroupId}/updateDescription`. */
export const checkAudienceDescription = (body: unknown): Refusal | undefined =>
  isObject(body) ? description(body.description) : WRONG_REQUEST;
