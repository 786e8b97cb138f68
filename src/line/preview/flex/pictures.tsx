import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from '../drawing';
import { colorOf, imageSizeOf, letterSizeOf, ratioOf, sourceOf } from '../measures';
import { classes, type Declarations } from '../sheet';
import { tapOf } from '../tap';
import { gravity, placement, type Surroundings } from './placement';

const SIDES = { start: 'flex-start', end: 'flex-end', center: 'center' } as const;

/** Draws a picture. A hero has no parent box, so its place is handed in. */
export const drawPicture = (drawing: Drawing, image: messagingApi.FlexImage, placed: Declarations): Drawn => {
  const { sheet } = drawing;
  const tap = tapOf(drawing, image.action, undefined);
  const frame = sheet.rule({
    width: imageSizeOf(image.size) ?? imageSizeOf('md'),
    'aspect-ratio': ratioOf(image.aspectRatio) ?? '1/1',
    'background-color': colorOf(image.backgroundColor),
  });
  return (
    <div
      class={classes(
        'f-picture',
        sheet.rule({ ...placed, 'justify-content': image.align ? SIDES[image.align] : undefined }),
      )}
      {...tap.attributes}
    >
      {tap.button}
      <div class={classes('f-frame', frame)}>
        <img
          class={image.aspectMode === 'cover' ? 'f-cover' : 'f-fit'}
          src={sourceOf(image.url)}
          alt=""
          loading="lazy"
        />
      </div>
    </div>
  );
};

/** How a picture stands in its box. */
export const picturePlacement = (
  image: messagingApi.FlexImage,
  surroundings: Surroundings,
): Declarations => ({
  ...placement(image, surroundings),
  'align-items':
    image.gravity === 'center' ? 'center' : image.gravity === 'bottom' ? 'flex-end' : 'flex-start',
});

/** Draws an icon: as tall as letters of its size, standing on the line of the words beside it. */
export const drawIcon = (
  { sheet }: Drawing,
  icon: messagingApi.FlexIcon,
  surroundings: Surroundings,
): Drawn => {
  const height = `calc(${letterSizeOf(icon.size) ?? letterSizeOf('md')} * var(--f-scale))`;
  const ratio = ratioOf(icon.aspectRatio) ?? '1/1';
  return (
    <div class={classes('f-icon', icon.scaling && 'f-scaling', sheet.rule(placement(icon, surroundings)))}>
      <img class={sheet.rule({ height, 'aspect-ratio': ratio })} src={sourceOf(icon.url)} alt="" />
    </div>
  );
};

/** Draws a video as a player that loads nothing before it is started. */
export const drawVideo = ({ sheet }: Drawing, video: messagingApi.FlexVideo, spoken: string): Drawn => (
  <div class={classes('f-video', sheet.rule({ 'aspect-ratio': ratioOf(video.aspectRatio) ?? '1/1' }))}>
    {/* biome-ignore lint/a11y/useMediaCaption: what a bot sends has no captions to offer. */}
    <video
      controls
      preload="none"
      src={sourceOf(video.url)}
      poster={sourceOf(video.previewUrl)}
      aria-label={spoken}
    />
  </div>
);

/** The gravity of a button, which fills the width but not the height it is given. */
export const buttonPlacement = (
  button: messagingApi.FlexButton,
  surroundings: Surroundings,
): Declarations => ({ ...placement(button, surroundings), ...gravity(button.gravity) });
