import { orderOf } from './corpus';
import { endings, openings, swaps } from './wording';

/** The same wish in other words: another ending, another of a kind, something before it, a key missed. */
export const variantsOf = (text: string): readonly string[] => {
  let turn = orderOf(text);
  const pick = <T>(list: readonly T[]): T | undefined => {
    turn = orderOf(`${turn}`);
    return list[turn % list.length];
  };
  const otherwise = (): string => {
    let said = text;
    const row = endings.find((forms) => forms.some((form) => said.endsWith(form)));
    const form = row && [...row].sort((a, b) => b.length - a.length).find((one) => said.endsWith(one));
    if (row && form !== undefined) said = said.slice(0, said.length - form.length) + (pick(row) ?? form);
    for (const kinds of swaps) {
      const known = kinds.find((kind) => said.includes(kind));
      if (known !== undefined) said = said.replace(known, pick(kinds) ?? known);
    }
    return said;
  };
  const letters = [...text];
  const missed = letters.length > 6 ? letters.filter((_, at) => at !== turn % letters.length).join('') : text;
  const opened = letters.length > 4 && turn % 3 === 0 ? `${pick(openings) ?? ''}${text}` : text;
  return [...new Set([text, missed, opened, otherwise(), otherwise()])];
};
