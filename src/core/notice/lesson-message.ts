import { dateText, inTokyo, timeRangeText, timeText } from '../calendar';
import type { Lesson } from '../course/course';
import { type Message, panel } from '../message';
import type { Move } from '../move';
import { wording } from './wording';

/** When a reminder comes. */
export type ReminderKind = 'dayBefore' | 'morning';

const move = (step: string, choice: string, args: Readonly<Record<string, string>>): Move => ({
  dialogue: 'classes',
  version: 1,
  step,
  choice,
  args,
});

const linesOf = ({ course, date, from, to, venue, bring }: Lesson): readonly string[] => [
  course.name,
  `${dateText(date)} ${timeRangeText({ from, ...(to === undefined ? {} : { to }) })}`,
  venue.room === undefined ? venue.name : `${venue.name} ${venue.room}`,
  ...(bring === undefined ? [] : [wording.bring(bring)]),
];

/**
 * A reminder of a lesson. It says the same to everybody who booked it, so that one call reaches them all; its buttons
 * name the lesson, and the dialogue finds her own booking of it.
 */
export const reminderMessage = (kind: ReminderKind, lesson: Lesson): Message =>
  panel(
    linesOf(lesson),
    [
      {
        label: wording.comes,
        action: { do: 'choose', move: move('booking', 'comes', { lesson: lesson.id }) },
        isMain: true,
      },
      {
        label: wording.cancels,
        action: { do: 'choose', move: move('booking', 'cancel', { lesson: lesson.id }) },
      },
    ],
    wording.reminderTitle[kind],
  );

/** Tells the next one in line that a seat is hers if she answers in time. */
export const offerMessage = (
  offer: { readonly booking: string; readonly until: number },
  lesson: Lesson,
): Message => {
  const { date, time } = inTokyo(offer.until);
  return panel(
    [...linesOf(lesson), wording.offerUntil(`${dateText(date)} ${timeText(time)}`)],
    [
      {
        label: wording.offerYes,
        action: { do: 'choose', move: move('offer', 'accept', { booking: offer.booking }) },
        isMain: true,
      },
      {
        label: wording.offerNo,
        action: { do: 'choose', move: move('offer', 'decline', { booking: offer.booking }) },
      },
    ],
    wording.offerTitle,
  );
};

/** Tells who did not answer in time that the seat went on to the next one. */
export const lapsedMessage = (lesson: Lesson): Message =>
  panel(
    [...linesOf(lesson).slice(0, 2), wording.lapsedLine],
    [
      {
        label: wording.lapsedAgain,
        action: { do: 'choose', move: move('detail', 'take', { lesson: lesson.id }) },
        isMain: true,
      },
    ],
    wording.lapsedTitle,
  );
