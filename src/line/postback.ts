import type { Move } from '../core/move';
import { limits } from './limits/table';

/** Marks our own postbacks and the way they are written; other tools on the same account have others. */
const FORMAT = '1';

/** LINE's limit for `postback.data`, in UTF-16 units. */
export const POSTBACK_LIMIT = limits.postbackData.max;

/**
 * Writes a move into a postback: `1/dialogue/version/step/choice?key=value`, each part percent-encoded where it
 * must be. Throws if LINE would refuse it, because a button that cannot be sent is a fault of ours.
 */
export const encodeMove = (move: Move): string => {
  const data = written(move);
  if (data.length > POSTBACK_LIMIT) {
    throw new RangeError(`A postback of ${data.length} characters: ${data.split('?', 1)[0]}`);
  }
  return data;
};

/** Says whether a move can be written into a postback. */
export const fitsPostback = (move: Move): boolean => written(move).length <= POSTBACK_LIMIT;

const written = (move: Move): string => {
  const path = [FORMAT, move.dialogue, String(move.version), move.step, move.choice].map(quote).join('/');
  const args = Object.entries(move.args ?? {})
    .map(([key, value]) => `${quote(key)}=${quote(value)}`)
    .join('&');
  return args === '' ? path : `${path}?${args}`;
};

/** Reads a postback; undefined for one that is not ours or of a way of writing we no longer know. */
export const decodeMove = (data: string): Move | undefined => {
  const [path = '', query = ''] = data.split('?', 2);
  const parts = path.split('/').map(unquote);
  const [format, dialogue, version, step, choice, ...rest] = parts;
  if (format !== FORMAT || !dialogue || !version || !step || choice === undefined || rest.length > 0) {
    return undefined;
  }
  if (!/^\d{1,6}$/.test(version)) return undefined;
  const args: Record<string, string> = {};
  for (const pair of query === '' ? [] : query.split('&')) {
    const [key, value] = pair.split('=', 2).map(unquote);
    if (key === undefined || value === undefined) return undefined;
    args[key] = value;
  }
  return {
    dialogue,
    version: Number(version),
    step,
    choice,
    ...(query === '' ? {} : { args }),
  };
};

/** Only what our own syntax uses is quoted: Japanese stays one character, so that 300 of them are enough. */
const quote = (part: string): string =>
  part.replace(/[%/?&=]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const unquote = (part: string): string | undefined =>
  part.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
