import type { Message } from '../message';
import type { Ruling } from './dialogue';

/**
 * A kind word alone would leave her looking for the open question: its box is put again below it. Below cards, a box
 * without a main button only says what else there is, and is not repeated.
 */
export const questionAfter = (said: readonly Message[], asked: readonly Message[]): readonly Message[] => {
  const box = asked.at(-1);
  if (!said.every(({ type }) => type === 'text') || box?.type !== 'panel') return [];
  const isQuestion = asked.length === 1 ? box.buttons.length > 0 : box.buttons.some(({ isMain }) => isMain);
  return isQuestion ? [box] : [];
};

/** The same for a step that says a word and stays where it is. */
export const withQuestion = (ruling: Ruling, asked: readonly Message[]): Ruling =>
  ruling.next === null || ruling.asks
    ? ruling
    : { ...ruling, say: [...ruling.say, ...questionAfter(ruling.say, asked)] };
