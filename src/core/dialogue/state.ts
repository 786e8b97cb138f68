import { z } from 'zod';

/** Where in a dialogue someone stands. */
export interface Position {
  readonly dialogue: string;
  readonly version: number;
  readonly step: string;
  readonly data: unknown;
}

/** What is remembered of a conversation between two turns. It never holds what she wrote. */
export interface State {
  readonly at: Position | null;
  /** Where "back" leads, nearest last; at most {@link TRAIL}. */
  readonly trail: readonly Position[];
  /** How often in a row we did not understand her. */
  readonly misses: number;
  /** When she last did something, in milliseconds since 1970. */
  readonly touchedAt: number;
}

/** How many steps "back" can go. */
export const TRAIL = 5;

/** A conversation that has not begun. */
export const fresh = (now: number): State => ({ at: null, trail: [], misses: 0, touchedAt: now });

const position = z.object({
  dialogue: z.string(),
  version: z.number(),
  step: z.string(),
  data: z.unknown(),
});

const state = z.object({
  at: position.nullable(),
  trail: z.array(position),
  misses: z.number(),
  touchedAt: z.number(),
});

/** Reads a stored state; one that cannot be read is a conversation that has not begun. */
export const readState = (stored: string | null, now: number): State => {
  if (stored === null) return fresh(now);
  try {
    const read = state.safeParse(JSON.parse(stored));
    return read.success ? read.data : fresh(now);
  } catch {
    return fresh(now);
  }
};
