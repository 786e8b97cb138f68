import { showHerData } from '../../core/her-data/moves';
import type { Button } from '../../core/message';
import { wording } from './wording';

/** Stops all notices but those about her own bookings, at once. */
export const stopNotices: Button = {
  label: wording.stopNotices,
  action: { do: 'choose', move: { dialogue: 'notices', version: 1, step: 'settings', choice: 'stop' } },
};

/** Begins the search for a place. */
export const search: Button = {
  label: wording.search,
  action: { do: 'choose', move: { dialogue: 'find-place', version: 1, step: 'askOrigin', choice: 'begin' } },
};

/** Back to all that is kept of her. */
export const backToList: Button = { label: wording.back, action: { do: 'choose', move: showHerData() } };
