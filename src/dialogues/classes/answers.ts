import { type Asked, askedIn, type Reply } from '../../core/asked';
import type { Lesson } from '../../core/course/course';
import { lessonOf } from '../../core/course/lesson-list';
import { feeText, lessonTimeText, seatsText } from '../../core/course/wording';
import { daysOf, dayText } from '../../core/days/days';
import type { Context, Heard, Step as StepOf } from '../../core/dialogue/dialogue';
import { type Button, panel, text } from '../../core/message';
import type { Slots } from '../../core/understanding';
import { liveBookings } from './bookings';
import { mapButton, officeOf, way, where } from './cards';
import type { ClassesData, Step } from './data';
import { chooseLesson } from './find';
import { pickedIn } from './hear';
import type { Move } from './take';
import { wording } from './wording';

/** The class she speaks of: one of the shown, the one in view, or the only one she is going to. */
const lessonMeant = (slots: Slots, data: ClassesData, context: Context): string | undefined => {
  const only = data.shown.length === 1 ? data.shown[0] : undefined;
  const [going, another] = liveBookings(context);
  return pickedIn(slots, data) ?? data.lesson ?? only ?? (another ? undefined : going?.lesson.id);
};

/** A question about a class: answered if it is clear which one she means. */
export const hearQuestion = (heard: Heard, data: ClassesData, context: Context): Move | undefined => {
  if (heard.type !== 'said' || heard.understood.intent !== 'place_detail') return undefined;
  const { slots } = heard.understood;
  const lesson = lessonMeant(slots, data, context);
  if (lesson === undefined) {
    return data.shown.length > 0 ? { stay: true, say: [text(wording.whichLesson)] } : undefined;
  }
  const asked = askedIn(slots);
  if (asked) return { to: 'answer', data: { ...data, lesson, asked } };
  return {
    to: 'detail',
    data: { ...data, lesson },
    say: lesson === data.lesson ? [text(wording.allWeKnow)] : [],
  };
};

const { answer: say } = wording;

const openLine = (lesson: Lesson, day: string | undefined, now: number): string => {
  const when = lessonTimeText(lesson, now);
  if (day === undefined) return say.held(when);
  const { from, to } = daysOf(day, now);
  return from <= lesson.date && lesson.date <= to ? say.held(when) : say.notHeld(dayText(day, now), when);
};

const replyTo = ({ about, day }: Asked, lesson: Lesson, data: ClassesData, context: Context): Reply => {
  const { name, phone } = officeOf(lesson, context);
  const call: Button = { label: wording.call(phone), action: { do: 'call', number: phone } };
  const unknown: Reply = { lines: [say.unknown], buttons: [call] };
  // Whatever she asks: she must not set out for a class that is off.
  if (lesson.isCancelled) return { lines: [say.cancelled], buttons: [call] };
  switch (about) {
    case 'fee':
      return lesson.fee.kind === 'unknown' ? unknown : { lines: [say.fee(feeText(lesson))] };
    case 'time':
      return { lines: [say.when(lessonTimeText(lesson, context.now))] };
    case 'open':
      return { lines: [openLine(lesson, day, context.now)] };
    case 'bring':
      return lesson.bring === undefined ? unknown : { lines: [say.bring(lesson.bring)] };
    case 'booking':
      return { lines: [say.seats(seatsText(lesson, context.now))] };
    case 'phone':
      return { lines: [say.phone(name, phone)], buttons: [call] };
    case 'way':
    case 'map':
      return {
        lines: [say.where(where(lesson).value), ...way(lesson, data, context).map(({ value }) => value)],
        buttons: mapButton(lesson),
      };
    default:
      return unknown;
  }
};

/** What she asked, answered first and by itself; all else is one button away. */
export const answer: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const lesson = lessonOf(context.lessons, data.lesson);
    if (!lesson || !data.asked) {
      return [panel([wording.gone], [here(wording.otherDays, 'list', undefined, true)])];
    }
    const { lines, buttons = [] } = replyTo(data.asked, lesson, data, context);
    return [
      panel(lines, [...buttons, here(wording.detail, 'detail', { lesson: lesson.id })], lesson.course.name),
    ];
  },
  choose: chooseLesson,
};
