import type { Traffic } from '../../control/views';

/** A word as a POSIX shell takes it literally. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Headers that curl makes itself. */
const OWN = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

/** An exchange as a command that does it again. `origin` stands before the path of a call. */
export const curlOf = (entry: Traffic, origin: string): string =>
  [
    `curl -i -X ${entry.method} ${quoted(new URL(entry.url, origin).href)}`,
    ...Object.entries(entry.requestHeaders)
      .filter(([name]) => !OWN.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(entry.requestBody === '' ? [] : [`--data-binary ${quoted(entry.requestBody)}`]),
  ].join(' \\\n  ');
