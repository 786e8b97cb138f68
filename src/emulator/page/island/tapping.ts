import type { Tapped } from '../../control/views';
import { wording } from '../wording';
import { post, postFile } from './control-api';
import { askDate, askFile, askLeave, askLocation, askSticker, askUnsend } from './dialogs';
import type { PhoneOnPage } from './phone';
import { durationOf, samplePhoto, sampleVoice } from './samples';

type Source = 'message' | 'quick-reply' | 'rich-menu';
type Kind = 'image' | 'video' | 'audio' | 'file';

const path = (phone: PhoneOnPage, act: string): string => `/people/${phone.personId}/${act}`;

/** Sends where she is. */
export const sendLocation = async (phone: PhoneOnPage): Promise<void> => {
  const place = await askLocation();
  if (place) await post(path(phone, 'location'), place);
};

/** Sends a sticker of her choice. */
export const sendSticker = async (phone: PhoneOnPage): Promise<void> => {
  const stickerId = await askSticker();
  if (stickerId) await post(path(phone, 'sticker'), { packageId: '446', stickerId });
};

const WISHES: Readonly<Record<Kind, { title: string; accept: string; sample?: string }>> = {
  image: { title: wording.photo, accept: 'image/jpeg,image/png', sample: wording.samplePhoto },
  video: { title: wording.video, accept: 'video/*' },
  audio: { title: wording.voice, accept: 'audio/*', sample: wording.sampleVoice },
  file: { title: wording.file, accept: '' },
};

/** Sends a photo, film, sound or file. */
export const sendMedia = async (phone: PhoneOnPage, kind: Kind): Promise<void> => {
  const chosen = await askFile(WISHES[kind]);
  if (chosen === undefined) return;
  const file = chosen === 'sample' ? await (kind === 'audio' ? sampleVoice() : samplePhoto()) : chosen;
  const isLong = kind === 'audio' || kind === 'video';
  const duration = isLong ? await durationOf(file) : undefined;
  const query = new URLSearchParams({
    kind,
    name: file.name,
    ...(duration === undefined ? {} : { duration: String(duration) }),
  });
  await postFile(`${path(phone, 'media')}?${query}`, file);
};

/** Takes a message back, after asking. */
export const unsend = async (phone: PhoneOnPage, messageId: string): Promise<void> => {
  if (await askUnsend()) await post(path(phone, 'unsend'), { messageId });
};

/** Presses a button that the bot made, and does what the LINE app then does. */
export const press = async (phone: PhoneOnPage, action: unknown, source: Source): Promise<void> => {
  const tapped = await post<Tapped>(path(phone, 'tap'), { action, source });
  switch (tapped.did) {
    case 'ask-date': {
      const picked = await askDate(tapped);
      if (picked === undefined || picked === '') return;
      const then = await post<Tapped>(path(phone, 'tap'), { action, source, picked });
      if (then.did === 'nothing') phone.toast(wording.failed(then.why));
      return;
    }
    case 'ask-location':
      return sendLocation(phone);
    case 'ask-camera':
    case 'ask-camera-roll':
      return sendMedia(phone, 'image');
    case 'copy':
      await navigator.clipboard.writeText(tapped.text);
      phone.toast(wording.copied);
      return;
    case 'open-uri': {
      const isDesktop = phone.choice.device === 'desktop';
      const uri = isDesktop ? (tapped.desktopUri ?? tapped.uri) : tapped.uri;
      if ((await askLeave(uri)) && !uri.startsWith('tel:')) window.open(uri, '_blank', 'noopener');
      return;
    }
    case 'nothing':
      phone.toast(wording.failed(tapped.why));
      return;
  }
};
