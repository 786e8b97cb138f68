import { Dialogs } from './dialogs';
import { PhoneFrame } from './phone-frame';
import type { Place } from './places';
import { TrafficView } from './traffic-view';
import { wording } from './wording';

/** What the page needs to know before its script asks. */
export interface ShellProps {
  readonly account: string;
  readonly places: readonly Place[];
}

/** The page as it arrives; the script fills it with phones and traffic. */
export const Shell = ({ account, places }: ShellProps) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${account} – ${wording.title}`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/__emulator/page/style.css" />
      <script type="module" src="/__emulator/page/script.js" />
    </head>
    <body>
      <header class="top">
        <h1>{wording.title}</h1>
        <nav class="people" data-part="people" aria-label={wording.people} />
        <button type="button" class="main" data-act="add-person">
          {wording.addPerson}
        </button>
        <nav class="switch" aria-label="View">
          <button type="button" data-show="phones" aria-pressed="true">
            {wording.phones}
          </button>
          <button type="button" data-show="traffic" aria-pressed="false" lang="en">
            Traffic
          </button>
        </nav>
      </header>
      <main data-shown="phones">
        <section class="phones" aria-label={wording.phones}>
          <div class="row-of-phones" data-part="phones" />
          <div class="welcome" data-part="welcome" hidden>
            <h2>{wording.firstPerson}</h2>
            <p>{wording.firstPersonLines}</p>
            <div class="names">
              {wording.sampleNames.slice(0, 3).map((name) => (
                <button type="button" class="main" data-first={name}>
                  {name}
                </button>
              ))}
            </div>
          </div>
        </section>
        <TrafficView />
      </main>
      <PhoneFrame account={account} />
      <Dialogs places={places} />
    </body>
  </html>
);
