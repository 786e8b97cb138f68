import { type CivilDate, dateText, timeRangeText } from '../../core/calendar';
import { may } from '../../core/permission';
import type { Place } from '../../core/place';
import { type Exception, pauseText } from '../../core/schedule';
import type { StaffMember } from '../../core/staff';
import { Form, Select, TextField } from '../parts/form';
import { dayText } from '../parts/moment';
import { Facts } from '../parts/table';
import { wording } from '../wording';
import { SchedulePart } from './schedule-part';
import { words } from './wording';

const feeText = ({ fee }: Place): string =>
  fee.kind === 'yen' ? `${fee.yen}${words.fees.yen} ${fee.text ?? ''}` : words.fees[fee.kind];

const exceptionText = (exception: Exception): string => {
  const kind = words.exceptionKinds[exception.kind];
  const to = exception.kind === 'moved' && exception.toDate ? ` → ${dateText(exception.toDate)}` : '';
  const time = exception.kind !== 'off' && exception.time ? ` ${timeRangeText(exception.time)}` : '';
  return `${dateText(exception.date)} ${kind}${to}${time}${exception.reason ? `（${exception.reason}）` : ''}`;
};

/** One place: what is known of it, its next dates, and the changes that need no whole form. */
export const ShowPage = (props: {
  readonly place: Place;
  readonly revision: number;
  readonly checkedBy: string | undefined;
  readonly reader: StaffMember;
  readonly today: CivilDate;
}) => {
  const { place, today } = props;
  const path = `/console/places/${encodeURIComponent(place.id)}`;
  const exceptions = place.schedule.exceptions ?? [];
  const mayEdit = may(props.reader, 'place.edit');
  const read = <input type="hidden" name="revision" value={String(props.revision)} />;
  return (
    <>
      <h1>
        {place.name} <span class="tag">{words.statuses[place.status]}</span>
      </h1>
      {mayEdit && (
        <div class="row">
          <a class="button" href={`${path}/edit`}>
            {words.edit}
          </a>
          <Form action={`${path}/check`}>
            {read}
            <button type="submit" class="second">
              {words.check}
            </button>
          </Form>
        </div>
      )}
      <div class="columns">
        <Facts
          facts={[
            [words.activity, place.activities.join('・') || wording.unknown],
            [words.description, place.description ?? '—'],
            [words.audience, place.audience ?? '—'],
            [words.district, place.district ?? wording.unknown],
            [words.sphere, place.sphere ?? wording.unknown],
            [words.address, `${place.town ?? ''} ${place.address ?? ''}`],
            [words.fee, feeText(place)],
            ...(['steps', 'wheelchair', 'toilet', 'parking'] as const).map(
              (what) => [words.accesses[what], words.known[place.access[what]]] as const,
            ),
            [words.booking, words.bookings[place.booking]],
            [words.phone, place.phone ?? wording.unknown],
            [
              words.checked,
              place.checkedAt === undefined
                ? words.never
                : `${dayText(place.checkedAt)} ${props.checkedBy ?? ''}`,
            ],
          ]}
        />
        <div>
          <SchedulePart schedule={place.schedule} unread={[]} today={today} />
        </div>
      </div>
      {mayEdit && (
        <>
          <h2 id="exceptions">{words.exceptionTitle}</h2>
          <p>{words.exceptionLead}</p>
          {exceptions.length > 0 && (
            <ul>
              {exceptions.map((exception, index) => (
                <li>
                  {exceptionText(exception)}{' '}
                  <Form action={`${path}/exceptions/remove`} class="inline">
                    <input type="hidden" name="exception" value={JSON.stringify(exceptions[index])} />
                    <button type="submit" class="quiet">
                      {words.exceptionRemove}
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
          <Form action={`${path}/exceptions`}>
            <div class="pair">
              <Select
                name="kind"
                label={words.exceptionKind}
                options={Object.entries(words.exceptionKinds).map(([value, label]) => ({ value, label }))}
              />
              <TextField name="date" label={words.exceptionDate} type="date" size="middle" isNeeded />
              <TextField name="toDate" label={words.exceptionTo} type="date" size="middle" />
              <TextField name="from" label={words.exceptionFromTime} type="time" size="short" />
              <TextField name="to" label={words.exceptionToTime} type="time" size="short" />
            </div>
            <TextField name="reason" label={words.exceptionReason} />
            <button type="submit" class="second">
              {words.exceptionAdd}
            </button>
          </Form>
          <h2 id="pauses">{words.pauseTitle}</h2>
          <ul>
            {(place.schedule.pauses ?? []).map((pause, index) => (
              <li>
                {pauseText(pause)}{' '}
                <Form action={`${path}/pauses/remove`} class="inline">
                  {read}
                  <input type="hidden" name="index" value={String(index)} />
                  <button type="submit" class="quiet">
                    {words.exceptionRemove}
                  </button>
                </Form>
              </li>
            ))}
          </ul>
          <Form action={`${path}/pauses`}>
            {read}
            <div class="pair">
              <TextField name="pauseFrom" label={words.pauseFrom} type="date" size="middle" isNeeded />
              <TextField name="pauseTo" label={words.pauseTo} type="date" size="middle" />
            </div>
            <TextField name="pauseReason" label={words.pauseReason} />
            <button type="submit" class="second">
              {words.pauseAdd}
            </button>
          </Form>
        </>
      )}
      <p>
        <a href={`/console/audit?kind=place&subject=${encodeURIComponent(place.id)}`}>{words.history}</a>
      </p>
    </>
  );
};
