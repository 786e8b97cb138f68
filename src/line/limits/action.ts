import type { messagingApi } from '@line/bot-sdk';
import { picksInOrder } from './picker';
import type { Check } from './report';
import {
  both,
  byType,
  type Field,
  fieldsOf,
  isGiven,
  may,
  must,
  oneOf,
  someWords,
  whole,
  words,
} from './shape';
import { limits } from './table';
import { openable } from './uri';

/** Where an action stands. LINE's rules for labels and kinds differ with it. */
export type ActionPlace =
  | 'quickReply'
  | 'richMenu'
  | 'template'
  | 'templateDefault'
  | 'imageCarousel'
  | 'flexButton'
  | 'flex';

const labels: Readonly<Record<ActionPlace, Field>> = {
  quickReply: must(words(limits.labelInQuickReply)),
  richMenu: may(words(limits.labelInRichMenu)),
  template: must(words(limits.labelInTemplate)),
  // It stands for the whole picture and is not shown, so LINE asks for no label.
  templateDefault: may(words({ ...limits.labelInTemplate, min: 0 })),
  imageCarousel: may(words(limits.labelInImageCarousel)),
  flexButton: must(words(limits.labelOnFlexButton)),
  flex: may(words(limits.labelInFlex)),
};

const desktop = fieldsOf<messagingApi.AltUri>({ desktop: may(openable(limits.actionDesktopUri)) });

const aliasId = /^[a-z0-9_-]*$/;

const postback = (place: ActionPlace): Check =>
  both(
    fieldsOf<messagingApi.PostbackAction>({
      label: labels[place],
      data: must(words(limits.postbackData)),
      displayText: may(words(limits.postbackDisplayText)),
      text: may(words(limits.postbackText)),
      inputOption: may(oneOf('closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice')),
      fillInText: may(words(limits.postbackFillInText)),
    }),
    whole(({ displayText, text, inputOption, fillInText }, report) => {
      if (isGiven(displayText) && isGiven(text)) {
        report.refuseAt(
          'text',
          'displayText and text cannot be specified at the same time',
          'invalid property',
        );
      }
      if (isGiven(fillInText) && inputOption !== 'openKeyboard') {
        report.refuseAt('fillInText', 'fillInText requires openKeyboard', 'invalid property');
      }
    }),
  );

type ActionType = messagingApi.Action['type'];
type QuickOnly = 'camera' | 'cameraRoll' | 'location';
type MenuOnly = 'richmenuswitch';

// An action that LINE adds to its SDK does not compile until it is checked here.
const common = (place: ActionPlace) =>
  ({
    postback: postback(place),
    message: fieldsOf<messagingApi.MessageAction>({
      label: labels[place],
      text: must(words(limits.actionText)),
    }),
    uri: fieldsOf<messagingApi.URIAction>({
      label: labels[place],
      uri: must(openable(limits.actionUri)),
      altUri: may(desktop),
    }),
    datetimepicker: both(
      fieldsOf<messagingApi.DatetimePickerAction>({
        label: labels[place],
        data: must(words(limits.pickerData)),
        mode: must(oneOf('date', 'time', 'datetime')),
        initial: may(someWords),
        max: may(someWords),
        min: may(someWords),
      }),
      picksInOrder,
    ),
    clipboard: fieldsOf<messagingApi.ClipboardAction>({
      label: labels[place],
      clipboardText: must(words(limits.clipboardText)),
    }),
  }) satisfies Record<Exclude<ActionType, QuickOnly | MenuOnly>, Check>;

const quickOnly = {
  camera: fieldsOf<messagingApi.CameraAction>({ label: labels.quickReply }),
  cameraRoll: fieldsOf<messagingApi.CameraRollAction>({ label: labels.quickReply }),
  location: fieldsOf<messagingApi.LocationAction>({ label: labels.quickReply }),
} satisfies Record<QuickOnly, Check>;

const menuOnly = {
  richmenuswitch: fieldsOf<messagingApi.RichMenuSwitchAction>({
    label: labels.richMenu,
    data: must(words(limits.switchData)),
    richMenuAliasId: must(words(limits.switchAlias, aliasId)),
  }),
} satisfies Record<MenuOnly, Check>;

const quick = { ...common('quickReply'), ...quickOnly };
const menu = { ...common('richMenu'), ...menuOnly };

/** An action of one kind only, in a Flex Message. */
export const uriAction: Check = byType<'uri'>({ uri: common('flex').uri });

/** An action at a given place. */
export const actionIn = (place: ActionPlace): Check =>
  byType<string>(place === 'quickReply' ? quick : place === 'richMenu' ? menu : common(place));
