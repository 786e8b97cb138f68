import * as line from '../../../src/line/limits';
import * as make from './samples';

/** How a row of the table is tried: what is refused of something that uses just so much of it. */
export interface Trial {
  readonly refused: (size: number) => readonly string[];
  /** Where LINE points if there is too much. */
  readonly property: string;
  /** The least that is taken, where the row alone does not say it: an address cannot be one character. */
  readonly least?: number;
  /** Where LINE points if there is too little, if not at `property`. */
  readonly propertyOfLess?: string;
}

/** A row about one message. */
export const inMessage = (property: string, message: (size: number) => unknown): Trial => ({
  property,
  refused: (size) => line.checkMessages([message(size)]).map((problem) => problem.property),
});

/** A row about the body of a request. */
export const inBody = (
  property: string,
  check: (body: unknown) => line.Refusal | undefined,
  body: (size: number) => unknown,
): Trial => ({
  property,
  refused: (size) => {
    const refusal = check(body(size));
    if (!refusal) return [];
    return refusal.details?.map((detail) => detail.property ?? detail.message) ?? [refusal.message];
  },
});

/** Words as long as the row counts them: where letters are counted, each is the longest there is. */
export const wordsIn = (property: string, name: line.LimitName, message: (words: string) => unknown): Trial =>
  inMessage(property, (size) =>
    message((line.limits[name].unit === 'grapheme' ? make.FAMILY : 'a').repeat(size)),
  );
/** Addresses of just so many characters. */
export const urlIn = (property: string, message: (url: string) => unknown): Trial => ({
  ...inMessage(property, (size) => message(make.urlOf(size))),
  least: 20,
});
