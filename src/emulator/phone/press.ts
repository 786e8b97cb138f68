import type { Tapped } from '../control/views';
import { isFields, type Typed, textIn } from '../json';
import type { PersonRecord } from '../state/people';
import type { World } from '../state/world';
import { type CannotDo, postback, type Stage, say } from './acts';
import { pickerMode, whyNotPickable } from './picker';

/** LINE's own addresses that open a part of the app. */
const NAVIGATION: Readonly<Record<string, Tapped>> = {
  location: { did: 'ask-location' },
  camera: { did: 'ask-camera' },
  'cameraRoll/single': { did: 'ask-camera-roll' },
  'cameraRoll/multi': { did: 'ask-camera-roll' },
};

/** A postback: what it shows stands in the chat, the data goes to the bot, the menu and keyboard do as asked. */
export const pressPostback = async (
  stage: Stage,
  person: PersonRecord,
  action: Typed,
): Promise<Tapped | CannotDo> => {
  const { world } = stage;
  const chat = world.chats.of(person.id);
  if (person.friendship === 'blocked') return { cannot: 'She has blocked the account.' };
  const displayText = textIn(action, 'displayText');
  const text = textIn(action, 'text');
  if (displayText !== undefined && displayText !== '') {
    const id = `s${world.messageIds.next()}`;
    const message = { type: 'text', text: displayText };
    world.chats.add(person.id, { id, at: world.now(), from: 'person', message, isRead: true });
  }
  switch (textIn(action, 'inputOption')) {
    case 'openRichMenu':
      chat.isMenuOpen = true;
      break;
    case 'closeRichMenu':
      chat.isMenuOpen = false;
      break;
    case 'openKeyboard':
      chat.isMenuOpen = false;
      chat.draft = textIn(action, 'fillInText') ?? '';
      break;
  }
  world.chats.touch(person.id);
  if (text !== undefined && text !== '') await say(stage, person, text);
  const done = await postback(stage, person, { data: textIn(action, 'data') ?? '' });
  return 'cannot' in done ? done : { did: 'postback' };
};

/** A link: LINE's own ones open a part of the app, the rest leaves it. */
export const openUri = (world: World, person: PersonRecord, action: Typed): Tapped => {
  const uri = textIn(action, 'uri') ?? textIn(action, 'linkUri') ?? '';
  const path = /^(?:https:\/\/line\.me\/R\/|line:\/\/)nv\/([^?#]*?)\/?$/.exec(uri)?.[1];
  const navigated = path === undefined ? undefined : NAVIGATION[path];
  if (navigated) return navigated;
  const draft = /^(?:https:\/\/line\.me\/R\/|line:\/\/)oaMessage\/[^/]+\/\?(.+)$/.exec(uri)?.[1];
  if (draft !== undefined) {
    world.chats.of(person.id).draft = decodeURIComponent(draft);
    world.chats.touch(person.id);
  }
  const desktopUri = textIn(isFields(action.altUri) ? action.altUri : undefined, 'desktop');
  return { did: 'open-uri', uri, ...(desktopUri === undefined ? {} : { desktopUri }) };
};

/** A date picker: asks if nothing was picked yet, else sends it to the bot if the picker allows it. */
export const pick = async (
  stage: Stage,
  person: PersonRecord,
  action: Typed,
  picked: string | undefined,
): Promise<Tapped | CannotDo> => {
  const mode = pickerMode(action);
  const bounds = {
    ...bound('initial', action),
    ...bound('min', action),
    ...bound('max', action),
  };
  if (picked === undefined) return { did: 'ask-date', mode, ...bounds };
  const value = picked.replace('t', 'T');
  const why = whyNotPickable(mode, value, bounds);
  if (why !== undefined) return { did: 'nothing', why };
  const done = await postback(stage, person, {
    data: textIn(action, 'data') ?? '',
    params: { [mode]: value },
  });
  return 'cannot' in done ? done : { did: 'postback' };
};

const bound = <Name extends string>(name: Name, action: Typed): { [name in Name]?: string } => {
  const found = textIn(action, name);
  const made: { [name in Name]?: string } = {};
  if (found !== undefined) made[name] = found.replace('t', 'T');
  return made;
};
