import { phoneMark } from './wording';

/** What a cell says about a phone. A mobile number is somebody's own: it is never shown because a file has it. */
export type PhoneReading =
  | { readonly phone: string }
  | { readonly mobile: true }
  | { readonly unread: string };

/** Reads a phone number as it is written in Japan: 「(04)2998-9053」, 「０４−２９９８−９０５３」, 「+81-4-2998-9053」. */
export const readPhone = (cell: string): PhoneReading | undefined => {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return undefined;
  const plain = text
    .replace(phoneMark, '')
    .trim()
    .replace(/[‐‑‒–—―−ー－ｰ]/g, '-')
    .replace(/^\+81[-\s]?(?:\(0\))?0?/, '0')
    .replace(/^\((\d+)\)\s*-?/, '$1-')
    .replace(/[()]/g, '-')
    .replace(/[\s.]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
  const digits = plain.replace(/-/g, '');
  if (!/^[\d-]+$/.test(plain) || !/^0\d{9,10}$/.test(digits)) return { unread: text };
  if (/^0[5-9]0/.test(digits) && digits.length === 11) {
    // 050 is a line over the internet; 060 to 090 are carried in a pocket.
    return digits.startsWith('050') ? { phone: plain } : { mobile: true };
  }
  return digits.length === 10 || digits.startsWith('0800') ? { phone: plain } : { unread: text };
};
