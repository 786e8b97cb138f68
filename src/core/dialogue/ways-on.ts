import { type Message, panel } from '../message';
import { passOn, type Wish } from '../understanding';
import { steerButton, steerMove } from './steer';
import { wording } from './wording';

/** After a pause: whether she goes on with what was open. */
export const goOnWithOld = (): Message =>
  panel(
    [wording.askResume],
    [steerButton(wording.resume, 'resume', true), steerButton(wording.restart, 'restart')],
    wording.welcomeBack,
  );

/** Her words may mean either: whether she goes on or stops. */
export const goOnOrStop = (): Message =>
  panel([wording.goOnOrStop], [steerButton(wording.goOn, 'repeat', true), steerButton(wording.stop, 'stop')]);

/** She was not understood twice: the question again, if one is open, or the start, or a person. */
export const twoWaysOut = (isOpen: boolean): Message =>
  panel(
    [wording.notUnderstoodAgain],
    [
      ...(isOpen ? [steerButton(wording.resume, 'repeat', true)] : []),
      steerButton(wording.restart, 'restart', !isOpen),
      steerButton(wording.human, 'human'),
    ],
  );

/** The second wish of her sentence, behind a button. */
export const alsoThis = (wish: Wish): Message =>
  panel(
    [wording.alsoLine],
    [{ label: wording.also, action: { do: 'choose', move: steerMove('also', passOn(wish)) } }],
    wording.alsoTitle,
  );
