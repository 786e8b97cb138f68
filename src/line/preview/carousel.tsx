import type { Child } from 'hono/jsx';
import { wording } from './wording';

/** Cards beside each other, to be moved sideways, also by keyboard. */
export const Carousel = ({ count, children }: { readonly count: number; readonly children: Child }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and a section would make every row of cards a landmark of the same name.
  <div role="group" class="f-carousel" aria-label={wording.cards(count)} tabindex={0}>
    {children}
  </div>
);
