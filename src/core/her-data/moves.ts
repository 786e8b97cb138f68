import type { Move } from '../move';

/** The dialogue about what is kept of a person, by the name that stands in buttons. */
export const MY_DATA = 'my-data';

/** Raised when stored data or the meaning of a button changes. */
export const MY_DATA_VERSION = 1;

const move = (step: string, choice: string): Move => ({
  dialogue: MY_DATA,
  version: MY_DATA_VERSION,
  step,
  choice,
});

/** Shows what is kept of her. */
export const showHerData = (): Move => move('show', 'show');

/** Asks which letters she wants. */
export const chooseLetters = (): Move => move('show', 'letters');

/** Makes all letters large, or as they were. */
export const setLetters = (size: 'large' | 'normal'): Move => move('letters', size);
