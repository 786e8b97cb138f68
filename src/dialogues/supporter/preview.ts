import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { audienceText, classMessage, mayDisturb, SUPPORTER_LIMIT } from '../../core/notice';
import { button } from './buttons';
import { type Data, initial, type Next } from './data';
import { dayOf, dayText, type HerDay } from './days';
import { wording } from './wording';

/** What is being written, once it is complete. */
interface Written {
  readonly day: HerDay;
  readonly news: NonNullable<Data['news']>;
  readonly message: Message;
  /** How many people get it. */
  readonly people: number;
}

/** Who waits must know that it is off, and where and when it will be; what to bring only those who come. */
const tellsWaiting = (news: Written['news']): boolean =>
  news === 'cancelled' || news === 'place' || news === 'time';

/** The notice as it stands; undefined while something is missing or its day is over. */
export const writtenIn = ({ day: key, news, words }: Data, context: Context): Written | undefined => {
  const day = dayOf(key, context);
  if (!day || news === undefined || (words === undefined && news !== 'cancelled')) return undefined;
  const message = classMessage({
    news,
    name: day.name,
    date: day.date,
    ...(day.from === undefined ? {} : { from: day.from }),
    ...(words === undefined ? {} : { words }),
  });
  return { day, news, message, people: tellsWaiting(news) ? day.comes + day.waits : day.comes };
};

/** The notice exactly as it will arrive, and below it to how many people. */
export const preview = (data: Data, context: Context, here: Here): readonly Message[] => {
  const written = writtenIn(data, context);
  if (!written) return [panel([wording.dayGone], [here(wording.backToMenu, 'menu')])];
  const { day, news, people, message } = written;
  const isCancellation = news === 'cancelled';
  const args = { count: String(people) };
  if (people === 0) {
    return isCancellation
      ? [
          panel(
            [wording.nobodyCancel],
            [here(wording.markOnly, 'send', args, true), here(wording.backToMenu, 'menu')],
          ),
        ]
      : [panel([wording.nobody], [here(wording.backToMenu, 'menu')])];
  }
  const isNight = !mayDisturb({ isCancellation, forDay: day.date }, context.now, context.city.quietHours);
  return [
    message,
    panel(
      [
        wording.previewAbove,
        ...(isCancellation ? [wording.previewCancel] : []),
        ...(people > SUPPORTER_LIMIT ? [wording.previewStaff] : isNight ? [wording.previewNight] : []),
      ],
      [here(wording.send, 'send', args, true), here(wording.rewrite, 'rewrite')],
      wording.previewTitle(people),
    ),
  ];
};

/** Sends what she has read; if the number has changed since, she reads it again. */
export const send = (data: Data, count: string | undefined, context: Context): Next => {
  const written = writtenIn(data, context);
  if (!written) return { to: 'menu', data: initial, say: [text(wording.dayGone)] };
  const { day, news, people, message } = written;
  const isCancellation = news === 'cancelled';
  if (isCancellation && day.isCancelled) {
    return { to: 'menu', data: initial, say: [text(wording.alreadyCancelled)] };
  }
  if (count !== String(people)) return { to: 'preview', say: [text(wording.countChanged(people))] };
  const about = wording.day(day.name, dayText(day, context));
  return {
    end: true,
    effects: [
      {
        type: 'tellClass',
        day: day.day,
        scope: day.scope,
        title: `${wording.news[news]} ${day.name} ${day.date}`,
        messages: [message],
        audienceWords: audienceText(
          day.day.kind === 'lesson'
            ? { type: 'lesson', lesson: day.day.lesson, withWaiting: tellsWaiting(news) }
            : { type: 'place', place: day.day.place },
          day.day.kind === 'lesson' ? about : day.name,
        ),
        isCancellation,
        tellsWaiting: tellsWaiting(news),
        forDay: day.date,
        notAfter: day.endsAt,
        count: people,
      },
    ],
    say: [
      panel(
        [
          ...(isCancellation ? [wording.sentCancelled] : []),
          ...(people > SUPPORTER_LIMIT ? [wording.sentStaff] : people > 0 ? [wording.sentSoon(people)] : []),
        ],
        [
          ...(people > 0 ? [button(wording.stop, 'stop', { notice: context.turn })] : []),
          button(wording.backToMenu, 'menu', undefined, false),
        ],
        wording.sentTitle,
      ),
    ],
  };
};
