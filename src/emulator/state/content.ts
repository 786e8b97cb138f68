import type { MediaKind } from '../control/contract';

/** A file that a person sent, or that was uploaded. */
export interface Content {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly kind: MediaKind;
  /** Until then LINE is still converting it, ms since 1970. */
  readonly readyAt: number;
  /** It was unsent, or kept too long. */
  readonly isGone: boolean;
}
