import { tokyoDate } from '../../core/calendar';
import type { Lesson } from '../../core/course/course';
import { lessonOf } from '../../core/course/lesson-list';
import { feeText, lessonTimeText, seatsText } from '../../core/course/wording';
import { daysOf, dayText } from '../../core/days/days';
import type { Context, Heard, Step as StepOf } from '../../core/dialogue/dialogue';
import { panel, text } from '../../core/message';
import type { Slots } from '../../core/understanding';
import { liveBookings } from './bookings';
import { mapButton, officeOf, way, where } from './cards';
import type { ClassesData, Step } from './data';
import { chooseLesson } from './find';
import { pickedIn } from './hear';
import type { Move } from './take';
import { wording } from './wording';

/** What she asks about a class; undefined if she only wants to see it. */
const askedIn = ({ topic, feature, day }: Slots): ClassesData['asked'] => {
  const about = topic ?? feature ?? (day === undefined ? undefined : 'open');
  return about === undefined ? undefined : { about, ...(day === undefined ? {} : { day }) };
};

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

const whetherOn = (lesson: Lesson, day: string | undefined, now: number): string => {
  if (lesson.isCancelled) return wording.answer.cancelled;
  const { from, to } = daysOf(day ?? tokyoDate(now), now);
  const when = lessonTimeText(lesson, now);
  const isOn = from <= lesson.date && lesson.date <= to;
  return isOn || day === undefined
    ? wording.answer.held(when)
    : wording.answer.notHeld(dayText(day, now), when);
};

const answerTo = (
  { about, day }: NonNullable<ClassesData['asked']>,
  lesson: Lesson,
  data: ClassesData,
  context: Context,
): string => {
  const { answer: say } = wording;
  switch (about) {
    case 'fee':
      return lesson.fee.kind === 'unknown' ? say.unknown : say.fee(feeText(lesson));
    case 'time':
      return say.when(lessonTimeText(lesson, context.now));
    case 'open':
      return whetherOn(lesson, day, context.now);
    case 'bring':
      return lesson.bring === undefined ? say.unknown : say.bring(lesson.bring);
    case 'booking':
      return say.seats(seatsText(lesson, context.now));
    case 'phone': {
      const { name, phone } = officeOf(lesson, context);
      return say.phone(name, phone);
    }
    case 'way':
    case 'map':
      return [say.where(where(lesson).value), ...way(lesson, data, context).map(({ value }) => value)].join(
        '\n',
      );
    default:
      return say.unknown;
  }
};

/** What she asked, answered first and by itself; all else is one button away. */
export const answer: StepOf<Step, ClassesData> = {
  ask: (data, context, here) => {
    const lesson = lessonOf(context.lessons, data.lesson);
    if (!lesson || !data.asked) {
      return [panel([wording.gone], [here(wording.otherDays, 'list', undefined, true)])];
    }
    const { phone } = officeOf(lesson, context);
    const { about } = data.asked;
    const words = answerTo(data.asked, lesson, data, context);
    // More buttons than she needs would push the answer out of sight.
    const isOpen = about === 'phone' || words === wording.answer.unknown;
    return [
      panel(
        [words],
        [
          ...(isOpen ? [{ label: wording.call(phone), action: { do: 'call', number: phone } } as const] : []),
          ...(about === 'way' || about === 'map' ? mapButton(lesson) : []),
          here(wording.detail, 'detail', { lesson: lesson.id }),
        ],
        lesson.course.name,
      ),
    ];
  },
  choose: chooseLesson,
};
