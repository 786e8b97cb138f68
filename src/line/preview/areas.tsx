import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from './drawing';
import { sourceOf } from './measures';
import { classes, type Declarations } from './sheet';
import { actionData } from './tap';
import { wording } from './wording';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const part = (length: number, of: number): string => `${((length / of) * 100).toFixed(3)}%`;

/** Where an area lies on a picture, whatever the picture's size on the screen. */
const placeOf = (bounds: Bounds, of: Size): Declarations => ({
  left: part(bounds.x, of.width),
  top: part(bounds.y, of.height),
  width: part(bounds.width, of.width),
  height: part(bounds.height, of.height),
});

const imagemapAction = (action: messagingApi.ImagemapAction): messagingApi.Action => {
  const label = action.label === undefined ? {} : { label: action.label };
  switch (action.type) {
    case 'uri':
      return { type: 'uri', uri: action.linkUri, ...label };
    case 'message':
      return { type: 'message', text: action.text, ...label };
    case 'clipboard':
      return { type: 'clipboard', clipboardText: action.clipboardText, ...label };
  }
};

const area = (
  drawing: Drawing,
  bounds: Bounds,
  of: Size,
  action: messagingApi.Action,
  spoken: string,
  isNamed: boolean,
): Drawn => (
  <button
    type="button"
    class={classes('f-area', isNamed && 'f-named', drawing.sheet.rule(placeOf(bounds, of)))}
    disabled={!drawing.isLive}
    data-action={drawing.isLive ? actionData(action) : undefined}
    aria-label={isNamed ? undefined : spoken}
  >
    {isNamed ? <span>{spoken}</span> : null}
  </button>
);

/** Draws an imagemap: the widest of its pictures with the areas on it. */
export const drawImagemap = (drawing: Drawing, message: messagingApi.ImagemapMessage): Drawn => {
  const size: Size = { width: message.baseSize.width, height: message.baseSize.height };
  const { video } = message;
  return (
    <div
      class={classes('f-imagemap', drawing.sheet.rule({ 'aspect-ratio': `${size.width}/${size.height}` }))}
    >
      <img src={sourceOf(`${message.baseUrl}/1040`)} alt={message.altText} loading="lazy" />
      {video?.area ? (
        // biome-ignore lint/a11y/useMediaCaption: what a bot sends has no captions to offer.
        <video
          class={classes('f-area', drawing.sheet.rule(placeOf(video.area, size)))}
          controls
          preload="none"
          src={sourceOf(video.originalContentUrl)}
          poster={sourceOf(video.previewImageUrl)}
          aria-label={wording.video}
        />
      ) : null}
      {message.actions.map((from) =>
        area(drawing, from.area, size, imagemapAction(from), from.label ?? message.altText, false),
      )}
    </div>
  );
};

/** A rich menu as it is drawn. */
export interface Menu {
  readonly size: Size;
  readonly areas: readonly { readonly bounds: Bounds; readonly action: messagingApi.Action }[];
}

const spokenName = (action: messagingApi.Action): string => {
  if (action.label) return action.label;
  if (action.type === 'message') return action.text ?? action.type;
  if (action.type === 'postback') return action.displayText ?? action.data ?? action.type;
  return action.type === 'uri' ? (action.uri ?? action.type) : action.type;
};

/** Draws a rich menu: its picture with the areas on it, or, without a picture, each area with its name. */
export const drawRichMenu = (drawing: Drawing, menu: Menu, imageUrl: string | undefined): Drawn => (
  <nav
    class={classes(
      'f-menu',
      drawing.sheet.rule({ 'aspect-ratio': `${menu.size.width}/${menu.size.height}` }),
    )}
    aria-label={wording.menu}
  >
    {imageUrl === undefined ? null : <img src={sourceOf(imageUrl)} alt="" />}
    {menu.areas.map(({ bounds, action }) =>
      area(drawing, bounds, menu.size, action, spokenName(action), imageUrl === undefined),
    )}
  </nav>
);
