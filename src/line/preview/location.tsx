import type { Drawn } from './drawing';
import { wording } from './wording';

/** A location as both sides send it; title and address may be missing. */
export interface SentLocation {
  readonly title?: string;
  readonly address?: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Draws a location: a map of nowhere in particular with a pin, and the words that came with it. */
export const drawLocation = ({ title, address, latitude, longitude }: SentLocation): Drawn => (
  <div class="f-location">
    <svg viewBox="0 0 240 120" aria-hidden="true" preserveAspectRatio="xMidYMid slice">
      <rect class="f-ground" width="240" height="120" />
      <path class="f-green" d="M0 84q40-18 74 2t60 34H0z" />
      <path class="f-water" d="M176 0q-8 30 16 48t48 14V0z" />
      <path class="f-road" d="M-5 52l92-10 60 30 98 4M62-5l26 50-14 80M150 125l-4-52 40-78" />
      <path class="f-pin" d="M120 72c-14-17-20-25-20-34a20 20 0 0 1 40 0c0 9-6 17-20 34z" />
      <circle class="f-pin-eye" cx="120" cy="38" r="7" />
    </svg>
    <div class="f-location-words">
      <div class="f-strong">{title ?? wording.location}</div>
      <div class="f-note">{address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}</div>
    </div>
  </div>
);
