import { type Message, panel } from '../message';
import { seePlace } from '../place-moves';
import type { Verdict } from './report';
import { wording } from './wording';

/** What she reads when staff have looked into what she reported. */
export const reportAnswered = (
  place: { readonly id: string; readonly name: string; readonly isListed: boolean },
  verdict: Verdict,
): Message =>
  panel(
    [wording.answered[verdict](place.name), wording.thanks],
    place.isListed ? [seePlace(wording.see, place.id)] : [],
    wording.title,
  );
