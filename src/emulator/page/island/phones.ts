import type { Person, State } from '../../control/views';
import { wording } from '../wording';
import { get, post } from './control-api';
import { askName } from './dialogs';
import { listen } from './listening';
import { copyOf, part } from './page-elements';
import { PhoneOnPage } from './phone';
import { phonesOnPage, rememberPhones } from './remembered';

/** How many phones stand there before anybody chose. */
const AT_FIRST = 2;

/** Every phone that stands side by side, and the names of everyone who could have one there. */
export class Phones {
  private readonly open = new Map<string, PhoneOnPage>();
  private people: readonly Person[] = [];

  constructor(private readonly row: HTMLElement) {}

  /** Fetches the people again and shows a phone for those who have one on the page. */
  async refresh(): Promise<void> {
    const { people } = await get<State>('/state');
    this.people = people;
    const known = new Set(people.map(({ id }) => id));
    const wanted = (phonesOnPage() ?? people.slice(0, AT_FIRST).map(({ id }) => id)).filter((id) =>
      known.has(id),
    );
    for (const [id, phone] of this.open) {
      if (known.has(id)) continue;
      phone.root.remove();
      this.open.delete(id);
    }
    for (const id of wanted) this.show(id);
    this.names();
    await Promise.all([...this.open.values()].map((phone) => phone.refresh()));
  }

  /** Something on a person's screen changed. */
  changed(personId: string): void {
    this.open.get(personId)?.refresh().catch(report);
  }

  /** Adds a person, after asking for her name if none is given. */
  async add(given?: string): Promise<void> {
    const taken = new Set(this.people.map(({ name }) => name));
    const suggestion = wording.sampleNames.find((name) => !taken.has(name)) ?? '';
    const name = given ?? (await askName(suggestion));
    if (name === undefined) return;
    const person = await post<Person>('/people', { name, friendship: 'never-friend' });
    rememberPhones([...this.open.keys(), person.id]);
    await this.refresh();
    this.open.get(person.id)?.root.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  private show(id: string): void {
    if (this.open.has(id)) return;
    const phone = new PhoneOnPage(id, copyOf('phone-frame'));
    this.open.set(id, phone);
    this.row.append(phone.root);
    listen(phone, () => this.close(id));
  }

  /** Puts a phone away: her chat is no longer on her screen. */
  private close(id: string): void {
    post(`/people/${id}/chat`, { isOpen: false }).catch(report);
    this.open.get(id)?.root.remove();
    this.open.delete(id);
    rememberPhones([...this.open.keys()]);
    this.names();
  }

  /** The names above the phones: each shows or hides that person's phone. */
  private names(): void {
    const bar = part(document, 'people');
    bar.replaceChildren(
      ...this.people.map(({ id, name }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = name;
        button.setAttribute('aria-pressed', String(this.open.has(id)));
        button.addEventListener('click', () => {
          if (this.open.has(id)) return this.close(id);
          rememberPhones([...this.open.keys(), id]);
          post(`/people/${id}/chat`, { isOpen: true })
            .then(() => this.refresh())
            .catch(report);
        });
        return button;
      }),
    );
    part(document, 'welcome').hidden = this.people.length > 0;
  }
}

/** Says on the console what went wrong outside of any phone. */
export const report = (error: unknown): void => console.error(error);
