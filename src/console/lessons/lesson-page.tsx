import { dateText } from '../../core/calendar';
import { may } from '../../core/permission';
import type { StaffMember } from '../../core/staff';
import type { RosterLine } from '../../store/bookings/staff-bookings';
import type { StaffLesson } from '../../store/lessons/staff-lessons';
import { Form, TextField } from '../parts/form';
import { Facts, Table } from '../parts/table';
import { timeOf } from './list-page';
import { words } from './wording';

/** One lesson: its seats, its roster by number, and what staff do at the desk. */
export const LessonPage = (props: {
  readonly lesson: StaffLesson;
  readonly roster: readonly RosterLine[];
  readonly reader: StaffMember;
  /** The id of the next phone booking, so that a form sent twice books once. */
  readonly nextId: string;
  /** Something to be read out or looked at once: a new number, an opened contact. */
  readonly said?: string;
}) => {
  const { lesson, roster, reader } = props;
  const path = `/console/lessons/${encodeURIComponent(lesson.id)}`;
  const mayBook = may(reader, 'booking.edit');
  return (
    <>
      <h1>
        {lesson.courseName} {lesson.isCancelled && <span class="tag wrong">{words.cancelled}</span>}
      </h1>
      {props.said && (
        <p class="done" role="status" id="said">
          {props.said}
        </p>
      )}
      <Facts
        facts={[
          [words.day, `${dateText(lesson.date)} ${timeOf(lesson)}`],
          [words.venue, `${lesson.venue} ${lesson.room ?? ''}`],
          [words.seats, words.seatsOf(lesson.booked, lesson.seats)],
          [words.waiting, words.people(lesson.waiting)],
          [words.bring, lesson.bring ?? '—'],
        ]}
      />
      <p>
        <a class="button second" href={`${path}/print`}>
          {words.print}
        </a>
      </p>
      <h2>{words.roster}</h2>
      {roster.length === 0 ? <p>{words.nobody}</p> : <Roster {...props} path={path} mayBook={mayBook} />}
      {mayBook && !lesson.isCancelled && (
        <>
          <h2>{words.phoneTitle}</h2>
          <Form action={`${path}/bookings`}>
            <input type="hidden" name="id" value={props.nextId} />
            <TextField
              name="people"
              label={words.phonePeople}
              value="1"
              inputmode="numeric"
              size="short"
              isNeeded
            />
            <div class="pair">
              <TextField name="name" label={words.phoneName} />
              <TextField name="phone" label={words.phonePhone} inputmode="tel" />
            </div>
            <button type="submit">{words.phoneBook}</button>
          </Form>
        </>
      )}
      {may(reader, 'lesson.edit') && <Change lesson={lesson} path={path} />}
    </>
  );
};

const Roster = (props: {
  readonly roster: readonly RosterLine[];
  readonly reader: StaffMember;
  readonly path: string;
  readonly mayBook: boolean;
}) => (
  <>
    <Table
      caption={words.roster}
      head={[words.number, words.count, words.state, words.madeBy, words.contact, words.cancelBooking]}
    >
      {props.roster.map((line) => (
        <tr>
          <th scope="row">{line.number}</th>
          <td>
            {words.people(line.people)} {line.isProxy && <span class="tag">{words.proxy}</span>}
          </td>
          <td>{words.states[line.state]}</td>
          <td>{words.ways[line.madeBy] ?? line.madeBy}</td>
          <td>
            {!(line.hasContact || line.isOfLine)
              ? words.noContact
              : may(props.reader, 'roster.open') && (
                  <Form action={`${props.path}/contact`} class="inline">
                    <input type="hidden" name="booking" value={line.id} />
                    <button type="submit" class="quiet">
                      {words.openContact}
                    </button>
                  </Form>
                )}
          </td>
          <td>
            {props.mayBook && (
              <Form action={`${props.path}/bookings/cancel`} class="inline">
                <input type="hidden" name="booking" value={line.id} />
                <button type="submit" class="quiet" aria-label={`${line.number} ${words.cancelBooking}`}>
                  {words.cancelBooking}
                </button>
              </Form>
            )}
          </td>
        </tr>
      ))}
    </Table>
    {props.mayBook && (
      <Form action={`${props.path}/attendance`}>
        <fieldset class="field">
          <legend>{words.came}</legend>
          <div class="choices">
            {props.roster
              .filter(({ state }) => state === 'booked')
              .map((line) => (
                <label for={`came-${line.id}`}>
                  <span>{line.number}</span>
                  <input
                    id={`came-${line.id}`}
                    name={`came-${line.id}`}
                    class="short"
                    inputmode="numeric"
                    value={line.came === undefined ? '' : String(line.came)}
                  />
                </label>
              ))}
          </div>
        </fieldset>
        <button type="submit" class="second">
          {words.saveAttendance}
        </button>
      </Form>
    )}
  </>
);

const Change = ({ lesson, path }: { readonly lesson: StaffLesson; readonly path: string }) => (
  <>
    <h2>{words.changeTitle}</h2>
    <p>{words.moveHint}</p>
    <Form action={`${path}/move`}>
      <div class="pair">
        <TextField name="date" label={words.day} type="date" value={lesson.date} size="middle" isNeeded />
        <TextField name="from" label={words.from} type="time" value={lesson.fromTime} size="short" isNeeded />
        <TextField name="to" label={words.to} type="time" value={lesson.toTime ?? ''} size="short" />
        <TextField
          name="seats"
          label={words.seats}
          value={String(lesson.seats ?? '')}
          inputmode="numeric"
          size="short"
        />
        <TextField name="venue" label={words.venue} value={lesson.venue} isNeeded />
        <TextField name="room" label={words.room} value={lesson.room ?? ''} />
      </div>
      <button type="submit" class="second">
        {words.move}
      </button>
    </Form>
    <h2>{words.cancelTitle}</h2>
    {lesson.isCancelled ? (
      <Form action={`${path}/restore`}>
        <button type="submit" class="second">
          {words.restore}
        </button>
      </Form>
    ) : (
      <Form action={`${path}/cancel`}>
        <p>{words.cancelHint}</p>
        <button type="submit" class="danger">
          {words.cancel}
        </button>
      </Form>
    )}
  </>
);

/** A roster in large letters for the desk: numbers, no names. */
export const PrintPage = (props: {
  readonly lesson: StaffLesson;
  readonly roster: readonly RosterLine[];
}) => (
  <div class="large">
    <h1>{words.printTitle(props.lesson.courseName)}</h1>
    <p>
      {dateText(props.lesson.date)} {timeOf(props.lesson)}　{props.lesson.venue} {props.lesson.room}
    </p>
    <p class="hint">{words.printHint}</p>
    <Table caption={words.roster} head={[words.number, words.count, words.state, words.came]}>
      {props.roster.map((line) => (
        <tr>
          <th scope="row">{line.number}</th>
          <td>{words.people(line.people)}</td>
          <td>{words.states[line.state]}</td>
          <td> </td>
        </tr>
      ))}
    </Table>
  </div>
);
