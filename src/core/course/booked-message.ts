import { type Message, panel } from '../message';
import type { Move } from '../move';
import type { Lesson } from './course';
import { CLASSES, CLASSES_VERSION } from './moves';
import { confirmation, lessonTimeText, venueText } from './wording';

/** What the chat says when a booking was completed on our page. */
export const bookedMessage = (
  booking: { readonly id: string; readonly number: string },
  lesson: Lesson,
  now: number,
): Message => {
  const manage: Move = {
    dialogue: CLASSES,
    version: CLASSES_VERSION,
    step: 'booking',
    choice: 'manage',
    args: { booking: booking.id },
  };
  return panel(
    [
      `${lesson.course.name}\n${lessonTimeText(lesson, now)}\n${venueText(lesson.venue)}`,
      confirmation.number(booking.number),
    ],
    [{ label: confirmation.manage, action: { do: 'choose', move: manage } }],
    confirmation.title,
  );
};
