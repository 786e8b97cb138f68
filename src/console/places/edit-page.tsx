import type { CivilDate } from '../../core/calendar';
import type { City } from '../../core/city';
import type { Schedule } from '../../core/schedule';
import { isWithin, type Scope } from '../../core/staff';
import type { OpenReport } from '../../store/place-reports/staff-reports';
import { Choices, Form, type Option, Select, TextArea, TextField } from '../parts/form';
import { ReportsPart } from '../reports/reports-part';
import { SchedulePart } from './schedule-part';
import { words } from './wording';

const options = (record: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(record).map(([value, label]) => ({ value, label }));

const named = (all: readonly { readonly name: string }[]): readonly Option[] =>
  all.map(({ name }) => ({ value: name, label: name }));

/** The form of a place, with what its days mean beside it. */
export const EditPage = (props: {
  readonly title: string;
  readonly action: string;
  readonly id: string;
  readonly revision: number;
  readonly city: City;
  readonly scope: Scope;
  readonly schedule: Schedule;
  readonly unread: readonly string[];
  readonly reports: readonly OpenReport[];
  readonly today: CivilDate;
}) => {
  const { city, scope } = props;
  const spheres = city.spheres.filter(({ district }) => isWithin(scope, district));
  const districts = city.districts.filter(({ name }) => isWithin(scope, name));
  return (
    <>
      <h1>{props.title}</h1>
      <Form action={props.action} id="place">
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="revision" value={String(props.revision)} />
        <div class="columns">
          <div>
            <TextField name="name" label={words.name} isNeeded />
            <TextField name="kana" label={words.kana} />
            <h2>{words.scheduleTitle}</h2>
            <TextArea name="schedule" label={words.scheduleText} hint={words.scheduleHint} rows={3} />
            <p>
              <button type="submit" class="second" formaction="/console/places/schedule">
                {words.scheduleLook}
              </button>
            </p>
            <div class="pair">
              <TextField name="start" label={words.start} type="date" size="middle" />
              <TextField name="end" label={words.end} type="date" size="middle" />
            </div>
            <h2>{words.description}</h2>
            <Choices
              name="activities"
              legend={words.activity}
              kind="checkbox"
              options={named(city.activities)}
              chosen={[]}
            />
            <TextArea name="description" label={words.description} rows={3} />
            <TextField name="audience" label={words.audience} />
            <Select name="status" label={words.status} options={options(words.statuses)} />
            <h2>{words.place}</h2>
            <TextField name="town" label={words.town} hint={words.townHint} />
            <TextField name="address" label={words.address} />
            <div class="pair">
              <Select
                name="district"
                label={words.district}
                empty={words.chooseNone}
                options={named(districts)}
              />
              <Select name="sphere" label={words.sphere} empty={words.chooseNone} options={named(spheres)} />
              <TextField name="lat" label={words.lat} inputmode="decimal" size="middle" />
              <TextField name="lng" label={words.lng} inputmode="decimal" size="middle" />
            </div>
            <Choices
              name="approximate"
              legend={words.place}
              kind="checkbox"
              options={[{ value: 'yes', label: words.approximate }]}
              chosen={[]}
            />
            <h2>{words.access}</h2>
            <div class="pair">
              {(['steps', 'wheelchair', 'toilet', 'parking'] as const).map((what) => (
                <Select
                  name={what}
                  label={words.accesses[what]}
                  value="unknown"
                  options={options(words.known)}
                />
              ))}
            </div>
            <h2>{words.fee}</h2>
            <div class="pair">
              <Select name="fee" label={words.fee} value="unknown" options={options(words.fees)} />
              <TextField name="feeYen" label={words.feeYen} inputmode="numeric" size="short" />
            </div>
            <TextField name="feeText" label={words.feeText} />
            <Select name="booking" label={words.booking} value="unknown" options={options(words.bookings)} />
            <TextField name="phone" label={words.phone} inputmode="tel" size="middle" />
            <TextField name="url" label={words.url} inputmode="url" />
            <div class="row">
              <button type="submit">{words.done}</button>
            </div>
          </div>
          <div>
            {props.reports.length > 0 && <ReportsPart reports={props.reports} />}
            <div data-live="/console/places/schedule-now" aria-live="polite">
              <SchedulePart schedule={props.schedule} unread={props.unread} today={props.today} />
            </div>
          </div>
        </div>
      </Form>
    </>
  );
};
