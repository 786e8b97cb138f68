import type { Drawn } from './drawing';
import { wording } from './wording';

/** Faces of our own, as eyes and mouth: glad, content, astonished, winking, sleepy. */
const FACES = [
  { eyes: 'M34 44q6-9 12 0M74 44q6-9 12 0', mouth: 'M38 64q22 26 44 0z', isOpen: true },
  { eyes: 'M40 42v6M80 42v6', mouth: 'M42 68q18 16 36 0', isOpen: false },
  { eyes: 'M40 40v8M80 40v8', mouth: 'M60 62a9 11 0 1 0 .1 0z', isOpen: true },
  { eyes: 'M34 46h14M74 46q7-8 14 0', mouth: 'M44 68q16 14 34-2', isOpen: false },
  { eyes: 'M34 44q6 7 12 0M74 44q6 7 12 0', mouth: 'M52 70h16', isOpen: false },
] as const;

const faceOf = (stickerId: string): (typeof FACES)[number] => {
  const sum = [...stickerId].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
  return FACES[sum % FACES.length] ?? FACES[0];
};

/** Draws a sticker. LINE's pictures are not ours to show: each id always gets the same one of our own faces. */
export const drawSticker = (stickerId: string, words: string | undefined): Drawn => {
  const face = faceOf(stickerId);
  return (
    <svg class="f-sticker" viewBox="0 0 120 120" role="img" aria-label={words ?? wording.sticker}>
      <circle class="f-face" cx="60" cy="56" r="48" />
      <circle class="f-cheek" cx="30" cy="62" r="7" />
      <circle class="f-cheek" cx="90" cy="62" r="7" />
      <path class="f-feature" d={face.eyes} />
      <path class={face.isOpen ? 'f-feature f-mouth' : 'f-feature'} d={face.mouth} />
      <text class="f-sticker-id" x="60" y="117" text-anchor="middle">
        {stickerId}
      </text>
    </svg>
  );
};
