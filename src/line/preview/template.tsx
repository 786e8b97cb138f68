import type { messagingApi } from '@line/bot-sdk';
import { Carousel } from './carousel';
import type { Drawing, Drawn } from './drawing';
import { colorOf, sourceOf } from './measures';
import { classes } from './sheet';
import { actionData, tapOf } from './tap';
import { wording } from './wording';

/** A button of a template; LINE shows them all alike. */
const choice = (drawing: Drawing, action: messagingApi.Action): Drawn => (
  <button
    type="button"
    class="f-choice"
    disabled={!drawing.isLive}
    data-action={drawing.isLive ? actionData(action) : undefined}
  >
    {action.label}
  </button>
);

interface Shape {
  readonly imageAspectRatio?: string;
  readonly imageSize?: string;
}

const picture = (
  drawing: Drawing,
  url: string | undefined,
  shape: Shape,
  background: string | undefined,
): Drawn =>
  url === undefined ? null : (
    <div
      class={classes(
        'f-thumbnail',
        shape.imageAspectRatio === 'square' && 'f-square',
        drawing.sheet.rule({ 'background-color': colorOf(background) }),
      )}
    >
      <img
        class={shape.imageSize === 'contain' ? 'f-fit' : 'f-cover'}
        src={sourceOf(url)}
        alt=""
        loading="lazy"
      />
    </div>
  );

/** Draws one card: buttons template and column of a carousel are built alike. */
const card = (
  drawing: Drawing,
  column: messagingApi.CarouselColumn | messagingApi.ButtonsTemplate,
  shape: Shape,
): Drawn => {
  const tap = tapOf(drawing, column.defaultAction, column.title ?? column.text);
  return (
    <div class="f-card">
      <div class="f-card-top" {...tap.attributes}>
        {tap.button}
        {picture(drawing, column.thumbnailImageUrl, shape, column.imageBackgroundColor)}
        <div class="f-card-words">
          {column.title ? <div class="f-strong">{column.title}</div> : null}
          <div class="f-lines">{column.text}</div>
        </div>
      </div>
      <div class="f-choices">{column.actions.map((action) => choice(drawing, action))}</div>
    </div>
  );
};

const imageColumn = (drawing: Drawing, { imageUrl, action }: messagingApi.ImageCarouselColumn): Drawn => {
  const tap = tapOf(drawing, action, wording.picture);
  return (
    <div class="f-card f-image-card" {...tap.attributes}>
      {tap.button}
      <img class="f-cover" src={sourceOf(imageUrl)} alt="" loading="lazy" />
      {action.label ? <span class="f-caption">{action.label}</span> : null}
    </div>
  );
};

/** Draws any of the four templates. */
export const drawTemplate = (drawing: Drawing, template: messagingApi.Template): Drawn => {
  switch (template.type) {
    case 'buttons':
      return card(drawing, template, template);
    case 'confirm':
      return (
        <div class="f-card">
          <div class="f-card-words f-lines">{template.text}</div>
          <div class="f-choices f-side-by-side">
            {template.actions.map((action) => choice(drawing, action))}
          </div>
        </div>
      );
    case 'carousel':
      return (
        <Carousel count={template.columns.length}>
          {template.columns.map((column) => card(drawing, column, template))}
        </Carousel>
      );
    case 'image_carousel':
      return (
        <Carousel count={template.columns.length}>
          {template.columns.map((column) => imageColumn(drawing, column))}
        </Carousel>
      );
  }
};
