import type { messagingApi } from '@line/bot-sdk';
import { encodeMove } from '../src/line/postback';
import { type Area, boxesOf, type Menu, size } from './menu';

/** Opens LINE's page for sending a location; works in a chat between two, on a phone. */
const LOCATION = 'https://line.me/R/nv/location/';

/** What a screen reader says. */
export const labelOf = ({ words }: Area): string => words.replaceAll('\n', '');

const actionOf = (area: Area): messagingApi.Action => {
  const label = labelOf(area);
  switch (area.tap.do) {
    case 'choose':
      return { type: 'postback', label, displayText: label, data: encodeMove(area.tap.move) };
    case 'sendLocation':
      return { type: 'uri', label, uri: LOCATION };
    case 'turnTo':
      return {
        type: 'richmenuswitch',
        label,
        richMenuAliasId: area.tap.page,
        data: encodeMove(area.tap.otherwise),
      };
  }
};

/** A menu as LINE takes it, but for its name, which says what the menu and its picture hold. */
export const definitionOf = (menu: Menu): Omit<messagingApi.RichMenuRequest, 'name'> => {
  const boxes = boxesOf(menu);
  return {
    size: { ...size },
    selected: true,
    chatBarText: menu.bar,
    areas: menu.areas.flatMap((area, index) => {
      const bounds = boxes[index];
      return bounds ? [{ bounds: { ...bounds }, action: actionOf(area) }] : [];
    }),
  };
};
