import { wording } from '../wording';

/** Where the emulator is steered from. */
const CONTROL = '/__emulator';

/** The emulator did not do what the page asked, in its own words. */
export class NotDone extends Error {
  override name = 'NotDone';
}

/** Asks the emulator; resolves with what it answers, rejects with {@link NotDone} in words for the person. */
const ask = async <Answer>(method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(`${CONTROL}${path}`, { method, ...init });
  const words = await response.text();
  if (!response.ok) throw new NotDone(wording.failed(errorIn(words) ?? String(response.status)));
  return words === '' ? JSON.parse('{}') : JSON.parse(words);
};

const errorIn = (words: string): string | undefined => {
  try {
    return String(JSON.parse(words).error);
  } catch {
    return undefined;
  }
};

const withJson = (body: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Reads something. */
export const get = <Answer>(path: string): Promise<Answer> => ask('GET', path);

/** Does something; what is answered is rarely of interest. */
export const post = <Answer = unknown>(path: string, body: unknown = {}): Promise<Answer> =>
  ask('POST', path, withJson(body));

/** Changes something. */
export const patch = <Answer = unknown>(path: string, body: unknown): Promise<Answer> =>
  ask('PATCH', path, withJson(body));

/** Ends something. */
export const remove = <Answer = unknown>(path: string): Promise<Answer> => ask('DELETE', path);

/** Sends a file as it is. */
export const postFile = (path: string, file: Blob): Promise<unknown> =>
  ask('POST', path, {
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
