/** A narrowcast under way or over. Times are ms since 1970. */
export interface Narrowcast {
  readonly requestId: string;
  readonly acceptedAt: number;
  readonly body: unknown;
  readonly traffic: number;
  phase: 'waiting' | 'sending' | 'succeeded' | 'failed';
  recipients: readonly string[];
  completedAt?: number;
  errorCode?: 1 | 2 | 3 | 4 | 5;
  failedDescription?: string;
}

/** For how long LINE tells how a narrowcast or a batch went, ms. */
export const PROGRESS_LIFE = 14 * 24 * 3_600_000;

/** A change of many people's rich menus under way or over. */
export interface RichMenuBatch {
  readonly requestId: string;
  readonly acceptedAt: number;
  readonly operations: readonly unknown[];
  readonly resumeKey?: string;
  phase: 'ongoing' | 'succeeded' | 'failed';
  completedAt?: number;
}

/** A link or unlink of up to 500 people that LINE has accepted but not done yet. */
export interface RichMenuBulk {
  readonly userIds: readonly string[];
  /** Undefined: unlink. */
  readonly richMenuId?: string;
}
