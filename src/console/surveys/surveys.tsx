import { Hono } from 'hono';
import { dateText, partsOf, tokyoDate } from '../../core/calendar';
import { figuresWithSum, type SurveyFigures } from '../../core/survey/figures';
import { recordAudit } from '../../store/audit';
import { type CourseSurvey, surveysWithin } from '../../store/surveys/results';
import { page } from '../page';
import { csvFile } from '../parts/csv';
import { dayText } from '../parts/moment';
import { Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { words } from './wording';

const numberText = (value: number | undefined): string =>
  value === undefined ? words.hidden : value.toLocaleString('ja-JP');

const shareText = ({ share }: SurveyFigures): string => {
  if (share === undefined) return words.tooFew;
  return share.from === share.to ? words.percent(share.from) : words.range(share.from, share.to);
};

/** The cells of one row of figures, in the order of {@link head}. */
const cellsOf = (figures: SurveyFigures): readonly string[] => [
  numberText(figures.asked),
  numberText(figures.answers),
  numberText(figures.found),
  numberText(figures.way),
  numberText(figures.neither),
  numberText(figures.withoutAnswer),
  numberText(figures.refused),
  shareText(figures),
];

const head = [
  words.asked,
  words.answers,
  words.found,
  words.way,
  words.neither,
  words.withoutAnswer,
  words.refused,
  words.share,
];

/** The Japanese fiscal year, from April on, in which a course ended. */
const yearOf = ({ endedAt }: CourseSurvey): number => {
  const { year, month } = partsOf(tokyoDate(endedAt));
  return month < 4 ? year - 1 : year;
};

/** A course with what may be shown of it. */
interface ShownCourse {
  readonly survey: CourseSurvey;
  readonly figures: SurveyFigures;
}

/** A fiscal year with its courses and their sum, the newest year first. */
interface ShownYear {
  readonly year: number;
  readonly sum: SurveyFigures;
  readonly courses: readonly ShownCourse[];
}

const yearsOf = (surveys: readonly CourseSurvey[]): readonly ShownYear[] =>
  [...new Set(surveys.map(yearOf))].map((year) => {
    const ofYear = surveys.filter((one) => yearOf(one) === year);
    const { each, sum } = figuresWithSum(ofYear);
    const courses = each.flatMap((figures, index) => {
      const survey = ofYear[index];
      return survey === undefined ? [] : [{ survey, figures }];
    });
    return { year, sum, courses };
  });

const Figures = ({ figures }: { readonly figures: SurveyFigures }) => (
  <>
    {cellsOf(figures).map((cell) => (
      <td class="number">{cell}</td>
    ))}
  </>
);

const Years = (props: { readonly years: readonly ShownYear[]; readonly target: number }) => (
  <Table caption={words.years} head={[words.year, ...head, words.target]}>
    {props.years.map(({ year, sum }) => (
      <tr>
        <th scope="row">{words.yearOf(year)}</th>
        <Figures figures={sum} />
        <td class="number">{words.percent(props.target)}</td>
      </tr>
    ))}
  </Table>
);

const Courses = (props: { readonly courses: readonly ShownCourse[]; readonly now: number }) => (
  <Table caption={words.courses} head={[words.course, words.district, words.ended, ...head]}>
    {props.courses.map(({ survey, figures }) => (
      <tr>
        <th scope="row">{survey.name}</th>
        <td>{survey.district ?? words.noDistrict}</td>
        <td>
          {dayText(survey.endedAt)}{' '}
          {survey.closesAt > props.now && (
            <span class="tag attention">{words.open(dateText(tokyoDate(survey.closesAt)))}</span>
          )}
        </td>
        <Figures figures={figures} />
      </tr>
    ))}
  </Table>
);

/** The kinds of course after which one is asked, and the share the plan aims at. */
const asking = ({ deps: { city } }: Visit) => {
  const kinds = city.courses.filter(({ surveyTarget }) => surveyTarget !== undefined);
  return {
    names: kinds.map(({ name }) => name).join('\u3001'),
    target: Math.max(...kinds.map(({ surveyTarget = 0 }) => surveyTarget), 0),
  };
};

const surveysPage = async (visit: Visit) => {
  const years = yearsOf(await surveysWithin(visit.deps.db, visit.staff.scope));
  const { names, target } = asking(visit);
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead(names)}</p>
        <p>{words.how}</p>
        <p class="note">{words.smallHint}</p>
        {years.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <div class="many">
            <Years years={years} target={target} />
            <Courses courses={years.flatMap(({ courses }) => courses)} now={visit.now} />
            <p>
              <a class="button second" href="/console/surveys/export">
                {words.export}
              </a>
            </p>
            <p class="hint">{words.exportHint}</p>
          </div>
        )}
      </>
    ),
  });
};

const exported = async (visit: Visit) => {
  const years = yearsOf(await surveysWithin(visit.deps.db, visit.staff.scope));
  const courses = years.flatMap((one) => one.courses);
  await recordAudit(visit.deps.db, {
    ...visit.entry({ action: 'survey.exported', subjectKind: 'surveys', subjectId: visit.today }),
    after: { rows: courses.length },
  });
  return csvFile(visit, 'surveys', [
    [words.year, words.course, words.district, words.ended, ...head],
    ...courses.map(({ survey, figures }) => [
      words.yearOf(yearOf(survey)),
      survey.name,
      survey.district ?? '',
      tokyoDate(survey.endedAt),
      ...cellsOf(figures),
    ]),
  ]);
};

/** What the people of the courses answered: shares with n and non-response, and no small number. */
export const surveyRoutes = new Hono<ConsoleEnv>()
  .get('/surveys', route('survey.read', surveysPage))
  .get('/surveys/export', route('survey.export', exported));
