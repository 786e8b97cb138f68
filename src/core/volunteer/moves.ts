import type { Move } from '../move';
import type { CaseKind } from './case';

const move = (step: string, choice: string, args?: Readonly<Record<string, string>>): Move => ({
  dialogue: 'volunteer',
  version: 1,
  step,
  choice,
  ...(args === undefined ? {} : { args }),
});

/** Shows what she has under way as a helper, or asks how she would like to help. */
export const showVolunteer = (): Move => move('mine', 'mine');

/** Asks whether a coordinator shall be told of a group. */
export const askForCase = (kind: CaseKind): Move => move('askCase', 'case', { kind });
