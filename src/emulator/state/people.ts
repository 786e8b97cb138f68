import type { Friendship } from '../control/contract';
import type { CallFaultKind } from '../faults/kinds';
import { magicOf } from '../faults/magic';

/** Someone who may stand on the other side of the bot. */
export interface PersonRecord {
  readonly id: string;
  name: string;
  pictureUrl?: string;
  statusMessage?: string;
  language?: string;
  friendship: Friendship;
  hasConsented: boolean;
  isDeleted: boolean;
  magic?: CallFaultKind;
  /** Last time she wrote, ms; people who are no friends can be reached for a week after it. */
  lastSaidAt?: number;
}

/** For so long a person who is no friend can be reached after she wrote, ms. */
const WEEK = 7 * 24 * 3_600_000;

/** Everyone the emulator knows. */
export class People {
  readonly all = new Map<string, PersonRecord>();
  private readonly byName = new Map<string, PersonRecord>();
  /** Whether anybody added was magic; most crowds have nobody who is, and need not be looked through. */
  private hasMagic = false;

  add(person: PersonRecord): PersonRecord {
    this.all.set(person.id, person);
    this.hasMagic ||= person.magic !== undefined;
    if (!this.byName.has(person.name)) this.byName.set(person.name, person);
    return person;
  }

  get(id: string): PersonRecord | undefined {
    return this.all.get(id);
  }

  named(name: string): PersonRecord | undefined {
    const found = this.byName.get(name);
    // A name that was changed leaves a stale entry behind.
    return found?.name === name ? found : [...this.all.values()].find((person) => person.name === name);
  }

  rename(person: PersonRecord, name: string): void {
    this.byName.delete(person.name);
    person.name = name;
    if (!this.byName.has(name)) this.byName.set(name, person);
  }

  /** Friends with an account: whom a broadcast reaches. */
  friends(): PersonRecord[] {
    return [...this.all.values()].filter(isFriend);
  }

  /** How sends to this id must fail, if they must. */
  magic(id: string): CallFaultKind | undefined {
    return magicOf(id) ?? (this.hasMagic ? this.all.get(id)?.magic : undefined);
  }

  clear(): void {
    this.all.clear();
    this.byName.clear();
  }
}

/** Whether multicast, narrowcast and broadcast reach her. */
export const isFriend = (person: PersonRecord): boolean =>
  person.friendship === 'friend' && !person.isDeleted;

/** Whether a push reaches her: friends, and for a week those who wrote without being friends. */
export const isReachableByPush = (person: PersonRecord, now: number): boolean =>
  isFriend(person) ||
  (person.friendship === 'never-friend' &&
    !person.isDeleted &&
    person.lastSaidAt !== undefined &&
    now - person.lastSaidAt <= WEEK);

/** Whether LINE shows her profile to the bot. */
export const hasVisibleProfile = (person: PersonRecord): boolean =>
  !person.isDeleted &&
  person.hasConsented &&
  (person.friendship === 'friend' ||
    (person.friendship === 'never-friend' && person.lastSaidAt !== undefined));
