import { type Message, panel } from '../message';
import type { Verdict } from './report';
import { wording } from './wording';

/** What she reads when staff have looked into what she reported. */
export const reportAnswered = (
  place: { readonly id: string; readonly name: string; readonly isListed: boolean },
  verdict: Verdict,
): Message =>
  panel(
    [wording.answered[verdict](place.name), wording.thanks],
    place.isListed
      ? [
          {
            label: wording.see,
            action: {
              do: 'choose',
              move: {
                dialogue: 'find-place',
                version: 1,
                step: 'results',
                choice: 'detail',
                args: { place: place.id },
              },
            },
            isMain: true,
          },
        ]
      : [],
    wording.title,
  );
