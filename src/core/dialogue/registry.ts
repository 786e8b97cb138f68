import type { Message } from '../message';
import type { Aside, Context, Meanwhile, Registered } from './dialogue';

/** Everything a conversation can be about, in the order in which wishes are offered to them. */
export interface Registry {
  readonly dialogues: readonly Registered[];
  /** Heard before every other rule. */
  readonly danger: Aside;
  /** Has a kind, short answer with a next step for whatever nobody else answers. */
  readonly fallback: Aside;
  /** Leads to a person who answers the phone. */
  readonly human: (context: Context, meanwhile: Meanwhile) => readonly Message[];
  /** The dialogue that asks which of several wishes she meant. */
  readonly whichWish: string;
  /** What is said when a fault of ours keeps us from answering properly. */
  readonly sorry: (context: Pick<Context, 'city'>) => readonly Message[];
  /** Where "from the start" leads. */
  readonly home: Target;
  /** What a new person, and one who comes back, sees first. */
  readonly greeting: { readonly first: Target; readonly again: Target };
}

/** A step of a dialogue, by name. */
export interface Target {
  readonly dialogue: string;
  readonly step: string;
}

/** Finds a dialogue by its id; an id of former days finds none. */
export const dialogueOf = (registry: Registry, id: string): Registered | undefined =>
  registry.dialogues.find((dialogue) => dialogue.id === id);
