import type { StreamEvent } from '../../control/views';
import { nearest, part } from './page-elements';
import { Phones, report } from './phones';
import { Tools } from './tools';
import { TrafficList } from './traffic';

const phones = new Phones(part(document, 'phones'));
const traffic = new TrafficList(part(document, 'traffic'));
const tools = new Tools(part(document, 'traffic'));

const refreshAll = (): void => {
  Promise.all([phones.refresh(), traffic.refresh(), tools.refresh()]).catch(report);
};

const take = (event: StreamEvent): void => {
  switch (event.type) {
    case 'phone':
      phones.changed(event.personId);
      return;
    case 'traffic':
      traffic.add(event.entry);
      return;
    case 'people':
      phones.refresh().catch(report);
      return;
    case 'reset':
      refreshAll();
      return;
    default:
      tools.refresh().catch(report);
  }
};

document.addEventListener('click', (event) => {
  if (nearest(event, 'data-act')?.value === 'add-person') phones.add().catch(report);
  const first = nearest(event, 'data-first');
  if (first) phones.add(first.value).catch(report);
  const shown = nearest(event, 'data-show');
  if (!shown) return;
  document.querySelector('main')?.setAttribute('data-shown', shown.value);
  for (const button of document.querySelectorAll<HTMLElement>('[data-show]'))
    button.setAttribute('aria-pressed', String(button === shown.element));
});

const stream = new EventSource('/__emulator/stream');
// After a break in the connection something may have been missed, so everything is asked for again.
stream.addEventListener('open', refreshAll);
stream.addEventListener('message', ({ data }: MessageEvent<string>) => take(JSON.parse(data)));
