import type { SendKind } from './quota';

/** A send to many, remembered under its request id for statistics, audiences and redelivery. */
export interface ManySent {
  readonly via: SendKind;
  readonly at: number;
  readonly chatIds: readonly string[];
}

/** How many are remembered. */
const LIMIT = 500;

/** Sends to many by their request id. */
export class Sendings {
  readonly all = new Map<string, ManySent>();

  get(requestId: string): ManySent | undefined {
    return this.all.get(requestId);
  }

  set(requestId: string, sent: ManySent): void {
    this.all.set(requestId, sent);
    const [oldest] = this.all.keys();
    if (this.all.size > LIMIT && oldest !== undefined) this.all.delete(oldest);
  }
}
