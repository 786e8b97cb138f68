import type { messagingApi } from '@line/bot-sdk';
import type { Button } from '../../core/message';
import { encodeMove } from '../postback';

/** Opens LINE's own page for sending one's location; works from any button on a phone. */
const SEND_LOCATION = 'https://line.me/R/nv/location/';

/** An action for a button or box of a Flex message. */
export const flexAction = ({ label, action }: Button): messagingApi.Action => {
  switch (action.do) {
    case 'choose':
      return { type: 'postback', label, data: encodeMove(action.move), displayText: label };
    case 'call':
      return { type: 'uri', label, uri: `tel:${action.number.replace(/[^\d#*+]/g, '')}` };
    case 'open':
      return { type: 'uri', label, uri: action.url };
    case 'openPage':
      throw new TypeError(`A link to our page "${action.page}" was not signed before it was sent.`);
    case 'sendLocation':
      return { type: 'uri', label, uri: SEND_LOCATION };
    case 'pickDate':
      return {
        type: 'datetimepicker',
        label,
        data: encodeMove(action.move),
        mode: 'date',
        min: action.from,
        max: action.to,
      };
  }
};

/** An action for a small button above the keyboard, where LINE allows sending a location directly. */
export const quickAction = (button: Button): messagingApi.Action =>
  button.action.do === 'sendLocation' ? { type: 'location', label: button.label } : flexAction(button);
