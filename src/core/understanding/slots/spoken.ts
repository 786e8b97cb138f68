import { foldChar } from '../reading/fold';
import type { Reading } from '../reading/read';
import { withKanaNumbers } from './number/number';

/**
 * A sentence as numbers and days are looked for in it: kana folded, numbers as digits, kanji as written, one space where
 * spaces or marks stood.
 */
export const spoken = ({ plain }: Reading): string => {
  let text = '';
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain[at] ?? '';
    const isSign = /[/:-]/.test(char) && /\d/.test(plain[at - 1] ?? '') && /\d/.test(plain[at + 1] ?? '');
    if (isSign || /[\p{L}\p{N}\u30fc\u3005]/u.test(char)) text += foldChar(char, text.at(-1) ?? '');
    else if (text !== '' && !text.endsWith(' ')) text += ' ';
  }
  return withKanaNumbers(text.trimEnd());
};
