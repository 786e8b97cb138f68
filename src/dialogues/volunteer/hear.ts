import type { Context, Heard } from '../../core/dialogue/dialogue';
import { speaksOfBooking } from '../../core/dialogue/said';
import { panel, text } from '../../core/message';
import { openCase } from './cases';
import type { Next } from './data';
import { activityIn, wayIn, weekdaysIn } from './heard';
import { isLive } from './mine';
import { goOn } from './questions';
import { wording } from './wording';

/** What any step takes from her words: another wish about helping. */
export const hear = (heard: Heard, context: Context): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent, slots } = heard.understood;
  const { volunteer } = context.matters;
  switch (intent) {
    case 'volunteer':
      if (slots.course !== undefined) return { to: 'courses', data: {} };
      if (isLive(volunteer)) return { to: 'mine', data: {} };
      return begin(heard.text, slots.activity ?? activityIn(heard.text, context.city));
    case 'volunteer_withdraw':
      return { to: isLive(volunteer) ? 'askEnd' : 'mine', data: {} };
    case 'start_group':
      return openCase(heard, wording.listWords.test(heard.text) ? 'list-place' : 'found-group', context);
    case 'no':
    case 'cancel':
      // Who has offered to help and now wants to stop is asked what she means by it.
      return isLive(volunteer) && !speaksOfBooking(heard) ? { to: 'askEnd', data: {} } : undefined;
    case 'place_detail':
      if (!wording.askingWords.test(heard.text)) return undefined;
      return { stay: true, say: [text(isLive(volunteer) ? wording.howItGoesOn : wording.whatHelpersDo)] };
    case 'privacy_erase':
      // Who says here that she wants to stop means her helping, as long as she does not speak of her data.
      return wording.quitWords.test(heard.text) ? quit(context) : undefined;
    default:
      return undefined;
  }
};

const begin = (words: string, activity: string | undefined): Next => {
  const way = wayIn(words);
  const weekdays = weekdaysIn(words);
  return goOn({
    ...(way === undefined ? {} : { way }),
    ...(weekdays === undefined ? {} : { weekdays }),
    ...(activity === undefined ? {} : { likes: [activity] }),
  });
};

const quit = ({ matters: { volunteer } }: Context): Next =>
  isLive(volunteer) ? { to: 'askEnd', data: {} } : { end: true, say: [panel([wording.quit])] };
