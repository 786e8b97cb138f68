import { lessonOf } from '../../core/course/lesson-list';
import type { Step as StepOf } from '../../core/dialogue/dialogue';
import { panel } from '../../core/message';
import { liveBooking } from './bookings';
import type { ClassesData, Step } from './data';
import { doneMessages } from './done';
import { chooseMine } from './mine';
import { wording } from './wording';

/** The page for name and phone; once it is filled in, the booking stands. */
export const form: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const mine = liveBooking(data.booking, context);
    const lesson = lessonOf(context.lessons, data.lesson);
    if (mine?.booking.state === 'booked' && lesson) {
      return doneMessages(
        { ...data, number: mine.booking.number, done: 'booked' },
        lesson,
        context.now,
        here,
      );
    }
    const wasMade = context.bookings.some(({ id }) => id === data.booking);
    if (wasMade && !mine) {
      return [panel([wording.formOver], [here(wording.otherDays, 'list', undefined, true)])];
    }
    const booking = data.booking ?? '';
    return [
      panel(
        [wording.formLine, wording.formWhy],
        [
          { label: wording.formOpen, action: { do: 'openPage', page: 'contact', booking }, isMain: true },
          here(wording.formStop, 'cancel', { booking }),
        ],
        wording.formTitle,
      ),
    ];
  },
  choose: chooseMine,
  hear: (heard, data, context) =>
    heard.type === 'said' &&
    liveBooking(data.booking, context)?.booking.state === 'booked' &&
    !heardElse(heard.understood.intent)
      ? { to: 'done', data: { ...data, done: 'booked' } }
      : undefined,
};

/** Words that want something else than to know whether the form arrived. */
const heardElse = (intent: string): boolean =>
  !['yes', 'thanks', 'greeting', 'repeat', 'resume', 'other', 'confused'].includes(intent);
