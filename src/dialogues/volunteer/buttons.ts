import { showLessons } from '../../core/course/moves';
import type { Here } from '../../core/dialogue/dialogue';
import type { Button } from '../../core/message';
import type { Step } from './data';

/** The dialogue's name and version as they stand in its buttons. */
export const VOLUNTEER = { dialogue: 'volunteer', version: 1 } as const;

/** Makes a button of one of this dialogue's steps, wherever it is shown. */
export const hereIn =
  (step: Step): Here =>
  (label, choice, args, isMain) => ({
    label,
    action: {
      do: 'choose',
      move: { ...VOLUNTEER, step, choice, ...(args === undefined ? {} : { args }) },
    },
    ...(isMain === undefined ? {} : { isMain }),
  });

/** Shows the coming lessons of a kind of course. */
export const lessonsButton = (kind: string): Button => ({
  label: kind,
  action: { do: 'choose', move: showLessons(kind) },
});
