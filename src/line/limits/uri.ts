import type { Check } from './report';
import { words } from './shape';
import type { Limit } from './table';

/** What may stand in a URI (RFC 3986); all else must be percent-encoded, Japanese too. */
const written = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const web = /^https?:\/\/[^/?#]+/i;
const secure = /^https:\/\/[^/?#]+/i;
/** A number to call; a `#` in it is written as %23, because bare it would begin a fragment. */
const phone = /^tel:(?:[0-9+*]|%23)(?:[0-9*().\-;=a-z+]|%23)*$/i;
const app = /^line:\/\/./i;

const uri = (limit: Limit, isAllowed: (text: string) => boolean): Check => {
  const sized = words(limit);
  return (value, report) => {
    sized(value, report);
    if (typeof value !== 'string' || value === '' || value.length > limit.max) return;
    if (!written.test(value) || !isAllowed(value)) report.refuse('invalid uri', 'invalid uri scheme');
  };
};

/** An address a button may open: http, https, tel or line, percent-encoded. */
export const openable = (limit: Limit): Check =>
  uri(limit, (text) => web.test(text) || phone.test(text) || app.test(text));

/** An address LINE itself fetches or hands to phones: https only. */
export const secureUrl = (limit: Limit): Check => uri(limit, (text) => secure.test(text));
