import { createContext, useContext } from 'hono/jsx';
import type { StaffMember } from '../core/staff';
import type { Problem, Typed } from './form';

/** What every part of a page may need without being handed it. */
export interface Frame {
  readonly nonce: string;
  readonly path: string;
  /** Absent on the pages before signing in. */
  readonly staff?: StaffMember;
  readonly formToken?: string;
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

const FrameContext = createContext<Frame>({ nonce: '', path: '', problems: [], typed: {} });

/** Hands a frame to all parts of one page. */
export const FrameProvider = FrameContext.Provider;

/** The frame of the page that is being rendered. */
export const useFrame = (): Frame => useContext(FrameContext);
