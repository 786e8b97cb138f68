import type { OpenReport } from '../../store/place-reports/staff-reports';
import { Choices } from '../parts/form';
import { momentText } from '../parts/moment';
import { words } from './wording';

/** What one report says, on one line of a choice. */
const labelOf = ({ what, words: said }: OpenReport): string =>
  `${words.kinds[what]}${said.length === 0 ? '' : `：${said.join(' ／ ')}`}`;

/** The open reports of a place beside its form: those that stay ticked are settled when it is saved. */
export const ReportsPart = ({ reports }: { readonly reports: readonly OpenReport[] }) => (
  <section class="warn">
    <input type="hidden" name="reportsShown" value="yes" />
    <Choices
      name="report"
      legend={words.settle}
      kind="checkbox"
      options={reports.map((report) => ({ value: report.id, label: labelOf(report) }))}
      chosen={reports.map(({ id }) => id)}
    />
  </section>
);

/** The reports one under the other, with the words that are still kept. */
export const ReportList = ({ reports }: { readonly reports: readonly OpenReport[] }) => (
  <ul>
    {reports.map((report) => (
      <li>
        <strong>{words.kinds[report.what]}</strong> {momentText(report.reportedAt)}
        {report.wantsAnswer && <span class="tag">{words.wants}</span>}
        <br />
        {report.words.length === 0 ? (
          <span class="soft">{words.noWords}</span>
        ) : (
          report.words.map((said) => <q>{said}</q>)
        )}
      </li>
    ))}
  </ul>
);
