import { occasionText, weekdayLetters } from '../../core/calendar';
import { may } from '../../core/permission';
import type { Place } from '../../core/place';
import type { StaffMember } from '../../core/staff';
import type { Match } from '../../core/volunteer/match';
import { mayMove, type VolunteerState } from '../../core/volunteer/volunteer';
import type { ListedVolunteer } from '../../store/volunteers/staff-volunteers';
import { Form } from '../parts/form';
import { dayText } from '../parts/moment';
import { Facts, Table } from '../parts/table';
import { offerTexts, PIPELINE } from './list-page';
import { words } from './wording';

/** Why a place fits, in words that she would hear too. */
const reasons = ({ minutes, weekday, activity }: Match): string =>
  [
    ...(minutes === undefined ? [] : [words.minutes(minutes)]),
    ...(weekday === undefined ? [] : [words.weekday(weekdayLetters[weekday])]),
    ...(activity === undefined ? [] : [activity]),
  ].join('・') || words.reasonsNone;

const STATES: readonly VolunteerState[] = [...PIPELINE, 'ended'];

/** Whether somebody may bring a volunteer to a state: where she begins to help, it is an approval. */
export const mayBring = (reader: StaffMember, to: VolunteerState): boolean =>
  may(reader, to === 'active' ? 'volunteer.decide' : 'volunteer.edit');

/** One who wants to help: what she offers, what fits, and how far she has come. */
export const ShowPage = (props: {
  readonly volunteer: ListedVolunteer;
  readonly place: Place | undefined;
  readonly matches: readonly Match[];
  readonly reader: StaffMember;
  /** Shown once: a contact that was opened. */
  readonly said?: string;
}) => {
  const { volunteer, place, matches, reader } = props;
  const path = `/console/volunteers/${volunteer.number}`;
  const texts = offerTexts(volunteer);
  return (
    <>
      <h1>{words.heading(volunteer.number)}</h1>
      {props.said && (
        <p class="done" role="status" id="said">
          {props.said}
        </p>
      )}
      <Facts
        facts={[
          [words.state, words.states[volunteer.state]],
          [words.way, texts.ways],
          [words.where, texts.where],
          [words.weekdays, texts.weekdays],
          [words.likes, texts.likes],
          [words.place, place === undefined ? '—' : <PlaceLink place={place} />],
          [words.offered, dayText(volunteer.offeredAt)],
          [words.moved, dayText(volunteer.movedAt)],
        ]}
      />
      {may(reader, 'volunteer.open') && (
        <>
          <h2>{words.contact}</h2>
          <p>{words.contactHint}</p>
          <Form action={`${path}/contact`}>
            <button type="submit" class="second">
              {words.openContact}
            </button>
          </Form>
        </>
      )}
      <Moves volunteer={volunteer} reader={reader} path={path} />
      <h2>{words.matchesTitle}</h2>
      <p>{words.matchesLead}</p>
      {matches.length === 0 ? <p>{words.matchesNone}</p> : <Matches matches={matches} />}
    </>
  );
};

const PlaceLink = ({ place }: { readonly place: Place }) => (
  <a href={`/console/places/${encodeURIComponent(place.id)}`}>{place.name}</a>
);

const Matches = ({ matches }: { readonly matches: readonly Match[] }) => (
  <Table caption={words.matchesTitle} head={[words.place, words.why, words.next]}>
    {matches.map((match) => (
      <tr>
        <th scope="row">
          <PlaceLink place={match.place} />
        </th>
        <td>{reasons(match)}</td>
        <td>{match.next === undefined ? '—' : occasionText(match.next.date, match.next.time)}</td>
      </tr>
    ))}
  </Table>
);

const Moves = (props: {
  readonly volunteer: ListedVolunteer;
  readonly reader: StaffMember;
  readonly path: string;
}) => {
  const { volunteer, reader, path } = props;
  const possible = STATES.filter((to) => mayMove(volunteer.state, to));
  const hers = possible.filter((to) => mayBring(reader, to));
  if (hers.length === 0) return null;
  return (
    <>
      <h2>{words.moveTitle}</h2>
      <p>{words.moveHint}</p>
      {possible.includes('active') && !hers.includes('active') && <p class="note">{words.approverOnly}</p>}
      <div class="row">
        {hers.map((to) => (
          <Form action={`${path}/move`}>
            <input type="hidden" name="from" value={volunteer.state} />
            <input type="hidden" name="to" value={to} />
            <input type="hidden" name="revision" value={String(volunteer.revision)} />
            <button type="submit" class={to === 'active' ? undefined : 'second'}>
              {words.moveTo[to]}
            </button>
          </Form>
        ))}
      </div>
    </>
  );
};
