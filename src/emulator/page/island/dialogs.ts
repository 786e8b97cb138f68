import { wording } from '../wording';
import { element, field, part } from './page-elements';

/** What a dialog ended with: the button's value, or nothing if it was given up. */
const ended = (dialog: HTMLDialogElement): Promise<string> =>
  new Promise((resolve) => {
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
    dialog.showModal();
  });

const open = (id: string) => {
  const dialog = element(document, 'dialog', `#${id}`);
  return { dialog, form: element(dialog, 'form') };
};

/** Asks for a name; undefined if given up. */
export const askName = async (suggestion: string): Promise<string | undefined> => {
  const { dialog, form } = open('add-person');
  const name = field(form, 'name');
  name.value = suggestion;
  const answer = await ended(dialog);
  return answer === 'yes' && name.value.trim() !== '' ? name.value.trim() : undefined;
};

/** A location as the control API takes it. */
export interface ChosenLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly title?: string;
  readonly address?: string;
}

/** Lets the person choose a place from the list or write coordinates. */
export const askLocation = async (): Promise<ChosenLocation | undefined> => {
  const { dialog, form } = open('send-location');
  const list = form.elements.namedItem('place');
  const numbers = part(form, 'numbers');
  const show = () => {
    numbers.hidden = list instanceof HTMLSelectElement && list.value !== '';
  };
  form.addEventListener('change', show);
  show();
  const answer = await ended(dialog);
  form.removeEventListener('change', show);
  if (answer !== 'yes') return undefined;
  if (list instanceof HTMLSelectElement && list.value !== '') {
    const place: { name: string } & ChosenLocation = JSON.parse(list.value);
    const { name, latitude, longitude, address } = place;
    return { latitude, longitude, title: name, ...(address ? { address } : {}) };
  }
  const [title, address] = [field(form, 'title').value, field(form, 'address').value];
  return {
    latitude: Number(field(form, 'latitude').value),
    longitude: Number(field(form, 'longitude').value),
    ...(title ? { title } : {}),
    ...(address ? { address } : {}),
  };
};

/** Lets the person choose a sticker; resolves with its id. */
export const askSticker = async (): Promise<string | undefined> =>
  (await ended(open('send-sticker').dialog)) || undefined;

/** What a date picker allows. */
export interface PickerBounds {
  readonly mode: 'date' | 'time' | 'datetime';
  readonly initial?: string;
  readonly min?: string;
  readonly max?: string;
}

const TITLES = { date: wording.pickDate, time: wording.pickTime, datetime: wording.pickBoth };
const INPUTS = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** Lets the person pick a date, a time or both. */
export const askDate = async ({ mode, initial, min, max }: PickerBounds): Promise<string | undefined> => {
  const { dialog, form } = open('pick-date');
  element(dialog, 'h2').textContent = TITLES[mode];
  part(dialog, 'label').textContent = TITLES[mode];
  const input = element(form, 'input');
  input.type = INPUTS[mode];
  input.min = min ?? '';
  input.max = max ?? '';
  input.value = initial ?? min ?? '';
  return (await ended(dialog)) === 'yes' ? input.value : undefined;
};

/** Asks before a link leads away from the phone. True if it may. */
export const askLeave = async (uri: string): Promise<boolean> => {
  const { dialog } = open('leave');
  const isCall = uri.startsWith('tel:');
  element(dialog, 'h2').textContent = isCall ? wording.callTitle : wording.leaveTitle;
  part(dialog, 'words').textContent = isCall ? uri.slice('tel:'.length) : uri;
  part(dialog, 'note').textContent = isCall ? wording.callNote : '';
  element(dialog, 'button', '.main').textContent = isCall ? wording.call : wording.open;
  return (await ended(dialog)) === 'yes';
};

/** Asks before a message is taken back. */
export const askUnsend = async (): Promise<boolean> => (await ended(open('unsend').dialog)) === 'yes';

/** How a file is asked for. */
export interface FileWish {
  readonly title: string;
  /** Types of file, as an input's `accept`. */
  readonly accept: string;
  /** Name of the ready-made sample, if there is one. */
  readonly sample?: string;
}

/** Lets the person choose a file; `sample` means the ready-made one. */
export const askFile = async ({ title, accept, sample }: FileWish): Promise<File | 'sample' | undefined> => {
  const { dialog, form } = open('send-file');
  element(dialog, 'h2').textContent = title;
  part(dialog, 'label').textContent = title;
  const offered = part(dialog, 'sample');
  offered.hidden = sample === undefined;
  offered.textContent = sample ?? '';
  const input = element(form, 'input');
  input.accept = accept;
  input.value = '';
  const answer = await ended(dialog);
  if (answer === 'sample') return 'sample';
  return answer === 'yes' ? (input.files?.[0] ?? undefined) : undefined;
};
