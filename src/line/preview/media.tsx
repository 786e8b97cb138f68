import type { Drawn } from './drawing';
import { sourceOf } from './measures';
import { wording } from './wording';

/** Draws a photo as it stands in a chat. */
export const drawPhoto = (url: string): Drawn => (
  <img class="f-photo" src={sourceOf(url)} alt={wording.picture} loading="lazy" />
);

/** Draws a video as a player that loads nothing before it is started. */
export const drawClip = (url: string, previewUrl: string | undefined): Drawn => (
  // biome-ignore lint/a11y/useMediaCaption: what a person or a bot sends has no captions to offer.
  <video
    class="f-clip"
    controls
    preload="none"
    src={sourceOf(url)}
    poster={sourceOf(previewUrl)}
    aria-label={wording.video}
  />
);

/** Draws a sound; `duration` in ms. */
export const drawSound = (url: string, duration: number | undefined): Drawn => (
  <div class="f-sound">
    <span class="f-sound-name">
      {wording.audio}
      {duration === undefined ? '' : ` ${wording.seconds(Math.round(duration / 1000))}`}
    </span>
    {/* biome-ignore lint/a11y/useMediaCaption: what a person or a bot sends has no captions to offer. */}
    <audio controls preload="none" src={sourceOf(url)} aria-label={wording.audio} />
  </div>
);

/** Draws a file with its name; `size` in bytes. */
export const drawFile = (name: string, size: number): Drawn => (
  <div class="f-file">
    <svg viewBox="0 0 24 30" aria-hidden="true">
      <path d="M2 1h13l7 7v21H2z" />
      <path d="M15 1v7h7" />
    </svg>
    <div>
      <div class="f-file-name">{name}</div>
      <div class="f-note">
        {wording.file} {wording.bytes(size)}
      </div>
    </div>
  </div>
);
