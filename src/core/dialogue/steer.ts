import type { Button } from '../message';
import type { Move } from '../move';
import type { State } from './state';
import { wording } from './wording';

/** The moves that mean the same in every dialogue. */
export type Steer = 'back' | 'restart' | 'stop' | 'human' | 'resume' | 'repeat' | 'also';

/** The name under which steering stands in a button instead of a dialogue's. */
export const STEER = 'steer';

const VERSION = 1;

/** The move of a steering button. */
export const steerMove = (choice: Steer, args?: Readonly<Record<string, string>>): Move => ({
  dialogue: STEER,
  version: VERSION,
  step: STEER,
  choice,
  ...(args === undefined ? {} : { args }),
});

/** A button that steers. */
export const steerButton = (label: string, choice: Steer, isMain?: boolean): Button => ({
  label,
  action: { do: 'choose', move: steerMove(choice) },
  ...(isMain === undefined ? {} : { isMain }),
});

const STEERS: readonly string[] = [
  'back',
  'restart',
  'stop',
  'human',
  'resume',
  'repeat',
  'also',
] satisfies Steer[];

/** Tells whether a stored word is one of the steering moves of today. */
export const isSteer = (choice: string): choice is Steer => STEERS.includes(choice);

/** The small buttons under every answer: back and stop where something is going on, the start, and a person. */
export const shortcuts = (state: State, isTalking: boolean): readonly Button[] => [
  ...(state.trail.length > 0 ? [steerButton(wording.back, 'back')] : []),
  steerButton(wording.restart, 'restart'),
  steerButton(wording.human, 'human'),
  ...(isTalking ? [steerButton(wording.stop, 'stop')] : []),
];
