import type { PhoneView, Piece } from '../phone-view';
import { wording } from '../wording';
import { get } from './control-api';
import { drawn, shrink } from './drawn';
import { element, part } from './page-elements';
import { choiceOf, type PhoneChoice, remember } from './remembered';

/** How near the end counts as being at it, px: then the chat follows what arrives. */
const NEAR = 120;

/** One phone on the page, showing what stands on one person's screen. */
export class PhoneOnPage {
  private revision = 0;
  /** The entries on the page by their ids, oldest first. */
  private readonly entries = new Map<string, HTMLElement>();
  private view: PhoneView | undefined;
  private isAsking = false;
  private isStale = false;
  private menuDrawn = '';
  private loadingTimer = 0;
  private toastTimer = 0;

  constructor(
    readonly personId: string,
    readonly root: HTMLElement,
  ) {
    root.dataset.person = personId;
    // Radios of one name exclude each other over the whole page, so each phone needs names of its own.
    for (const radio of root.querySelectorAll<HTMLInputElement>('[type="radio"]'))
      radio.name += ` ${personId}`;
    this.choose(choiceOf(personId));
  }

  /** Sets letters and device, and remembers them. */
  choose(choice: PhoneChoice): void {
    const screen = part(this.root, 'screen');
    screen.className = `screen f-chat f-letters-${choice.letters} on-${choice.device}`;
    for (const radio of this.root.querySelectorAll<HTMLInputElement>('[type="radio"]'))
      radio.checked = radio.value === choice.letters || radio.value === choice.device;
    remember(this.personId, choice);
    if (this.view) this.show(this.view);
    shrink(this.root);
  }

  get choice(): PhoneChoice {
    return choiceOf(this.personId);
  }

  /** Asks for what is new. Several calls while one is under way lead to one more. */
  async refresh(): Promise<void> {
    if (this.isAsking) {
      this.isStale = true;
      return;
    }
    this.isAsking = true;
    try {
      do {
        this.isStale = false;
        this.show(await get<PhoneView>(`/page/phones/${this.personId}?since=${this.revision}`));
      } while (this.isStale);
    } finally {
      this.isAsking = false;
    }
  }

  get isMenuOpen(): boolean {
    return this.view?.menu?.isOpen === true;
  }

  /** Says something for a moment at the foot of the screen. */
  toast(words: string): void {
    const toast = part(this.root, 'toast');
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = window.setTimeout(() => {
      toast.hidden = true;
    }, 4_000);
  }

  private show(view: PhoneView): void {
    this.view = view;
    this.revision = view.revision;
    const { person } = view;
    part(this.root, 'name').textContent = person.name;
    this.root.setAttribute('aria-label', wording.phoneOf(person.name));
    element(this.root, 'button', '[data-act="close"]').setAttribute(
      'aria-label',
      wording.closePhone(person.name),
    );
    element(this.root, 'button', '[data-act="block"]').hidden = person.friendship !== 'friend';
    this.showEntries(view);
    this.showFoot(view);
    this.showMenu(view);
    this.showLoading(view.loadingFor);
    if (view.draft !== null) {
      const words = element(this.root, 'textarea');
      if (words.dataset.draft !== view.draft) words.value = view.draft;
      words.dataset.draft = view.draft;
    }
  }

  private showEntries(view: PhoneView): void {
    const list = part(this.root, 'entries');
    const first = view.first === null ? undefined : this.entries.get(view.first);
    // Where the oldest entry is not on the page yet, all that is on it has gone: it is new, or there was a reset.
    for (const [id, old] of this.entries) {
      if (old === first) break;
      old.remove();
      this.entries.delete(id);
    }
    const fresh = view.entries.map((entry) => ({ id: entry.id, made: drawn(entry) }));
    const added = document.createDocumentFragment();
    for (const { id, made } of fresh) {
      const old = this.entries.get(id);
      if (old) old.replaceWith(made);
      else added.append(made);
      this.entries.set(id, made);
    }
    list.append(added);
    for (const { made } of fresh) shrink(made);
    // The list is laid out from its end, so 0 is the end and what arrives there stays in view.
    const scroll = part(this.root, 'scroll');
    const isHers = fresh.at(-1)?.made.classList.contains('of-person') === true;
    if (isHers || scroll.scrollTop > -NEAR) scroll.scrollTop = 0;
  }

  private showFoot(view: PhoneView): void {
    const isDesktop = this.choice.device === 'desktop';
    const quick = part(this.root, 'quick');
    replace(quick, isDesktop ? null : view.quickReplies);
    part(this.root, 'desktop-note').hidden = !isDesktop || !(view.quickReplies || view.menu);
    const isFriend = view.person.friendship === 'friend';
    const standing = part(this.root, 'standing');
    standing.hidden = isFriend;
    const isBlocked = view.person.friendship === 'blocked';
    part(standing, 'standing-words').textContent = isBlocked ? wording.blocked : wording.neverFriend;
    element(standing, 'button').textContent = isBlocked ? wording.unblock : wording.follow;
    part(this.root, 'composer').hidden = isBlocked;
    if (isBlocked) part(this.root, 'attachments').hidden = true;
  }

  private showMenu({ menu, person }: PhoneView): void {
    const bar = element(this.root, 'button', '.menu-bar');
    const holder = part(this.root, 'menu');
    const isThere = menu !== null && this.choice.device === 'phone' && person.friendship === 'friend';
    bar.hidden = !isThere;
    if (!isThere) {
      holder.hidden = true;
      return;
    }
    bar.setAttribute('aria-expanded', String(menu.isOpen));
    part(bar, 'menu-words').textContent = menu.chatBarText;
    holder.hidden = !menu.isOpen;
    if (this.menuDrawn !== menu.html) replace(holder, menu);
    this.menuDrawn = menu.html;
  }

  private showLoading(milliseconds: number): void {
    const loading = part(this.root, 'loading');
    loading.hidden = milliseconds === 0 || this.choice.device === 'desktop';
    clearTimeout(this.loadingTimer);
    if (milliseconds > 0)
      this.loadingTimer = window.setTimeout(() => {
        loading.hidden = true;
      }, milliseconds);
  }
}

const replace = (holder: HTMLElement, piece: Piece | null): void => {
  const hadFocus = holder.contains(document.activeElement);
  holder.replaceChildren(...(piece ? [drawn(piece)] : []));
  // Whoever came here by keys must not be thrown to the top of the page when a button vanishes.
  if (hadFocus) holder.closest('.screen')?.querySelector('textarea')?.focus();
};
