import { type CivilDate, dateText, occasionText } from '../../../core/calendar';
import type { Place } from '../../../core/place';
import { nextOccurrence } from '../../../core/schedule';
import type { StaffLesson } from '../../../store/lessons/staff-lessons';
import { TextField } from '../../parts/form';
import { Table } from '../../parts/table';
import { wording } from '../../wording';
import { writeWords } from './wording';

const TEMPLATES = ['reminder', 'cancelled', 'moved'] as const;

const Ways = ({ query }: { readonly query: string }) => (
  <>
    {TEMPLATES.map((template) => (
      <>
        <a href={`/console/notices/write?template=${template}&${query}`}>
          {writeWords.templates[template]}
        </a>{' '}
      </>
    ))}
  </>
);

/** Where a notice begins: by picking what it is about. */
export const PickPage = (props: {
  readonly lessons: readonly StaffLesson[];
  readonly places: readonly Place[];
  readonly search: string;
  readonly today: CivilDate;
}) => (
  <>
    <h1>{writeWords.pickTitle}</h1>
    <p>{writeWords.pickLead}</p>
    <p>
      <a class="button second" href="/console/notices/write?template=free">
        {writeWords.freeTitle}
      </a>
    </p>
    {props.lessons.length > 0 && (
      <Table
        caption={writeWords.pickLessons}
        head={[writeWords.heading, writeWords.forDay, writeWords.useIt]}
      >
        {props.lessons.map((lesson) => (
          <tr>
            <th scope="row">
              {lesson.courseName}（{lesson.venue}）
            </th>
            <td>{dateText(lesson.date)}</td>
            <td>
              <Ways query={`lesson=${encodeURIComponent(lesson.id)}`} />
            </td>
          </tr>
        ))}
      </Table>
    )}
    <h2>{writeWords.pickPlaces}</h2>
    <form method="get" action="/console/notices/new" class="filters">
      <TextField name="search" label={writeWords.placeSearch} type="search" value={props.search} />
      <button type="submit" class="second">
        {wording.search}
      </button>
    </form>
    <Table
      caption={writeWords.pickPlaces}
      head={[writeWords.placeSearch, writeWords.nextDate, writeWords.useIt]}
    >
      {props.places.map((place) => {
        const next = nextOccurrence(place.schedule, props.today);
        return (
          <tr>
            <th scope="row">{place.name}</th>
            <td>{next ? occasionText(next.date, next.time) : wording.unknown}</td>
            <td>
              <Ways query={`place=${encodeURIComponent(place.id)}${next ? `&date=${next.date}` : ''}`} />
            </td>
          </tr>
        );
      })}
    </Table>
  </>
);
