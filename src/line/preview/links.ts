/** A piece of a text: plain words, or something a phone makes tappable. */
export interface TextPiece {
  readonly text: string;
  /** Where a tap leads; undefined for plain words. */
  readonly uri?: string;
}

const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** Japanese numbers begin with 0, with or without hyphens; shorter ones (119) are no links on a phone either. */
const PHONE = /(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])|(?<![\d-])0\d{9,10}(?![\d-])/;
const LINKS = new RegExp(`(${ADDRESS.source})|(${MAIL.source})|(${PHONE.source})`, 'g');

/** Full stops and brackets after an address belong to the sentence, not to the address. */
const bare = (address: string): string => address.replace(/[.,;:!?'")\]]+$/, '');

/** Splits a text where LINE makes links of addresses, mail addresses and telephone numbers. */
export const piecesOf = (text: string): readonly TextPiece[] => {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINKS)) {
    const found = match[1] === undefined ? match[0] : bare(match[0]);
    const uri =
      match[1] !== undefined ? found : match[2] !== undefined ? `mailto:${found}` : `tel:${digits(found)}`;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: found, uri });
    end = match.index + found.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
};

const digits = (number: string): string => number.replace(/\D/g, '');
