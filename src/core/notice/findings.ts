import { wording } from './wording';

/** What is wrong with words that someone wants to send to others. */
export type Finding = 'personal' | 'link' | 'long' | 'empty';

/** The longest text a supporter can send, in characters: what an elder reads in one look. */
export const LONGEST_WORDS = 200;

const LINK = /(?:https?:\/\/|www\.)[^\s\u3000-\u30ff\u4e00-\u9fff]*/giu;
const BARE_DOMAIN = /\b[a-z0-9-]+\.(?:com|net|org|jp|info|xyz|shop|site|top|io|me|ly)\b[^\s]*/giu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const PHONE = /0\d{1,4}[-\s(]?\d{1,4}[-\s)]?\d{3,4}/u;

/** Whether a link leads to one of the city's own domains or a part of one. */
const isOwn = (link: string, domains: readonly string[]): boolean => {
  try {
    const { hostname } = new URL(/^https?:/i.test(link) ? link : `https://${link}`);
    return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
  } catch {
    return false;
  }
};

/**
 * Looks words over before they are shown to their author as they will arrive: personal data (which the chat has covered
 * already), links outside the city's domains, length.
 */
export const findingsIn = (words: string, domains: readonly string[]): readonly Finding[] => {
  const plain = words.normalize('NFKC');
  const links = [...(plain.match(LINK) ?? []), ...(plain.match(BARE_DOMAIN) ?? [])];
  return [
    ...(plain.trim() === '' ? (['empty'] as const) : []),
    ...(plain.includes(wording.cover) || MAIL.test(plain) || PHONE.test(plain)
      ? (['personal'] as const)
      : []),
    ...(links.some((link) => !isOwn(link, domains)) ? (['link'] as const) : []),
    ...(plain.length > LONGEST_WORDS ? (['long'] as const) : []),
  ];
};
