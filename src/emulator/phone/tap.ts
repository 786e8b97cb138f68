import type { z } from 'zod';
import type { tapped } from '../control/contract';
import type { Tapped } from '../control/views';
import { isTyped, type Typed, textIn } from '../json';
import { quickReplyItems } from '../state/chats';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';
import { type CannotDo, type Stage, say } from './acts';
import { menuOf } from './menu';
import { buttonsOf, namesOf } from './parts';
import { openUri, pick, pressPostback } from './press';
import { switchMenu } from './switch-menu';

/** Which button is pressed: by its label, or by the very action. */
export type Tap = z.infer<typeof tapped>;

/** Actions of quick replies that leave the small buttons standing until something was sent. */
const STAYING: ReadonlySet<string> = new Set(['camera', 'cameraRoll', 'location', 'datetimepicker']);

/** Presses a button and does what LINE's app does. */
export const tap = async (
  stage: Stage,
  person: PersonRecord,
  { label, action: given, source, picked }: Tap,
): Promise<Tapped | CannotDo> => {
  const found = given
    ? { action: given, isQuick: source === 'quick-reply' }
    : find(stage.world, person, label ?? '');
  if (!found) return { cannot: `There is no button "${label}" on her screen.` };
  const { action } = found;
  if (found.isQuick && !STAYING.has(action.type)) {
    delete stage.world.chats.of(person.id).quickReplyOf;
    stage.world.chats.touch(person.id);
  }
  return perform(stage, person, action, picked);
};

/** Quick replies first, because they are the nearest; then messages from the newest; then the menu. */
const find = (
  world: World,
  person: PersonRecord,
  label: string,
): { readonly action: Typed; readonly isQuick: boolean } | undefined => {
  const chat = world.chats.of(person.id);
  const entries = chat.entries.filter(({ from }) => from === 'bot').reverse();
  const quick = entries
    .filter(({ id }) => id === chat.quickReplyOf)
    .flatMap(({ message }) => quickReplyItems(message))
    .map(({ action }) => action)
    .find((action) => textIn(action, 'label') === label);
  if (quick !== undefined && isTyped(quick)) return { action: quick, isQuick: true };
  for (const { message } of entries) {
    const button = buttonsOf(message).find(({ names }) => names.includes(label));
    if (button) return { action: button.action, isQuick: false };
  }
  const area = menuOf(world, person.id)?.areas.find(({ action }) => namesOf(action).includes(label));
  return area && { action: area.action, isQuick: false };
};

const perform = async (
  stage: Stage,
  person: PersonRecord,
  action: Typed,
  picked: string | undefined,
): Promise<Tapped | CannotDo> => {
  switch (action.type) {
    case 'postback':
      return pressPostback(stage, person, action);
    case 'message': {
      const done = await say(stage, person, textIn(action, 'text') ?? '');
      return 'cannot' in done ? done : { did: 'message' };
    }
    case 'uri':
      return openUri(stage.world, person, action);
    case 'datetimepicker':
      return pick(stage, person, action, picked);
    case 'richmenuswitch':
      return switchMenu(stage, person, action);
    case 'clipboard':
      return { did: 'copy', text: textIn(action, 'clipboardText') ?? '' };
    case 'location':
      return { did: 'ask-location' };
    case 'camera':
      return { did: 'ask-camera' };
    case 'cameraRoll':
      return { did: 'ask-camera-roll' };
    default:
      return { cannot: `LINE's app has no action "${action.type}".` };
  }
};
