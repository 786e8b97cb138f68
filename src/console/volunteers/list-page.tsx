import { weekdayLetters } from '../../core/calendar';
import type { VolunteerState } from '../../core/volunteer/volunteer';
import type { ListedVolunteer } from '../../store/volunteers/staff-volunteers';
import { Select, TextField } from '../parts/form';
import { dayText } from '../parts/moment';
import { Table } from '../parts/table';
import { wording } from '../wording';
import { words } from './wording';

/** The way from a wish to a place, as it is counted. */
export const PIPELINE: readonly VolunteerState[] = ['wish', 'met', 'trained', 'active', 'paused'];

/** How she helps, on which days and what she likes, in words. */
export const offerTexts = ({ ways, weekdays, likes, area }: ListedVolunteer) => ({
  ways: ways.map((way) => words.ways[way]).join('、'),
  weekdays: weekdays.map((day) => weekdayLetters[day]).join('・') || words.any,
  likes: likes.join('、') || words.any,
  where: area === undefined ? words.anywhere : words.nearby(area.label, area.district ?? words.noDistrict),
});

/** Those who want to help, by how far they have come. */
export const ListPage = (props: {
  readonly counts: Readonly<Partial<Record<VolunteerState, number>>>;
  readonly volunteers: readonly ListedVolunteer[];
  readonly state: string;
  readonly search: string;
}) => (
  <>
    <h1>{words.title}</h1>
    <p>{words.lead}</p>
    <h2>{words.pipeline}</h2>
    <ul class="cards">
      {PIPELINE.map((state) => (
        <li class="card">
          <h3>
            <a href={`/console/volunteers?state=${state}`}>{words.states[state]}</a>
          </h3>
          <p class="figure">{words.people(props.counts[state] ?? 0)}</p>
        </li>
      ))}
    </ul>
    <form method="get" action="/console/volunteers" class="filters">
      <Select
        name="state"
        label={words.filterState}
        empty={words.everybody}
        value={props.state}
        options={[...PIPELINE, 'ended' as const].map((state) => ({
          value: state,
          label: words.states[state],
        }))}
      />
      <TextField name="words" label={words.filterWords} type="search" value={props.search} />
      <button type="submit" class="second">
        {wording.search}
      </button>
    </form>
    {props.volunteers.length === 0 ? (
      <p>{words.nobody}</p>
    ) : (
      <Table
        caption={words.title}
        head={[words.number, words.state, words.way, words.where, words.weekdays, words.likes, words.moved]}
      >
        {props.volunteers.map((volunteer) => {
          const texts = offerTexts(volunteer);
          return (
            <tr>
              <th scope="row">
                <a href={`/console/volunteers/${volunteer.number}`}>{words.numbered(volunteer.number)}</a>
              </th>
              <td>{words.states[volunteer.state]}</td>
              <td>{texts.ways}</td>
              <td>{texts.where}</td>
              <td>{texts.weekdays}</td>
              <td>{texts.likes}</td>
              <td>{dayText(volunteer.movedAt)}</td>
            </tr>
          );
        })}
      </Table>
    )}
  </>
);
