import { occasionText, tokyoDate } from '../calendar';
import { type Message, panel } from '../message';
import { seePlace } from '../place-moves';
import { nextOccurrence } from '../schedule';
import type { PlaceWish, WishAnswer } from './place-wish';
import { wording } from './wording';

/** What she reads when a place opened, or changed, that she had asked to be told of. */
export const wishAnswered = ({ label }: PlaceWish, { place, minutes }: WishAnswer, now: number): Message => {
  const today = tokyoDate(now);
  const next = nextOccurrence(place.schedule, today);
  return panel(
    [
      wording.where(label, minutes),
      `${place.name}${place.activities.length === 0 ? '' : `（${place.activities.join('、')}）`}`,
      next === undefined ? wording.nextUnknown : wording.next(occasionText(next.date, next.time, today)),
    ],
    [seePlace(wording.see, place.id)],
    wording.title,
  );
};
