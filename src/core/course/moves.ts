import type { Move } from '../move';

/** The dialogue about classes, by the name that stands in buttons. */
export const CLASSES = 'classes';

/** Raised when stored data or the meaning of a button changes. */
export const CLASSES_VERSION = 1;

const move = (step: string, choice: string, args: Readonly<Record<string, string>>): Move => ({
  dialogue: CLASSES,
  version: CLASSES_VERSION,
  step,
  choice,
  args,
});

/** Begins with the coming lessons of a kind of course. */
export const showLessons = (kind?: string): Move => move('list', 'begin', kind === undefined ? {} : { kind });
