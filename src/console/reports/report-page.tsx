import { type CivilDate, occasionText } from '../../core/calendar';
import { may } from '../../core/permission';
import { nextOccurrence, scheduleText } from '../../core/schedule';
import type { StaffMember } from '../../core/staff';
import type { OpenReport } from '../../store/place-reports/staff-reports';
import type { StoredPlace } from '../../store/places';
import { Choices, Form, TextArea } from '../parts/form';
import { Facts } from '../parts/table';
import { words as placeWords } from '../places/wording';
import { wording } from '../wording';
import { ReportList } from './reports-part';
import { words } from './wording';

const Read = (props: { readonly stored: StoredPlace; readonly reports: readonly OpenReport[] }) => (
  <>
    <input type="hidden" name="revision" value={String(props.stored.revision)} />
    {props.reports.map(({ id }) => (
      <input type="hidden" name="report" value={id} />
    ))}
  </>
);

/** Everything that is said to be wrong with one place beside what is listed, and the ways to settle it. */
export const ReportPage = (props: {
  readonly stored: StoredPlace;
  readonly reports: readonly OpenReport[];
  readonly reader: StaffMember;
  readonly today: CivilDate;
}) => {
  const { stored, reports, today } = props;
  const { place } = stored;
  const path = `/console/reports/${encodeURIComponent(place.id)}`;
  const next = place.status === 'active' ? nextOccurrence(place.schedule, today) : undefined;
  return (
    <>
      <h1>
        {place.name} <span class="tag">{placeWords.statuses[place.status]}</span>
      </h1>
      <p>
        <a href="/console/reports">{words.toList}</a>
      </p>
      {place.doubtedAt !== undefined && <p class="warn">{words.doubtedLead}</p>}
      <div class="columns">
        <section>
          <h2>{words.reportsTitle}</h2>
          {reports.length === 0 ? <p>{wording.none}</p> : <ReportList reports={reports} />}
          <p class="hint">{words.forgotten}</p>
        </section>
        <Facts
          facts={[
            [words.phone, place.phone ?? wording.unknown],
            [words.schedule, scheduleText(place.schedule, today).join('、') || wording.unknown],
            [placeWords.nextDate, next ? occasionText(next.date, next.time) : wording.unknown],
            [placeWords.address, `${place.town ?? ''} ${place.address ?? ''}`],
            ['', <a href={`/console/places/${encodeURIComponent(place.id)}`}>{words.seePlace}</a>],
          ]}
        />
      </div>
      {reports.length > 0 && !may(props.reader, 'correction.decide') && (
        <p class="note">{words.mayNotDecide}</p>
      )}
      {reports.length > 0 && may(props.reader, 'correction.decide') && (
        <section>
          <h2>{words.decideTitle}</h2>
          <p>{words.correctHint}</p>
          <p>
            <a class="button" href={`/console/places/${encodeURIComponent(place.id)}/edit`}>
              {words.correct}
            </a>
          </p>
          <h3>{words.atOnce}</h3>
          {(['pause', 'end'] as const).map((act) => (
            <Form action={`${path}/${act}`}>
              <Read stored={stored} reports={reports} />
              <p class="hint">{act === 'pause' ? words.pauseHint : words.endHint}</p>
              <p>
                <button type="submit" class={act === 'pause' ? 'second' : 'danger'}>
                  {words[act]}
                </button>
              </p>
            </Form>
          ))}
          <h3>{words.keepTitle}</h3>
          <Form action={`${path}/decide`}>
            <Read stored={stored} reports={reports} />
            <Choices
              name="verdict"
              legend={words.verdict}
              kind="radio"
              options={Object.entries(words.verdicts).map(([value, label]) => ({ value, label }))}
              chosen={['as-listed']}
            />
            <TextArea name="note" label={words.note} rows={2} isNeeded />
            <button type="submit" class="second">
              {words.decide}
            </button>
          </Form>
        </section>
      )}
    </>
  );
};
