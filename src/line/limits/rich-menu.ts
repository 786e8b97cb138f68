import type { messagingApi } from '@line/bot-sdk';
import { actionIn } from './action';
import { bodyOf } from './refusal';
import type { Check } from './report';
import { both, countFrom, fieldsOf, flag, listOf, must, numberIn, UNSPECIFIED, whole, words } from './shape';
import { limits } from './table';

/** A rich menu is at least so many times as wide as it is high (ref#size-object). */
export const RICH_MENU_RATIO = 1.45;

/** Says whether a menu or its picture is wide enough for its height. */
export const isWideEnough = (width: number, height: number): boolean => width / height >= RICH_MENU_RATIO;

const wideEnough = whole(({ width, height }, report) => {
  if (typeof width !== 'number' || typeof height !== 'number') return;
  if (height <= limits.richMenuHeight.max && !isWideEnough(width, height)) {
    report.refuse(`The aspect ratio (width / height) must be at least ${RICH_MENU_RATIO}`);
  }
});

const size: Check = both(
  fieldsOf<messagingApi.RichMenuSize>({
    width: must(numberIn(limits.richMenuWidth), UNSPECIFIED),
    height: must(numberIn(limits.richMenuHeight), UNSPECIFIED),
  }),
  wideEnough,
);

const area: Check = fieldsOf<messagingApi.RichMenuArea>({
  bounds: must(
    fieldsOf<messagingApi.RichMenuBounds>({
      x: must(countFrom(0), UNSPECIFIED),
      y: must(countFrom(0), UNSPECIFIED),
      width: must(countFrom(1), UNSPECIFIED),
      height: must(countFrom(1), UNSPECIFIED),
    }),
    UNSPECIFIED,
  ),
  action: must(actionIn('richMenu'), UNSPECIFIED),
});

/** `POST /v2/bot/richmenu` and `/v2/bot/richmenu/validate`. */
export const checkRichMenu = bodyOf(
  fieldsOf<messagingApi.RichMenuRequest>({
    size: must(size, UNSPECIFIED),
    selected: must(flag, UNSPECIFIED),
    name: must(words(limits.richMenuName), UNSPECIFIED),
    chatBarText: must(words(limits.richMenuChatBarText), UNSPECIFIED),
    areas: must(listOf(limits.richMenuAreas, area), UNSPECIFIED),
  }),
);
