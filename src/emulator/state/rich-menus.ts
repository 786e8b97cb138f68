import type { Fields } from '../json';

/** One rich menu. */
export interface RichMenu {
  readonly id: string;
  /** What the bot asked for, as it asked. */
  readonly asked: Fields;
  image?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string };
}

/** How many deleted menus are remembered for the chats that still show them. */
const GHOSTS = 50;

/** Rich menus, their aliases, and who has which. */
export class RichMenus {
  readonly all = new Map<string, RichMenu>();
  /** Alias id → rich menu id. */
  readonly aliases = new Map<string, string>();
  /** Person → rich menu id. */
  readonly byPerson = new Map<string, string>();
  /** Default menus in the order they were set; undefined: none. A chat shows the one of its opening. */
  readonly defaults: { readonly id: string | undefined; readonly since: number }[] = [];
  private readonly ghosts = new Map<string, { readonly menu: RichMenu; readonly deletedAt: number }>();

  get defaultId(): string | undefined {
    return this.defaults.at(-1)?.id;
  }

  setDefault(id: string | undefined, now: number): void {
    this.defaults.push({ id, since: now });
    if (this.defaults.length > GHOSTS) this.defaults.shift();
  }

  /** The default as a chat opened at that time shows it. */
  defaultAt(openedAt: number): string | undefined {
    return this.defaults.findLast(({ since }) => since <= openedAt)?.id;
  }

  delete(id: string, now: number): boolean {
    const menu = this.all.get(id);
    if (!menu) return false;
    this.all.delete(id);
    this.ghosts.set(id, { menu, deletedAt: now });
    const [oldest] = this.ghosts.keys();
    if (this.ghosts.size > GHOSTS && oldest !== undefined) this.ghosts.delete(oldest);
    if (this.defaultId === id) this.setDefault(undefined, now);
    for (const [person, own] of this.byPerson) if (own === id) this.byPerson.delete(person);
    return true;
  }

  /** The menu, also one that was deleted after the chat was opened. */
  seen(id: string, openedAt: number): RichMenu | undefined {
    const ghost = this.ghosts.get(id);
    return this.all.get(id) ?? (ghost && ghost.deletedAt > openedAt ? ghost.menu : undefined);
  }

  clear(): void {
    for (const part of [this.all, this.aliases, this.byPerson, this.ghosts]) part.clear();
    this.defaults.length = 0;
  }
}
