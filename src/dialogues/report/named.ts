import type { Context } from '../../core/dialogue/dialogue';
import type { Place } from '../../core/place';

/** How many places she is asked to choose from. */
const MOST = 3;
/** A name, or a part of one, of fewer signs says nothing. */
const SHORTEST = 3;

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/[\u30a1-\u30f6]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

/** A name without what stands in brackets behind it. */
const stem = (name: string): string => bare(name.normalize('NFKC').replace(/\([^)]*\)/g, ''));

/** The places whose name stands in her words, or whose name begins with them; at most three, the longest name first. */
export const placesNamed = (words: string, { places }: Context): readonly Place[] => {
  const said = bare(words);
  const named = places.places
    .flatMap((place) => {
      const names = [place.name, place.kana ?? ''].map(stem).filter((name) => name.length >= SHORTEST);
      const isNamed = names.some(
        (name) => said.includes(name) || (said.length >= SHORTEST && name.includes(said)),
      );
      return isNamed ? [{ place, length: Math.max(...names.map((name) => name.length)) }] : [];
    })
    .sort((a, b) => b.length - a.length)
    .map(({ place }) => place);
  return named.slice(0, MOST);
};
