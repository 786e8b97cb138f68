import { type CivilDate, occasionText } from '../../core/calendar';
import type { City } from '../../core/city';
import { may } from '../../core/permission';
import { nextOccurrence } from '../../core/schedule';
import { isWithin, type StaffMember } from '../../core/staff';
import type { PlaceDot, PlacesFound } from '../../store/staff-places';
import { Select, TextField } from '../parts/form';
import { dayText } from '../parts/moment';
import { Table } from '../parts/table';
import { wording } from '../wording';
import { MapPicture } from './map-picture';
import { words } from './wording';

/** What was asked for, as the address names it. */
export interface ListAsk {
  readonly words: string;
  readonly district: string;
  readonly activity: string;
  readonly status: string;
  readonly stale: string;
  readonly offset: number;
}

/** Places a page. */
export const PAGE = 50;

const hrefOf = (ask: ListAsk, offset: number): string => {
  const { words: text, district, activity, status, stale } = ask;
  const query = new URLSearchParams({
    words: text,
    district,
    activity,
    status,
    stale,
    offset: String(offset),
  });
  return `/console/places?${query}`;
};

/** Places within reach, those longest unchecked first. */
export const ListPage = (props: {
  readonly city: City;
  readonly reader: StaffMember;
  readonly ask: ListAsk;
  readonly found: PlacesFound;
  readonly dots: readonly PlaceDot[];
  readonly duplicates: readonly (readonly [PlaceDot, PlaceDot])[];
  readonly staleSince: number;
  readonly today: CivilDate;
}) => {
  const { ask, found, city, reader } = props;
  const mayEdit = may(reader, 'place.edit');
  const districts = city.districts.filter(({ name }) => isWithin(reader.scope, name));
  return (
    <>
      <h1>{words.title}</h1>
      <div class="row">
        {mayEdit && (
          <>
            <a class="button" href="/console/places/new">
              {words.add}
            </a>
            <a class="button second" href="/console/places/import">
              {words.import}
            </a>
          </>
        )}
        <a class="button second" href="/console/places/export">
          {words.export}
        </a>
      </div>
      <form method="get" action="/console/places" class="filters">
        <TextField name="words" label={words.search} type="search" value={ask.words} />
        <Select
          name="district"
          label={words.district}
          value={ask.district}
          empty={words.all}
          options={districts.map(({ name }) => ({ value: name, label: name }))}
        />
        <Select
          name="activity"
          label={words.activity}
          value={ask.activity}
          empty={words.all}
          options={city.activities.map(({ name }) => ({ value: name, label: name }))}
        />
        <Select
          name="status"
          label={words.status}
          value={ask.status}
          empty={words.all}
          options={Object.entries(words.statuses).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="stale"
          label={words.checked}
          value={ask.stale}
          empty={words.all}
          options={[{ value: 'yes', label: words.onlyStale }]}
        />
        <button type="submit" class="second">
          {wording.search}
        </button>
      </form>
      {props.duplicates.length > 0 && (
        <section class="warn">
          <h2>{words.duplicates}</h2>
          <p>{words.duplicatesLead}</p>
          <ul>
            {props.duplicates.map(([one, other]) => (
              <li>
                <a href={`/console/places/${encodeURIComponent(one.id)}`}>{one.name}</a> ／{' '}
                <a href={`/console/places/${encodeURIComponent(other.id)}`}>{other.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{words.found(found.count)}</p>
      <Table
        caption={words.title}
        head={[words.name, words.district, words.nextDate, words.status, words.checked]}
      >
        {found.places.map(({ place }) => {
          const next = place.status === 'active' ? nextOccurrence(place.schedule, props.today) : undefined;
          return (
            <tr>
              <th scope="row">
                <a href={`/console/places/${encodeURIComponent(place.id)}`}>{place.name}</a>
                <br />
                <span class="small soft">{place.activities.join('・')}</span>
              </th>
              <td>
                {place.district ?? wording.unknown}
                <br />
                <span class="small soft">{place.town}</span>
              </td>
              <td>{next ? occasionText(next.date, next.time) : wording.unknown}</td>
              <td>{words.statuses[place.status]}</td>
              <td>
                {place.checkedAt === undefined ? words.never : dayText(place.checkedAt)}
                {(place.checkedAt ?? 0) < props.staleSince && place.status !== 'ended' && (
                  <span class="tag attention">{words.stale}</span>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
      <p class="pages">
        {ask.offset > 0 && <a href={hrefOf(ask, Math.max(0, ask.offset - PAGE))}>{words.previous}</a>}
        {ask.offset + PAGE < found.count && <a href={hrefOf(ask, ask.offset + PAGE)}>{words.next}</a>}
      </p>
      <h2>{words.map}</h2>
      <p class="hint">{words.mapHint}</p>
      <MapPicture city={city} dots={props.dots} />
    </>
  );
};
