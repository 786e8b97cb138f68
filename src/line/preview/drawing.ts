import type { Child } from 'hono/jsx';
import type { Sheet } from './sheet';

/** What the parts of a drawing share. */
export interface Drawing {
  readonly sheet: Sheet;
  /** True where actions can be tapped: on the emulator's phone. A preview for staff only shows. */
  readonly isLive: boolean;
}

/** A piece of HTML. */
export type Drawn = Child;
