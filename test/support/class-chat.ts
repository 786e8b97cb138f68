import type { D1Database } from '@cloudflare/workers-types';
import { tokorozawa } from '../../src/city/tokorozawa';
import type { PersonEvent } from '../../src/core/event';
import { createUnderstanding } from '../../src/core/understanding';
import { registry } from '../../src/dialogues/registry';
import { LineClient } from '../../src/line/client';
import { decodeMove } from '../../src/line/postback';
import { answerPeople } from '../../src/service/answer-people';
import { Closings } from '../../src/service/closings';
import type { Deps } from '../../src/service/deps';
import { OwnLinks } from '../../src/service/own-links';
import { sweep } from '../../src/service/sweep';
import { takeIn } from '../../src/service/take-in';
import { CatalogueKeeper } from '../../src/store/catalogue';
import { NOW } from './lessons';
import { type Life, mortalDatabase } from './mortal';

/** Where our own pages stand in these tests. */
export const ORIGIN = 'http://bot.test';

const understanding = createUnderstanding(tokorozawa);

/** A tappable thing of an answer. */
interface Tappable {
  readonly label: string;
  readonly data?: string;
  readonly uri?: string;
}

/** People who talk with the bot's own use cases on a real database; LINE is a transport that keeps what was sent. */
export class ClassChat {
  now = NOW;
  private events = 0;
  private readonly sent = new Map<string, unknown[]>();

  constructor(readonly db: D1Database) {}

  /** The use cases' world; with a life, one that may end. */
  deps(life?: Life): Deps {
    const db = life ? mortalDatabase(this.db, life) : this.db;
    const keep: typeof fetch = async (_, init) => {
      const body = JSON.parse(String(init?.body));
      // Reply tokens are named after their person.
      const person = String(body.replyToken ?? body.to).split('#')[0] ?? '';
      const key = new Headers(init?.headers).get('x-line-retry-key') ?? String(body.replyToken);
      const all = this.sent.get(person) ?? [];
      if (this.keys.has(key)) return Response.json({ message: 'Invalid reply token' }, { status: 400 });
      this.keys.add(key);
      this.sent.set(person, [...all, body.messages]);
      return Response.json({ sentMessages: [] });
    };
    return {
      db,
      line: new LineClient({ baseUrl: 'https://api.line.me', accessToken: 'x' }, (input, init) =>
        life ? life.contact(() => keep(input, init)) : keep(input, init),
      ),
      city: tokorozawa,
      registry,
      understanding,
      closings: new Closings(),
      catalogue: new CatalogueKeeper(db, tokorozawa, async () => {}),
      links: new OwnLinks(ORIGIN, 'a secret of the tests'),
      log: () => {},
      now: () => this.now,
      wait: async () => {},
      newId: () => crypto.randomUUID(),
    };
  }

  private readonly keys = new Set<string>();

  /** All answers a person got, newest last, as words. */
  answers(person: string): readonly string[] {
    return (this.sent.get(person) ?? []).map((one) => JSON.stringify(one));
  }

  /** Her newest answer as words. */
  answer(person: string): string {
    return this.answers(person).at(-1) ?? '';
  }

  /** LINE's name for the next event. */
  newEvent(): string {
    this.events += 1;
    return `event-${this.events}`;
  }

  /** Stores an event without deciding it. */
  async arrive(person: string, event: PersonEvent, deps = this.deps(), id = this.newEvent()) {
    return takeIn(deps, [
      { id, personId: person, occurredAt: this.now, replyToken: `${person}#${id}`, event },
    ]);
  }

  /** Something she does, answered to the end. */
  async does(person: string, event: PersonEvent): Promise<string> {
    const deps = this.deps();
    await answerPeople(deps, await this.arrive(person, event, deps));
    return this.answer(person);
  }

  say(person: string, text: string): Promise<string> {
    return this.does(person, { type: 'said', text });
  }

  /** What the button with this label means, from her newest answer. */
  buttonOf(person: string, label: string): Tappable {
    const found = tappables(this.sent.get(person)?.at(-1)).find((one) => one.label === label);
    if (!found) throw new Error(`${person} has no button "${label}" in ${this.answer(person)}`);
    return found;
  }

  /** The event of a tapped button. */
  tapOf(person: string, label: string): PersonEvent {
    const move = decodeMove(this.buttonOf(person, label).data ?? '');
    if (!move) throw new Error(`The button "${label}" says nothing.`);
    return { type: 'chose', move };
  }

  tap(person: string, label: string): Promise<string> {
    return this.does(person, this.tapOf(person, label));
  }

  /** Takes up whatever a dead worker left, as the clock does. */
  async sweep(): Promise<void> {
    await sweep(this.deps());
  }
}

const tappables = (part: unknown): readonly Tappable[] => {
  if (Array.isArray(part)) return part.flatMap(tappables);
  if (typeof part !== 'object' || part === null) return [];
  const own =
    'action' in part && typeof part.action === 'object' && part.action !== null && 'label' in part.action
      ? [
          {
            label: String(part.action.label),
            ...('data' in part.action ? { data: String(part.action.data) } : {}),
            ...('uri' in part.action ? { uri: String(part.action.uri) } : {}),
          },
        ]
      : [];
  return [...own, ...Object.values(part).flatMap(tappables)];
};
