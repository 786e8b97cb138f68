import type { Button } from './message';

/** Shows one place with all that is known of it; it stands under messages that tell of a place. */
export const seePlace = (label: string, place: string): Button => ({
  label,
  action: {
    do: 'choose',
    move: { dialogue: 'find-place', version: 1, step: 'results', choice: 'detail', args: { place } },
  },
  isMain: true,
});
