import type { City, Town } from '../../city';
import { anyKe, chomeAtStart, kanjiChome, kanjiDigits, ke, oaza } from './wording';

const foldedTown = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(anyKe, ke)
    .replace(kanjiChome, (chome, digit: string) =>
      chome.replace(digit, String(kanjiDigits.indexOf(digit) + 1)),
    );

/** An address without prefecture and city where they are the city's own; nothing where no more than these is said. */
export const localAddress = (city: City, address: string): string | undefined => {
  const inCity = address.startsWith(city.prefecture) ? address.slice(city.prefecture.length) : address;
  const local = (inCity.startsWith(city.name) ? inCity.slice(city.name.length) : inCity).trim();
  return local === '' ? undefined : local;
};

// A city never changes while the programme runs, so its folded names are made once and not for each row.
const kept = new WeakMap<City, readonly { readonly town: Town; readonly base: string }[]>();

const foldedTowns = (city: City): readonly { readonly town: Town; readonly base: string }[] => {
  const known = kept.get(city);
  if (known !== undefined) return known;
  const towns = city.towns.map((town) => ({ town, base: foldedTown(town.base) }));
  kept.set(city, towns);
  return towns;
};

/** The town an address within the city lies in; nothing where it names none, or a town without its needed 丁目. */
export const townIn = (city: City, address: string): Town | undefined => {
  const local = foldedTown(localAddress(city, address) ?? '');
  const isOaza = oaza.test(local);
  const text = local.replace(oaza, '');
  const named = foldedTowns(city).filter(({ base }) => text.startsWith(base));
  const longest = Math.max(0, ...named.map(({ base }) => base.length));
  const towns = named.flatMap(({ base, town }) => (base.length === longest ? [town] : []));
  const chome = chomeAtStart.exec(text.slice(longest))?.[1];
  const numbered = isOaza ? undefined : towns.find((town) => town.chome === Number(chome));
  return numbered ?? towns.find((town) => town.chome === undefined);
};
