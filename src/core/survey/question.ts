import { type Message, panel } from '../message';
import type { Move } from '../move';
import { type HerSurvey, type SurveyAnswer, surveyAnswers } from './survey';
import { wording } from './wording';

/** The dialogue that takes the answers, by the name that stands in its buttons. */
export const SURVEY = { dialogue: 'survey', version: 1 } as const;

const answerMove = (survey: string, answer: SurveyAnswer): Move => ({
  ...SURVEY,
  step: 'ask',
  choice: 'answer',
  args: { survey, answer },
});

/** Asks the question; its buttons name the survey, so that they hold wherever they are pressed. */
export const surveyQuestion = ({ id, course }: Pick<HerSurvey, 'id' | 'course'>): Message =>
  panel(
    [wording.thanks(course), wording.question, wording.noName],
    surveyAnswers.map((answer) => ({
      label: wording.answers[answer],
      action: { do: 'choose', move: answerMove(id, answer) },
    })),
    wording.title,
  );
