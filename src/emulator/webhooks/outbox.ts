import type { Fault } from '../control/contract';
import { textIn } from '../json';
import type { World } from '../state/world';
import { type Deliver, type Delivered, deliverOnce } from './deliver';
import { inStandby, redelivered, type WebhookEvent } from './event';

/** How many events `batch` gathers unless the fault says so. */
const BATCH = 3;

/** How late `late` is unless the fault says so, ms. */
const LATE = 3_000;

/** Sends what happens to the bot, in order or as the faults will have it. */
export class Outbox {
  /** Deliveries still under way, redeliveries among them. */
  private readonly underWay = new Set<Promise<unknown>>();
  private batch: WebhookEvent[] = [];
  private held: WebhookEvent[] = [];

  constructor(
    private readonly world: World,
    private readonly deliver: Deliver,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  /** Delivers one event; resolves when the first try is over, or when a fault keeps the event back. */
  async send(event: WebhookEvent): Promise<void> {
    if (!this.world.settings.isWebhookActive) return;
    const faults = this.world.faults.forWebhook(textIn(event.source, 'userId'));
    const kinds = new Set(faults.map(({ kind }) => kind));
    const sent = kinds.has('standby') ? this.standby(event) : event;
    if (kinds.has('batch')) return this.gather(sent, faults);
    if (kinds.has('out-of-order')) {
      this.held.push(sent);
      return;
    }
    const late = faults.find(({ kind }) => kind === 'late');
    if (late) {
      this.follow(this.wait(late.delay ?? LATE).then(() => this.first([sent], [...kinds])));
      return;
    }
    await this.first([sent], [...kinds]);
    // What was held back comes after the newer event.
    const held = this.held.splice(0);
    for (const old of held) await this.first([old], ['out-of-order']);
  }

  /** Sends a webhook exactly as it is, e.g. one that a test made up. */
  async sendRaw(events: readonly WebhookEvent[]): Promise<Delivered> {
    return deliverOnce(this.world, this.deliver, events);
  }

  /** Sends the empty webhook that LINE sends to try an address. */
  async verify(url?: string): Promise<Delivered> {
    return deliverOnce(this.world, this.deliver, [], url === undefined ? {} : { url });
  }

  /** Lets go whatever a fault still holds back. */
  async release(): Promise<void> {
    const events = [...this.batch.splice(0), ...this.held.splice(0)];
    if (events.length > 0) await this.first(events, []);
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled(this.underWay);
  }

  private standby(event: WebhookEvent): WebhookEvent {
    const token = textIn(event, 'replyToken');
    if (token !== undefined) this.world.replyTokens.all.delete(token);
    return inStandby(event);
  }

  private async gather(event: WebhookEvent, faults: readonly Fault[]): Promise<void> {
    this.batch.push(event);
    const size = faults.find((fault) => fault.kind === 'batch' && fault.on === 'webhook');
    const wanted = size?.on === 'webhook' ? (size.size ?? BATCH) : BATCH;
    if (this.batch.length >= wanted) await this.first(this.batch.splice(0), ['batch']);
  }

  /** The first try, and whatever follows from how it ended. */
  private async first(events: readonly WebhookEvent[], kinds: readonly string[]): Promise<void> {
    const isLost = kinds.includes('lost');
    const isForged = kinds.includes('forged');
    const go = () => deliverOnce(this.world, this.deliver, events, { isForged, faults: kinds });
    const delivered = isLost ? { isOk: false } : await this.tracked(go());
    if (kinds.includes('duplicate')) await this.tracked(go());
    if (!delivered.isOk && !isForged) this.follow(this.again(events));
  }

  private async again(events: readonly WebhookEvent[]): Promise<void> {
    for (const pause of this.world.settings.redelivery) {
      await this.wait(pause);
      const { isOk } = await deliverOnce(this.world, this.deliver, events.map(redelivered));
      if (isOk) return;
    }
  }

  private async tracked<T>(work: Promise<T>): Promise<T> {
    this.follow(work);
    return work;
  }

  private follow(work: Promise<unknown>): void {
    const noted = work.finally(() => this.underWay.delete(noted));
    this.underWay.add(noted);
  }
}
