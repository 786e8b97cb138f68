import { dateText, timeText } from '../calendar';
import type { Message } from '../message';
import { panel } from '../message';
import type { ClassNews } from './supporter';
import { wording } from './wording';

/** What a supporter's notice says. */
export interface ClassMessage {
  readonly news: ClassNews;
  /** The class's or place's name. */
  readonly name: string;
  readonly date: string;
  readonly from?: string;
  /** Her own words; may be missing only where the news says it all. */
  readonly words?: string;
}

/** A supporter's notice, exactly as it will arrive. The day is written out, so that it still holds tomorrow. */
export const classMessage = ({ news, name, date, from, words }: ClassMessage): Message => {
  const day = `${dateText(date)}${from === undefined ? '' : ` ${timeText(from)}`}`;
  return panel(
    [
      news === 'cancelled' ? wording.cancelledLine(day) : wording.aboutDay(day),
      ...(words === undefined ? [] : [words]),
      wording.fromSupporter(name),
    ],
    [],
    wording.newsTitles[news],
  );
};

/** The result of a supporter's notice, told to herself. */
export const resultMessage = (
  result:
    | { readonly status: 'done'; readonly sent: number; readonly missed: number }
    | { readonly status: 'grew' | 'returned' | 'stopped' },
): Message => {
  switch (result.status) {
    case 'done':
      return panel(
        [
          wording.resultSent(result.sent),
          ...(result.missed > 0 ? [wording.resultMissed(result.missed)] : []),
        ],
        [],
        wording.resultTitle,
      );
    case 'grew':
      return panel([wording.resultGrew], [], wording.resultTitle);
    case 'returned':
      return panel([wording.resultReturned], [], wording.resultTitle);
    case 'stopped':
      return panel([wording.resultStopped], [], wording.resultTitle);
  }
};
