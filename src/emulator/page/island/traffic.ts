import type { Traffic } from '../../control/views';
import { get } from './control-api';
import { curlOf } from './curl';
import { copyOf, element, field, part } from './page-elements';

/** How many lines the page keeps; the emulator itself keeps more. */
const LINES = 500;

const time = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The list of exchanges beside the phones, newest first. */
export class TrafficList {
  private readonly rows: { readonly entry: Traffic; readonly row: HTMLElement }[] = [];
  private readonly list: HTMLElement;
  private readonly filter: HTMLFormElement;

  constructor(private readonly root: HTMLElement) {
    this.list = part(root, 'exchanges');
    this.filter = element(root, 'form', '[data-part="filter"]');
    this.filter.addEventListener('input', () => this.sift());
    this.filter.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Fetches what was there before the page. */
  async refresh(): Promise<void> {
    const { entries } = await get<{ readonly entries: readonly Traffic[] }>('/received?limit=5000');
    this.clear();
    for (const entry of entries.slice(-LINES)) this.add(entry);
  }

  clear(): void {
    this.rows.length = 0;
    this.list.replaceChildren();
    part(this.root, 'none').hidden = false;
  }

  /** Adds an exchange on top. */
  add(entry: Traffic): void {
    const row = rowOf(entry);
    // A webhook is told of when it was answered, after the calls that the bot made meanwhile, but it began before.
    let at = this.rows.length;
    while (at > 0 && (this.rows[at - 1]?.entry.seq ?? 0) > entry.seq) at -= 1;
    row.hidden = !this.isWanted(entry);
    this.list.insertBefore(row, this.rows[at - 1]?.row ?? null);
    this.rows.splice(at, 0, { entry, row });
    if (this.rows.length > LINES) this.rows.shift()?.row.remove();
    part(this.root, 'none').hidden = true;
  }

  private sift(): void {
    for (const { entry, row } of this.rows) row.hidden = !this.isWanted(entry);
  }

  private isWanted(entry: Traffic): boolean {
    const kind = field(this.filter, 'kind').value;
    const verdict = field(this.filter, 'verdict').value;
    const text = field(this.filter, 'text').value.toLowerCase();
    const isVerdict =
      verdict === '' || (verdict === 'warned' ? entry.warnings.length > 0 : entry.verdict === verdict);
    return (
      (kind === '' || entry.kind === kind) &&
      isVerdict &&
      (text === '' ||
        `${entry.name} ${entry.url} ${entry.requestBody} ${entry.responseBody} ${entry.why ?? ''}`
          .toLowerCase()
          .includes(text))
    );
  }
}

const rowOf = (entry: Traffic): HTMLElement => {
  const row = copyOf('traffic-row');
  const verdict = part(row, 'verdict');
  verdict.textContent = entry.verdict;
  verdict.dataset.verdict = entry.verdict;
  row.dataset.seq = String(entry.seq);
  part(row, 'name').textContent = `${entry.kind === 'webhook' ? '→' : '←'} ${entry.name}`;
  part(row, 'name').title = entry.kind === 'webhook' ? 'Webhook to the bot' : 'Call from the bot';
  part(row, 'status').textContent = entry.status === null ? 'no answer' : String(entry.status);
  part(row, 'took').textContent = `${entry.took < 10 ? entry.took.toFixed(1) : Math.round(entry.took)} ms`;
  part(row, 'time').textContent = time.format(entry.at);
  const notes = [
    ...(entry.why === undefined ? [] : [entry.why]),
    ...(entry.faults.length === 0 ? [] : [`fault: ${entry.faults.join(', ')}`]),
    ...(entry.isRedelivery === true ? ['redelivery'] : []),
    ...(entry.warnings.length === 0
      ? []
      : [`${entry.warnings.length} warning${entry.warnings.length === 1 ? '' : 's'}`]),
  ];
  part(row, 'why').textContent = notes.join(' · ');
  const details = element(row, 'details');
  details.addEventListener('toggle', () => {
    if (details.open && !details.querySelector('.detail')) open(details, entry);
  });
  return row;
};

const CUT = 20_000;

const open = async (details: HTMLElement, short: Traffic): Promise<void> => {
  const isCut = short.requestBody.length >= CUT || short.responseBody.length >= CUT;
  const entry = isCut ? await get<Traffic>(`/received/${short.seq}`) : short;
  const detail = copyOf('traffic-detail');
  part(detail, 'request-line').textContent = `${entry.method} ${entry.url}`;
  part(detail, 'request-headers').textContent = headersOf(entry.requestHeaders);
  part(detail, 'request-body').textContent = pretty(entry.requestBody);
  part(detail, 'response-headers').textContent = headersOf(entry.responseHeaders);
  part(detail, 'response-body').textContent = pretty(entry.responseBody);
  part(detail, 'findings').append(...findings(entry));
  element(detail, 'button', '[data-act="curl"]').addEventListener('click', async () => {
    await navigator.clipboard.writeText(curlOf(entry, location.origin));
    part(detail, 'copied').textContent = 'Copied.';
  });
  details.append(detail);
};

const findings = (entry: Traffic): readonly HTMLElement[] =>
  [
    ...entry.details.map(({ message, property }) => ({ sort: 'error', message, property })),
    ...entry.warnings.map(({ rule, message, property }) => ({
      sort: 'warning',
      message: `${rule}: ${message}`,
      property,
    })),
  ].map(({ sort, message, property }) => {
    const line = document.createElement('li');
    line.className = sort;
    line.textContent = property === undefined ? message : `${property} – ${message}`;
    return line;
  });

const headersOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

/** JSON with indents; anything else as it is. */
const pretty = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};
