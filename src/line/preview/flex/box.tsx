import type { messagingApi } from '@line/bot-sdk';
import type { Drawing, Drawn } from '../drawing';
import { borderOf, colorOf, lengthOf, spaceOf } from '../measures';
import { classes, type Declarations } from '../sheet';
import { tapOf } from '../tap';
import type { Surroundings } from './placement';
import { spokenOf } from './spoken';

/** Draws any component; handed in, because boxes and components hold each other. */
export type DrawComponent = (
  drawing: Drawing,
  component: messagingApi.FlexComponent,
  surroundings: Surroundings,
) => Drawn;

/** The room that LINE leaves inside a block of a bubble where its box says nothing. */
export interface Padding {
  readonly top: string;
  readonly side: string;
  readonly bottom: string;
}

const gradient = (background: messagingApi.FlexBoxBackground | undefined): string | undefined => {
  const start = colorOf(background?.startColor);
  const end = colorOf(background?.endColor);
  const angle = /^\d{1,3}(\.\d+)?deg$/.test(background?.angle ?? '') ? background?.angle : '0deg';
  if (start === undefined || end === undefined) return undefined;
  const centre = colorOf(background?.centerColor);
  const at = /^\d{1,3}(\.\d+)?%$/.test(background?.centerPosition ?? '') ? background?.centerPosition : '50%';
  return `linear-gradient(${[angle, start, ...(centre ? [`${centre} ${at}`] : []), end].join(',')})`;
};

const paddings = (box: messagingApi.FlexBox, usual: Padding | undefined): Declarations => {
  const all = spaceOf(box.paddingAll);
  return {
    'padding-top': spaceOf(box.paddingTop) ?? all ?? usual?.top,
    'padding-bottom': spaceOf(box.paddingBottom) ?? all ?? usual?.bottom,
    'padding-inline-start': spaceOf(box.paddingStart) ?? all ?? usual?.side,
    'padding-inline-end': spaceOf(box.paddingEnd) ?? all ?? usual?.side,
  };
};

const DIRECTIONS = { horizontal: 'row', baseline: 'row', vertical: 'column' } as const;
const ALIGNMENTS = new Set<string>(['center', 'flex-start', 'flex-end']);
const DISTRIBUTIONS = new Set<string>([...ALIGNMENTS, 'space-between', 'space-around', 'space-evenly']);

const look = (box: messagingApi.FlexBox, usual: Padding | undefined): Declarations => {
  const border = borderOf(box.borderWidth);
  const align = box.alignItems && ALIGNMENTS.has(box.alignItems) ? box.alignItems : undefined;
  return {
    'flex-direction': DIRECTIONS[box.layout],
    'align-items': align ?? (box.layout === 'baseline' ? 'baseline' : undefined),
    'justify-content':
      box.justifyContent && DISTRIBUTIONS.has(box.justifyContent) ? box.justifyContent : undefined,
    ...paddings(box, usual),
    background: gradient(box.background) ?? colorOf(box.backgroundColor),
    border: border ? `${border} solid ${colorOf(box.borderColor) ?? '#000000'}` : undefined,
    'border-radius': spaceOf(box.cornerRadius),
    width: lengthOf(box.width),
    'max-width': lengthOf(box.maxWidth),
    height: lengthOf(box.height),
    'max-height': lengthOf(box.maxHeight),
  };
};

/** Draws a box and all it holds. `placed` is how it stands in its own parent; `usual` the padding of a block. */
export const drawBox = (
  drawing: Drawing,
  box: messagingApi.FlexBox,
  placed: Declarations,
  draw: DrawComponent,
  usual?: Padding,
): Drawn => {
  const tap = tapOf(drawing, box.action, spokenOf(box));
  const spacing = spaceOf(box.spacing);
  const first = box.contents.findIndex(
    (component) => !('position' in component) || component.position !== 'absolute',
  );
  return (
    <div class={classes('f-box', drawing.sheet.rule({ ...placed, ...look(box, usual) }))} {...tap.attributes}>
      {tap.button}
      {box.contents.map((component, index) =>
        draw(drawing, component, { layout: box.layout, spacing, isFirst: index <= first }),
      )}
    </div>
  );
};
