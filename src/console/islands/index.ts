import { live } from './live';
import { passkey } from './passkey';

/**
 * The little that runs in the browser, as the text of functions that stand in this folder and are checked like all
 * others. Every page works without it. The bundler may wrap inner functions in a helper that names them; the browser
 * is given one that does nothing.
 */
export const islands: string = [
  'const __name = (it) => it;',
  ...[passkey, live].map((island) => `(${island.toString()})();`),
].join('\n');
