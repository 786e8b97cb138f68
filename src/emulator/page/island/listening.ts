import { compose } from './composing';
import { NotDone, post } from './control-api';
import { element, nearest, part } from './page-elements';
import type { PhoneOnPage } from './phone';
import { press, sendLocation, sendMedia, sendSticker, unsend } from './tapping';

/** Lets a phone be used: buttons of the bot, of the chat and of the phone itself. */
export const listen = (phone: PhoneOnPage, close: () => void): void => {
  const { root } = phone;
  const attempt = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      if (!(error instanceof NotDone)) throw error;
      phone.toast(error.message);
    });
  };
  const acts: Readonly<Record<string, () => void>> = {
    close,
    more: () => toggleAttachments(root),
    sticker: () => attempt(sendSticker(phone)),
    location: () => attempt(sendLocation(phone)),
    photo: () => attempt(sendMedia(phone, 'image')),
    video: () => attempt(sendMedia(phone, 'video')),
    voice: () => attempt(sendMedia(phone, 'audio')),
    file: () => attempt(sendMedia(phone, 'file')),
    menu: () => phone.toggleMenu(),
    follow: () => attempt(post<unknown>(`/people/${phone.personId}/follow`).then(() => {})),
    block: () => attempt(post<unknown>(`/people/${phone.personId}/block`).then(() => {})),
  };
  root.addEventListener('click', (event) => {
    const action = nearest(event, 'data-action');
    const unsent = nearest(event, 'data-unsend');
    const act = nearest(event, 'data-act');
    if (unsent) attempt(unsend(phone, unsent.value));
    else if (action) attempt(press(phone, JSON.parse(action.value), sourceOf(action.element)));
    else if (act) acts[act.value]?.();
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    phone.choose({
      letters: letterStep(element(root, 'select', '[data-part="letters"]').value),
      device: element(root, 'select', '[data-part="device"]').value === 'desktop' ? 'desktop' : 'phone',
    });
  });
  compose(phone, attempt);
};

const letterStep = (value: string): PhoneOnPage['choice']['letters'] =>
  value === 'small' || value === 'large' || value === 'extra-large' ? value : 'normal';

const sourceOf = (pressed: HTMLElement): 'message' | 'quick-reply' | 'rich-menu' =>
  pressed.closest('.f-quick') ? 'quick-reply' : pressed.closest('.f-menu') ? 'rich-menu' : 'message';

const toggleAttachments = (root: HTMLElement): void => {
  const attachments = part(root, 'attachments');
  attachments.hidden = !attachments.hidden;
  element(root, 'button', '[data-act="more"]').setAttribute('aria-expanded', String(!attachments.hidden));
};
