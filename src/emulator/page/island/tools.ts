import type { Fault, Settings } from '../../control/contract';
import type { State } from '../../control/views';
import { get, NotDone, patch, post, remove } from './control-api';
import { element, field, part } from './page-elements';

/** What redelivery does when it is switched on here, ms before each further try. */
const REDELIVERY = [1_000, 10_000, 60_000];

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'medium',
  timeStyle: 'medium',
});

/** How a replay went. */
interface Replayed {
  readonly played: number;
  readonly failed: readonly unknown[];
}

/** Faults, clock, settings and sessions below the traffic. */
export class Tools {
  private offset = 0;
  private readonly settings: HTMLFormElement;

  constructor(private readonly root: HTMLElement) {
    this.settings = element(root, 'form', '[data-part="settings"]');
    this.settings.addEventListener('submit', (event) => event.preventDefault());
    this.settings.addEventListener('change', (event) => this.do(patch('/settings', changed(event))));
    const newFault = element(root, 'form', '[data-part="new-fault"]');
    newFault.addEventListener('submit', (event) => {
      event.preventDefault();
      this.do(post('/faults', faultIn(newFault)));
    });
    for (const button of root.querySelectorAll<HTMLElement>('[data-advance]'))
      button.addEventListener('click', () =>
        this.do(post('/clock', { advance: Number(button.dataset.advance) })),
      );
    element(root, 'button', '[data-act="reset"]').addEventListener('click', () => {
      if (confirm('Forget all people, messages and traffic?')) this.do(post('/reset'));
    });
    const replay = element(root, 'input', '[data-part="replay"]');
    replay.addEventListener('change', () => this.replay(replay));
    setInterval(() => this.tick(), 1_000);
  }

  /** Shows what the emulator is set to. */
  async refresh(): Promise<void> {
    const state = await get<State>('/state');
    this.offset = state.now - Date.now();
    this.tick();
    this.showSettings(state.settings);
    this.showFaults(state.faults);
    const { quota } = state.settings;
    const of = quota.type === 'limited' ? ` of ${quota.value}` : '';
    part(this.root, 'quota').textContent = `${state.quotaUsed}${of} sent this month`;
  }

  private tick(): void {
    part(this.root, 'clock').textContent = clock.format(Date.now() + this.offset);
  }

  private showSettings(settings: Settings): void {
    const set = (name: string, isOn: boolean) => {
      const box = field(this.settings, name);
      if (box instanceof HTMLInputElement) box.checked = isOn;
    };
    set('isWebhookActive', settings.isWebhookActive);
    set('redelivery', settings.redelivery.length > 0);
    set('isLinting', settings.isLinting);
    set('rateLimits', settings.rateFactor > 0);
    field(this.settings, 'chatMode').value = settings.chatMode;
    field(this.settings, 'quota').value =
      settings.quota.type === 'limited' ? String(settings.quota.value) : '';
  }

  private showFaults(faults: readonly Fault[]): void {
    part(this.root, 'faults').replaceChildren(
      ...faults.map((fault) => {
        const line = document.createElement('li');
        const end = document.createElement('button');
        const words = `${fault.on}: ${fault.kind.replaceAll('-', ' ')}, struck ${fault.hits} times`;
        end.type = 'button';
        end.textContent = 'End';
        end.setAttribute('aria-label', `End ${words}`);
        end.addEventListener('click', () => this.do(remove(`/faults/${fault.id}`)));
        line.append(words, ' ', end);
        return line;
      }),
    );
  }

  private replay(input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    input.value = '';
    if (file)
      this.do(
        file.text().then(async (words) => {
          const { played, failed } = await post<Replayed>('/session/replay', JSON.parse(words));
          return `Played ${played} steps${failed.length === 0 ? '' : `, ${failed.length} failed`}.`;
        }),
      );
  }

  /** Does something and says below the tools how it went. */
  private do(work: Promise<unknown>): void {
    const words = part(this.root, 'session-words');
    words.textContent = '';
    work
      .then((done) => {
        if (typeof done === 'string') words.textContent = done;
        return this.refresh();
      })
      .catch((error: unknown) => {
        if (error instanceof NotDone || error instanceof SyntaxError) words.textContent = error.message;
        else throw error;
      });
  }
}

const changed = ({ target }: Event): Partial<Settings> => {
  if (target instanceof HTMLSelectElement) return { chatMode: target.value === 'chat' ? 'chat' : 'bot' };
  if (!(target instanceof HTMLInputElement)) return {};
  switch (target.name) {
    case 'redelivery':
      return { redelivery: target.checked ? REDELIVERY : [] };
    case 'rateLimits':
      return { rateFactor: target.checked ? 1 : 0 };
    case 'quota':
      return {
        quota: target.value === '' ? { type: 'none' } : { type: 'limited', value: Number(target.value) },
      };
    default:
      return { [target.name]: target.checked };
  }
};

const faultIn = (form: HTMLFormElement): Readonly<Record<string, unknown>> => {
  const [on, kind] = field(form, 'kind').value.split(' ');
  const endpoint = field(form, 'endpoint').value.trim();
  const times = field(form, 'times').value;
  const delay = field(form, 'delay').value;
  return {
    on,
    kind,
    ...(endpoint === '' || on === 'webhook' ? {} : { endpoint }),
    ...(times === '' ? {} : { times: Number(times) }),
    ...(delay === '' ? {} : { delay: Number(delay) }),
  };
};
