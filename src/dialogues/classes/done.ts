import type { Lesson } from '../../core/course/course';
import { lessonOf } from '../../core/course/lesson-list';
import { lessonTimeText } from '../../core/course/wording';
import type { Here, Step as StepOf } from '../../core/dialogue/dialogue';
import { type Button, type Message, panel } from '../../core/message';
import type { ClassesData, Step } from './data';
import { chooseMine } from './mine';
import { wording } from './wording';

const words = (
  data: ClassesData,
  lesson: Lesson,
  now: number,
): { readonly title: string; readonly lines: string[] } => {
  const number = data.number ?? '';
  const when = lessonTimeText(lesson, now);
  switch (data.done) {
    case 'waiting':
      return {
        title: wording.waiting,
        lines: [
          ...(data.place === undefined ? [] : [wording.waitingPlace(data.place)]),
          when,
          wording.waitingNoNeed,
        ],
      };
    case 'moved':
      return { title: wording.moved, lines: [when, wording.bookedNumber(number)] };
    case 'people':
      return { title: wording.peopleChanged(data.people ?? 1), lines: [when, wording.bookedNumber(number)] };
    case 'restored':
      return { title: wording.restored, lines: [when, wording.restoredLine(number)] };
    case 'booked':
    case undefined:
      return { title: wording.booked, lines: [wording.bookedNumber(number), when, wording.bookedReminder] };
  }
};

/** What was done with her booking, and what she can do with it from here. */
export const doneMessages = (
  data: ClassesData,
  lesson: Lesson,
  now: number,
  here: Here,
): readonly Message[] => {
  const { title, lines } = words(data, lesson, now);
  const booking = data.booking ?? '';
  const calendar: readonly Button[] =
    data.done === 'waiting'
      ? []
      : [{ label: wording.calendar, action: { do: 'openPage', page: 'calendar', booking } }];
  return [
    panel(
      lines,
      [
        ...calendar,
        here(data.done === 'waiting' ? wording.stopWaiting : wording.changeOrCancel, 'manage', { booking }),
        here(wording.mineButton, 'mine'),
      ],
      title,
    ),
  ];
};

/** The step after a booking was made or changed. */
export const done: StepOf<Step, ClassesData> = {
  ask: (data, { lessons, now }, here) => {
    const lesson = lessonOf(lessons, data.lesson);
    return lesson
      ? doneMessages(data, lesson, now, here)
      : [panel([wording.gone], [here(wording.mineButton, 'mine', undefined, true)])];
  },
  choose: chooseMine,
};
