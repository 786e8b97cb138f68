import { letterSteps } from '../../../line/preview/letter-steps';
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
    more: () => showAttachments(root, part(root, 'attachments').hasAttribute('hidden')),
    sticker: () => attempt(sendSticker(phone)),
    location: () => attempt(sendLocation(phone)),
    photo: () => attempt(sendMedia(phone, 'image')),
    video: () => attempt(sendMedia(phone, 'video')),
    voice: () => attempt(sendMedia(phone, 'audio')),
    file: () => attempt(sendMedia(phone, 'file')),
    menu: () => attempt(act(phone, 'menu', { isOpen: !phone.isMenuOpen })),
    follow: () => attempt(act(phone, 'follow')),
    block: () => attempt(act(phone, 'block')),
  };
  root.addEventListener('click', (event) => {
    const action = nearest(event, 'data-action');
    const unsent = nearest(event, 'data-unsend');
    const own = nearest(event, 'data-act');
    if (unsent) attempt(unsend(phone, unsent.value));
    else if (action) attempt(press(phone, JSON.parse(action.value), sourceOf(action.element)));
    else if (own) {
      // The sheet of things to send has done its work once one of them was chosen.
      if (own.element.closest('.attachments')) showAttachments(root, false);
      acts[own.value]?.();
    }
  });
  root.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const chosen = (name: string) =>
      root.querySelector<HTMLInputElement>(`[data-choice="${name}"] :checked`)?.value;
    phone.choose({
      letters: letterSteps.find((step) => step === chosen('letters')) ?? 'normal',
      device: chosen('device') === 'desktop' ? 'desktop' : 'phone',
    });
  });
  compose(phone, attempt);
};

const sourceOf = (pressed: HTMLElement): 'message' | 'quick-reply' | 'rich-menu' =>
  pressed.closest('.f-quick') ? 'quick-reply' : pressed.closest('.f-menu') ? 'rich-menu' : 'message';

const act = async (phone: PhoneOnPage, name: string, body: unknown = {}): Promise<void> => {
  await post(`/people/${phone.personId}/${name}`, body);
};

const showAttachments = (root: HTMLElement, isShown: boolean): void => {
  const attachments = part(root, 'attachments');
  attachments.hidden = !isShown;
  element(root, 'button', '[data-act="more"]').setAttribute('aria-expanded', String(isShown));
};
