import type { Message } from '../message';
import type { ClassPeople, Scope } from './supporter';

/** What a person chose to hear, heard last, and may tell others. */
export interface HerNotices {
  /** Topics, `broadcasts` or `reminders` she does not want. */
  readonly stopped: readonly string[];
  /** Districts she wants to hear of; none means the one of her starting point. */
  readonly areas: readonly string[];
  /** Ids of places she follows. */
  readonly places: readonly string[];
  /** The last ones she was sent, the newest first. */
  readonly last: readonly { readonly sentAt: number; readonly messages: readonly Message[] }[];
  /** The classes and places she is a supporter of. */
  readonly scopes: readonly Scope[];
  /** Their people, for the coming days. */
  readonly people: readonly ClassPeople[];
  /** Ids of her own notices that have not begun to be sent. */
  readonly withdrawable: readonly string[];
  /** Her message holds a supporter's code, good or not. */
  readonly hasCode?: true;
  /** What the code in her message gives, if it holds a code that is good. */
  readonly invite?: { readonly codeHash: string; readonly scopes: readonly Scope[] };
}

/** Someone who never chose anything and was never sent anything. */
export const noNotices: HerNotices = {
  stopped: [],
  areas: [],
  places: [],
  last: [],
  scopes: [],
  people: [],
  withdrawable: [],
};
