import type { messagingApi } from '@line/bot-sdk';
import type { Button } from '../../core/message';
import { limits } from '../limits/table';
import { encodeMove, fitsPostback } from '../postback';
import { hasWords, shortened } from './shorten';

/** Opens LINE's own page for sending one's location; works from any button on a phone. */
const SEND_LOCATION = 'https://line.me/R/nv/location/';

/** How much of a tapped button is shown as her own words; LINE allows 300 letters. */
const SHOWN_LIMIT = 100;

/** An action for a button or box of a Flex message; undefined where LINE could not do what the button says. */
export const flexAction = (button: Button): messagingApi.Action | undefined =>
  actionWith(button, shortened(button.label, limits.labelOnFlexButton.max));

/** An action for a small button above the keyboard, where LINE allows sending a location directly. */
export const quickAction = (button: Button): messagingApi.Action | undefined => {
  const label = shortened(button.label, limits.labelInQuickReply.max);
  if (!hasWords(label)) return undefined;
  return button.action.do === 'sendLocation' ? { type: 'location', label } : actionWith(button, label);
};

const actionWith = ({ label: words, action }: Button, label: string): messagingApi.Action | undefined => {
  switch (action.do) {
    case 'choose':
      return fitsPostback(action.move)
        ? {
            type: 'postback',
            label,
            data: encodeMove(action.move),
            displayText: shortened(words, SHOWN_LIMIT),
          }
        : undefined;
    case 'call': {
      const digits = action.number.normalize('NFKC').replace(/[^\d#*+]/g, '');
      // A bare # would begin a fragment, and the number of #9110 would be empty.
      return digits === '' ? undefined : { type: 'uri', label, uri: `tel:${digits.replaceAll('#', '%23')}` };
    }
    case 'open': {
      const uri = webAddress(action.url);
      return uri === undefined ? undefined : { type: 'uri', label, uri };
    }
    case 'openPage':
      // It was made into a signed link before; a page nobody signed for cannot be opened.
      return undefined;
    case 'sendLocation':
      return { type: 'uri', label, uri: SEND_LOCATION };
    case 'pickDate': {
      const { move, from, to } = action;
      if (!fitsPostback(move) || from > to) return undefined;
      return {
        type: 'datetimepicker',
        label,
        data: encodeMove(move),
        mode: 'date',
        // LINE wants the last day after the first; of a single day only the first can be said.
        ...(from === to ? { initial: from, min: from } : { min: from, max: to }),
      };
    }
  }
};

/** An address as LINE takes it: http or https, all but plain signs percent-encoded; undefined for any other. */
const webAddress = (url: string): string | undefined => {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const written = new URL(url).href
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g, encodeURIComponent);
  return written.length <= limits.actionUri.max ? written : undefined;
};
