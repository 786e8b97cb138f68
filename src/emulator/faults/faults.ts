import type { Fault, NewFault } from '../control/contract';
import type { Chance } from '../state/chance';
import type { CallFaultKind } from './kinds';

type CallFault = Extract<Fault, { on: 'call' }>;
type WebhookFault = Extract<Fault, { on: 'webhook' }>;

/** The faults set by hand, each counted or drawn by chance. */
export class Faults {
  readonly all = new Map<string, Fault>();
  private made = 0;

  constructor(
    private readonly chance: Chance,
    private readonly changed: () => void,
  ) {}

  add(fault: NewFault): Fault {
    this.made += 1;
    const added: Fault = { ...fault, id: `f${this.made}`, hits: 0 };
    this.all.set(added.id, added);
    this.changed();
    return added;
  }

  remove(id: string): boolean {
    const isGone = this.all.delete(id);
    if (isGone) this.changed();
    return isGone;
  }

  clear(): void {
    this.all.clear();
    this.changed();
  }

  /** The first fault that strikes this call, and counts it. */
  forCall(endpoint: string, people: readonly string[]): CallFault | undefined {
    for (const fault of this.all.values()) {
      if (fault.on !== 'call') continue;
      if (fault.endpoint !== undefined && fault.endpoint !== endpoint) continue;
      if (fault.personId !== undefined && !people.includes(fault.personId)) continue;
      if (this.strikes(fault)) return fault;
    }
    return undefined;
  }

  /** Every fault that strikes this webhook, and counts them. */
  forWebhook(personId: string | undefined): readonly WebhookFault[] {
    const struck: WebhookFault[] = [];
    for (const fault of this.all.values()) {
      if (fault.on !== 'webhook') continue;
      if (fault.personId !== undefined && fault.personId !== personId) continue;
      if (this.strikes(fault)) struck.push(fault);
    }
    return struck;
  }

  private strikes(fault: Fault): boolean {
    if (fault.probability !== undefined && this.chance.next() >= fault.probability) return false;
    const hits = fault.hits + 1;
    if (fault.times !== undefined && hits >= fault.times) this.all.delete(fault.id);
    else this.all.set(fault.id, { ...fault, hits });
    this.changed();
    return true;
  }
}

/** LINE's answer for a fault that answers at once. */
export const answerFor: Readonly<
  Partial<Record<CallFaultKind, { readonly status: 400 | 429 | 500; readonly message: string }>>
> = {
  'bad-request': { status: 400, message: 'Failed to send messages' },
  'rate-limit': { status: 429, message: 'The API rate limit has been exceeded. Try again later.' },
  'monthly-limit': { status: 429, message: 'You have reached your monthly limit.' },
  'server-error': { status: 500, message: 'Internal Server Error' },
};
