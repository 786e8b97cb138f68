import type { Session } from './contract';

/** How many acts a session remembers. */
const LIMIT = 5_000;

/** One act of a person, as the control request that did it. */
export type Step = Session['steps'][number];

/** What people did since the start, so that it can be exported and played again. */
export class Script {
  private readonly acts: {
    readonly at: number;
    readonly personId: string;
    readonly act: string;
    readonly body: unknown;
  }[] = [];

  note(at: number, personId: string, act: string, body: unknown): void {
    this.acts.push({ at, personId, act, body });
    if (this.acts.length > LIMIT) this.acts.shift();
  }

  steps(): readonly Step[] {
    return this.acts.map(({ at, ...step }, index) => ({
      ...step,
      after: Math.max(0, at - (this.acts[index - 1]?.at ?? at)),
    }));
  }

  clear(): void {
    this.acts.length = 0;
  }
}
