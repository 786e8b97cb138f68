import type { messagingApi } from '@line/bot-sdk';
import { lengthOf, spaceOf } from '../measures';
import type { Declarations } from '../sheet';

/** Where a component stands. */
export interface Surroundings {
  readonly layout: messagingApi.FlexBox.LayoutEnum;
  /** The parent's `spacing`, already as a length. */
  readonly spacing: string | undefined;
  /** True for the first of its row or column, which needs no space before it. */
  readonly isFirst: boolean;
}

interface Placed {
  readonly type: string;
  readonly flex?: number;
  readonly margin?: string;
  readonly position?: string;
  readonly offsetTop?: string;
  readonly offsetBottom?: string;
  readonly offsetStart?: string;
  readonly offsetEnd?: string;
  readonly width?: string;
}

const share = (component: Placed, layout: messagingApi.FlexBox.LayoutEnum): Declarations => {
  const isRow = layout !== 'vertical';
  const isBound = component.type === 'icon' || component.type === 'separator';
  const usual = component.type === 'filler' || isRow ? 1 : 0;
  const flex = isBound || lengthOf(component.width) ? 0 : Math.max(0, component.flex ?? usual);
  if (flex === 0) return { flex: '0 0 auto' };
  // In a row the widths follow the factors alone; in a column a component is at least as tall as what it holds.
  return isRow ? { flex: `${flex} ${flex} 0px` } : { flex: `${flex} 0 auto` };
};

const offsets = (component: Placed): Declarations => ({
  top: spaceOf(component.offsetTop),
  bottom: spaceOf(component.offsetBottom),
  'inset-inline-start': spaceOf(component.offsetStart),
  'inset-inline-end': spaceOf(component.offsetEnd),
});

/** How a component takes its place in the box that holds it: share of the room, space before it, offsets. */
export const placement = (
  component: messagingApi.FlexComponent,
  { layout, spacing, isFirst }: Surroundings,
): Declarations => {
  const placed: Placed = component;
  if (placed.position === 'absolute') return { position: 'absolute', ...offsets(placed) };
  const before = isFirst ? undefined : (spaceOf(placed.margin) ?? spacing);
  return {
    ...share(placed, layout),
    [layout === 'vertical' ? 'margin-top' : 'margin-inline-start']: before,
    ...offsets(placed),
  };
};

/** Places the contents of a component within the height it was given. */
export const gravity = (value: 'top' | 'bottom' | 'center' | undefined): Declarations => ({
  'align-content': value === 'center' ? 'center' : value === 'bottom' ? 'end' : undefined,
});
