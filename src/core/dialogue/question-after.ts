import type { Message } from '../message';
import type { Ruling } from './dialogue';
import { wording } from './wording';

/** A kind word alone would leave her looking for the open question: where a box with buttons asks one, it is put again. */
export const questionAfter = (said: readonly Message[], asked: readonly Message[]): readonly Message[] => {
  const box = asked.at(-1);
  if (!said.every(({ type }) => type === 'text') || box?.type !== 'panel') return [];
  const asks = [box.title ?? '', ...box.lines].some((line) => wording.question.test(line));
  return asks && box.buttons.length > 0 ? [box] : [];
};

/** The same for a step that says a word and stays where it is. */
export const withQuestion = (ruling: Ruling, asked: readonly Message[]): Ruling =>
  ruling.next === null || ruling.asks
    ? ruling
    : { ...ruling, say: [...ruling.say, ...questionAfter(ruling.say, asked)] };
