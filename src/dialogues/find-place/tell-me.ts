import type { Chosen, Context, Outcome } from '../../core/dialogue/dialogue';
import { roundedPoint } from '../../core/geo';
import { panel, text } from '../../core/message';
import { originAt } from '../../core/search';
import type { SearchOrigin } from './data';
import { wishArgs } from './results';
import { wording } from './wording';

type Told = Outcome<never, never>;

/** Keeps her wish to be told when something opens near, with a button that takes it back. */
export const tellMe = ({ args }: Chosen, origin: SearchOrigin, { city }: Context): Told => {
  const { activity } = args;
  const { district } = originAt(city, origin.at, origin.kind);
  const wish = {
    at: roundedPoint(origin.at),
    label: origin.label,
    ...(activity === undefined ? {} : { activity }),
    ...(district === undefined ? {} : { district }),
  };
  const takeBack = {
    dialogue: 'find-place',
    version: 1,
    step: 'results',
    choice: 'dontTell',
    args: wishArgs(origin, activity),
  };
  return {
    stay: true,
    say: [
      panel(
        [wording.willTell(origin.label, activity)],
        [{ label: wording.dontTell, action: { do: 'choose', move: takeBack } }],
      ),
    ],
    effects: [{ type: 'keepWish', wish }],
  };
};

/** Takes it back. */
export const dontTell = ({ args: { activity } }: Chosen, { label }: SearchOrigin): Told => ({
  stay: true,
  say: [text(wording.wontTell)],
  effects: [{ type: 'dropWish', wish: { label, ...(activity === undefined ? {} : { activity }) } }],
});
