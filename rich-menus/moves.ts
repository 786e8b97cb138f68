import { CLASSES, CLASSES_VERSION, showLessons } from '../src/core/course/moves';
import { steerMove } from '../src/core/dialogue/steer';
import type { Move } from '../src/core/move';
import { showVolunteer } from '../src/core/volunteer/moves';
import { wording } from './wording';

const move = (
  dialogue: string,
  version: number,
  step: string,
  choice: string,
  args?: Readonly<Record<string, string>>,
): Move => ({ dialogue, version, step, choice, ...(args === undefined ? {} : { args }) });

/** What the areas ask of the dialogues; a rule test has each of them answered. */
export const moves = {
  findPlace: move('find-place', 1, 'askOrigin', 'begin'),
  today: move('find-place', 1, 'askOrigin', 'today'),
  classes: showLessons(wording.classKind),
  bookings: move(CLASSES, CLASSES_VERSION, 'mine', 'mine'),
  notices: move('notices', 1, 'settings', 'settings'),
  lastNotices: move('notices', 1, 'settings', 'last'),
  volunteer: showVolunteer(),
  usage: move('welcome', 1, 'menu', 'usage'),
  human: steerMove('human'),
  start: steerMove('restart'),
  tell: move('supporter', 1, 'menu', 'tell'),
  standIn: move('supporter', 1, 'menu', 'standIn'),
  supporter: move('supporter', 1, 'menu', 'menu'),
} as const;
