import type { Intent, Slots } from '../intents';

type SlotName = keyof Slots;

const search: readonly SlotName[] = [
  'area',
  'near',
  'activity',
  'day',
  'time',
  'mode',
  'maxMinutes',
  'fee',
  'feature',
];
const seat: readonly SlotName[] = ['area', 'activity', 'day', 'time', 'count', 'ordinal', 'course'];

/** Which slots an answer to each intent can use; what else a sentence holds is not about the wish. */
const allowed: Partial<Record<Intent, readonly SlotName[]>> = {
  find_place: search,
  refine: search,
  more: [...search, 'count'],
  find_class: ['area', 'near', 'day', 'time', 'count', 'fee', 'feature', 'mode', 'maxMinutes', 'course'],
  find_event: search,
  place_detail: ['area', 'activity', 'ordinal', 'topic', 'day', 'feature'],
  location: ['area', 'near'],
  book: seat,
  waitlist: seat,
  change: seat,
  cancel: seat,
  undo: seat,
  my_bookings: seat,
  availability: seat,
  choice: ['ordinal'],
  volunteer: ['area', 'activity', 'day', 'time', 'course', 'field'],
  volunteer_withdraw: ['activity', 'course'],
  start_group: ['area', 'activity'],
  report: ['area', 'activity', 'day', 'time', 'kind'],
  notice_on: ['area', 'near', 'activity', 'kind'],
  notice_off: ['area', 'activity', 'kind'],
  notice_settings: ['area', 'activity', 'time', 'kind'],
  supporter: ['day', 'kind'],
  emergency: ['kind'],
  scam: ['kind'],
};

/** Keeps the slots an intent can use. */
export const slotsFor = (intent: Intent, slots: Slots): Slots => {
  const names = allowed[intent] ?? [];
  return Object.fromEntries(
    Object.entries(slots).filter(([name, value]) => value !== undefined && names.some((one) => one === name)),
  );
};
