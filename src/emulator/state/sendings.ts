import { BoundedMap } from './bounded-map';
import type { SendKind } from './quota';

/** A broadcast or narrowcast, remembered under its request id for statistics, audiences and redelivery. */
export interface ManySent {
  readonly via: SendKind;
  readonly at: number;
  readonly chatIds: readonly string[];
}

/** How many are remembered. */
const LIMIT = 100;

/** Broadcasts and narrowcasts by their request id; LINE tells nothing of a multicast later. */
export class Sendings {
  readonly all = new BoundedMap<string, ManySent>(LIMIT);

  get(requestId: string): ManySent | undefined {
    return this.all.get(requestId);
  }

  set(requestId: string, sent: ManySent): void {
    this.all.set(requestId, sent);
  }
}
