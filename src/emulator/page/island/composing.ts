import { post } from './control-api';
import { element } from './page-elements';
import type { PhoneOnPage } from './phone';

/** How tall the field for writing may grow, px. */
const TALLEST = 120;

/** Lets her write: the field grows with the words, Enter sends, Shift and Enter begin a new line. */
export const compose = (phone: PhoneOnPage, attempt: (work: Promise<void>) => void): void => {
  const form = element(phone.root, 'form', '[data-part="composer"]');
  const words = element(form, 'textarea');
  const grow = () => {
    words.style.height = 'auto';
    words.style.height = `${Math.min(words.scrollHeight, TALLEST)}px`;
  };
  words.addEventListener('input', grow);
  words.addEventListener('keydown', (event) => {
    // While kana are being turned into kanji, Enter chooses a word and must not send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value;
    if (text.trim() === '') return;
    words.value = '';
    words.dataset.draft = '';
    grow();
    attempt(post<unknown>(`/people/${phone.personId}/say`, { text }).then(() => {}));
  });
};
