import { addDays, type CivilDate, dateText, timeRangeText } from '../../core/calendar';
import type { StaffLesson } from '../../store/lessons/staff-lessons';
import { Table } from '../parts/table';
import { wording } from '../wording';
import { words } from './wording';

/** Days a page. */
export const SPAN = 28;

/** 「午前10時〜11時30分」 */
export const timeOf = ({ fromTime, toTime }: StaffLesson): string =>
  timeRangeText({ from: fromTime, ...(toTime === undefined ? {} : { to: toTime }) });

/** The lessons of four weeks in order. */
export const ListPage = (props: {
  readonly from: CivilDate;
  readonly lessons: readonly StaffLesson[];
  readonly mayEdit: boolean;
}) => (
  <>
    <h1>{words.title}</h1>
    {props.mayEdit && (
      <div class="row">
        <a class="button" href="/console/lessons/series">
          {words.addSeries}
        </a>
      </div>
    )}
    <p class="pages">
      <a href={`/console/lessons?from=${addDays(props.from, -SPAN)}`}>{words.earlier}</a>
      <a href={`/console/lessons?from=${addDays(props.from, SPAN)}`}>{words.later}</a>
    </p>
    {props.lessons.length === 0 ? (
      <p>{wording.none}</p>
    ) : (
      <Table
        caption={words.week(dateText(props.from))}
        head={[words.day, words.course, words.venue, words.seats, words.waiting]}
      >
        {props.lessons.map((lesson) => (
          <tr>
            <td>
              {dateText(lesson.date)}
              <br />
              {timeOf(lesson)}
            </td>
            <th scope="row">
              <a href={`/console/lessons/${encodeURIComponent(lesson.id)}`}>{lesson.courseName}</a>{' '}
              {lesson.isCancelled && <span class="tag wrong">{words.cancelled}</span>}
            </th>
            <td>
              {lesson.venue} {lesson.room}
            </td>
            <td>{words.seatsOf(lesson.booked, lesson.seats)}</td>
            <td>{words.people(lesson.waiting)}</td>
          </tr>
        ))}
      </Table>
    )}
  </>
);
