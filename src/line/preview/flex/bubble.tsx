import type { messagingApi } from '@line/bot-sdk';
import { Carousel } from '../carousel';
import type { Drawing, Drawn } from '../drawing';
import { colorOf } from '../measures';
import { classes } from '../sheet';
import { tapOf } from '../tap';
import { drawBox, type Padding } from './box';
import { drawComponent } from './component';
import { drawPicture } from './pictures';
import { spokenOf } from './spoken';

const SIZES = new Set<string>(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']);

type BlockName = 'header' | 'hero' | 'body' | 'footer';
const BLOCKS: readonly BlockName[] = ['header', 'hero', 'body', 'footer'];

const usualPadding = (bubble: messagingApi.FlexBubble, name: BlockName): Padding => {
  const isSmall = bubble.size === 'nano' || bubble.size === 'micro';
  if (name === 'footer' || isSmall) return { top: '10px', side: '10px', bottom: '10px' };
  // A body that a footer follows keeps less room below, because the footer brings its own.
  return { top: '20px', side: '20px', bottom: name === 'body' && bubble.footer ? '10px' : '20px' };
};

const contents = (
  drawing: Drawing,
  bubble: messagingApi.FlexBubble,
  name: BlockName,
  block: messagingApi.FlexComponent,
): Drawn => {
  if (block.type === 'box') {
    const padding = name === 'hero' ? undefined : usualPadding(bubble, name);
    return drawBox(drawing, block, { flex: '1 0 auto' }, drawComponent, padding);
  }
  if (block.type === 'image') return drawPicture(drawing, block, {});
  return drawComponent(drawing, block, { layout: 'vertical', spacing: undefined, isFirst: true });
};

/** Draws one bubble. */
export const drawBubble = (drawing: Drawing, bubble: messagingApi.FlexBubble): Drawn => {
  const present = BLOCKS.flatMap((name) => {
    const block = bubble[name];
    return block === undefined ? [] : [{ name, block }];
  });
  const tap = tapOf(drawing, bubble.action, present.map(({ block }) => spokenOf(block)).join(' '));
  const size = bubble.size && SIZES.has(bubble.size) ? bubble.size : 'mega';
  return (
    <div
      class={classes('f-bubble', `f-${size}`)}
      dir={bubble.direction === 'rtl' ? 'rtl' : undefined}
      {...tap.attributes}
    >
      {tap.button}
      {present.map(({ name, block }, index) => {
        const style = bubble.styles?.[name];
        const look = drawing.sheet.rule({
          'background-color': colorOf(style?.backgroundColor),
          'border-top':
            style?.separator === true && index > 0
              ? `1px solid ${colorOf(style.separatorColor) ?? '#e3e6ea'}`
              : undefined,
        });
        return (
          <div class={classes('f-block', `f-${name}`, look)}>{contents(drawing, bubble, name, block)}</div>
        );
      })}
    </div>
  );
};

/** Draws what a Flex message holds: one bubble, or several side by side. */
export const drawContainer = (drawing: Drawing, container: messagingApi.FlexContainer): Drawn =>
  container.type === 'bubble' ? (
    drawBubble(drawing, container)
  ) : (
    <Carousel count={container.contents.length}>
      {container.contents.map((bubble) => drawBubble(drawing, bubble))}
    </Carousel>
  );
