import type { Piece } from '../phone-view';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
const known = new Set<string>();

/** Adds the rules of a drawn piece that the page does not have yet. The page's policy forbids inline styles, not these. */
const adopt = (css: string): void => {
  for (const rule of css.split('\n')) {
    if (rule === '' || known.has(rule)) continue;
    known.add(rule);
    sheet.insertRule(rule, sheet.cssRules.length);
  }
};

/** Makes elements out of a piece that the emulator drew and escaped. */
export const drawn = ({ html, css }: Piece): HTMLElement => {
  adopt(css);
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const { firstElementChild } = holder.content;
  if (!(firstElementChild instanceof HTMLElement)) throw new Error('The emulator drew nothing.');
  return document.importNode(firstElementChild, true);
};

/** How far letters may shrink to fit, as a factor. */
const SMALLEST = 0.5;

/** Makes words smaller that ask for it (`adjustMode`) where they do not fit on their line. */
export const shrink = (within: HTMLElement): void => {
  for (const words of within.querySelectorAll<HTMLElement>('.f-shrinks')) {
    words.style.fontSize = '';
    if (words.scrollWidth <= words.clientWidth) continue;
    const factor = Math.max(SMALLEST, words.clientWidth / words.scrollWidth);
    words.style.fontSize = `${Math.floor(Number.parseFloat(getComputedStyle(words).fontSize) * factor)}px`;
  }
};
