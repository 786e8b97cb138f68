import type { Move } from '../move';
import type { Wrong } from './report';

/** The dialogue in which somebody says what is wrong, by the name that stands in buttons. */
export const REPORT = { dialogue: 'report', version: 1 } as const;

const move = (choice: string, args?: Readonly<Record<string, string>>): Move => ({
  ...REPORT,
  step: 'askPlace',
  choice,
  ...(args === undefined ? {} : { args }),
});

/** Asks which place it is about. */
export const reportSomething = (): Move => move('begin');

/** Asks what is wrong with this place. `saidIn` is the turn in which she spoke of it. */
export const reportOn = (place: string, saidIn?: string, what?: Wrong): Move =>
  move('place', {
    place,
    ...(saidIn === undefined ? {} : { saidIn }),
    ...(what === undefined ? {} : { what }),
  });
