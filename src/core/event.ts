import type { Point } from './city';
import type { Move } from './move';

/** What a person did, in the past tense, free of LINE's shapes. */
export type PersonEvent =
  | { readonly type: 'followed'; readonly isBack: boolean }
  | { readonly type: 'left' }
  | { readonly type: 'said'; readonly text: string }
  | { readonly type: 'chose'; readonly move: Move; readonly picked?: string }
  | { readonly type: 'choseUnreadable' }
  | { readonly type: 'sentLocation'; readonly at: Point; readonly label?: string }
  | { readonly type: 'sentSticker' }
  | { readonly type: 'sentMedia'; readonly kind: 'photo' | 'voice' | 'video' | 'file' }
  | { readonly type: 'unsent'; readonly messageId: string }
  | { readonly type: 'ignored'; readonly what: string };

/** An event as it came in, with what is needed to store it once and to answer it. */
export interface Incoming {
  /** LINE's webhookEventId: the key of "once". */
  readonly id: string;
  /** Absent where nobody can be answered: groups, rooms, people who never consented. */
  readonly personId?: string;
  readonly messageId?: string;
  /** Milliseconds since 1970, by LINE's clock. */
  readonly occurredAt: number;
  readonly replyToken?: string;
  readonly event: PersonEvent;
}
