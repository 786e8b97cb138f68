import { surveyQuestion } from '../core/survey/question';
import { addSystemNotices } from '../store/notices/system';
import { openSurveys, surveyNoticeId, untoldSurveys } from '../store/surveys/asking';
import type { Deps } from './deps';
import { personalNotice } from './notices/personal';

/** How many are asked by one run; the rest is asked a minute later. */
const AT_ONCE = 100;

/**
 * Asks everybody who came to a course, after its last lesson, the plan's one question. The notice is named after the
 * survey, and the survey is one a person and course, so that dying anywhere asks nobody twice.
 */
export const askSurveys = async (deps: Deps): Promise<void> => {
  const { db, city } = deps;
  const kinds = city.courses.filter(({ surveyTarget }) => surveyTarget !== undefined).map(({ name }) => name);
  if (kinds.length === 0) return;
  const now = deps.now();
  await openSurveys(db, kinds, now);
  const notices = (await untoldSurveys(db, now, AT_ONCE)).map((survey) =>
    personalNotice(
      {
        id: surveyNoticeId(survey.id),
        kind: 'survey',
        person: survey.person,
        title: survey.course,
        messages: [surveyQuestion(survey)],
        notAfter: survey.closesAt,
      },
      now,
    ),
  );
  const asked = await addSystemNotices(db, notices, now);
  if (asked > 0) deps.log('surveys.person.asked', { surveys: asked });
};
