import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from '../drawing';
import { colorOf } from '../measures';
import { classes } from '../sheet';
import { actionData } from '../tap';
import { wording } from '../wording';
import { drawBox } from './box';
import { buttonPlacement, drawIcon, drawPicture, drawVideo, picturePlacement } from './pictures';
import { placement, type Surroundings } from './placement';
import { drawWords } from './words';

const drawButton = (drawing: Drawing, button: messagingApi.FlexButton, surroundings: Surroundings): Drawn => {
  const style = button.style ?? 'link';
  const color = colorOf(button.color);
  const look = drawing.sheet.rule(style === 'link' ? { color } : { 'background-color': color });
  return (
    <div class={drawing.sheet.rule(buttonPlacement(button, surroundings))}>
      <button
        type="button"
        class={classes(
          'f-button',
          `f-${style}`,
          button.height === 'sm' && 'f-low',
          button.scaling && 'f-scaling',
          look,
        )}
        disabled={!drawing.isLive}
        data-action={drawing.isLive ? actionData(button.action) : undefined}
      >
        <span class={classes('f-cut', button.adjustMode === 'shrink-to-fit' && 'f-shrinks')}>
          {button.action.label}
        </span>
      </button>
    </div>
  );
};

/** Draws any component of a Flex message in the box that holds it. */
export const drawComponent = (
  drawing: Drawing,
  component: messagingApi.FlexComponent,
  surroundings: Surroundings,
): Drawn => {
  switch (component.type) {
    case 'box':
      return drawBox(drawing, component, placement(component, surroundings), drawComponent);
    case 'text':
      return drawWords(drawing, component, surroundings);
    case 'button':
      return drawButton(drawing, component, surroundings);
    case 'image':
      return drawPicture(drawing, component, picturePlacement(component, surroundings));
    case 'icon':
      return drawIcon(drawing, component, surroundings);
    case 'video':
      return drawVideo(drawing, component, wording.video);
    case 'separator': {
      const line = { 'background-color': colorOf(component.color) };
      const side = surroundings.layout === 'vertical' ? 'f-separator' : 'f-separator f-upright';
      return (
        <div class={classes(side, drawing.sheet.rule({ ...placement(component, surroundings), ...line }))} />
      );
    }
    case 'filler':
      return <div class={drawing.sheet.rule(placement(component, surroundings))} />;
    // A span stands only in a text, where it is drawn.
    case 'span':
      return null;
  }
};
