/**
 * What somebody may answer after a course. The plan counts `found` and `way` among those that answered; `refused` is no
 * answer, and she who refuses is not asked again after any course.
 */
export type SurveyAnswer = 'found' | 'way' | 'neither' | 'refused';

/** All of them in the order in which they are offered. */
export const surveyAnswers: readonly SurveyAnswer[] = ['found', 'way', 'neither', 'refused'];

/** Tells whether a word is one of today's answers. */
export const isSurveyAnswer = (word: string | undefined): word is SurveyAnswer =>
  surveyAnswers.some((answer) => answer === word);

/** A question that was put to her after a course. */
export interface HerSurvey {
  readonly id: string;
  /** The course's name. */
  readonly course: string;
  /** Until when she may answer, or change her answer, in ms. */
  readonly closesAt: number;
  readonly answer?: SurveyAnswer;
}

/** Keeps her answer in place of any earlier one. */
export interface AnswerSurvey {
  readonly type: 'answerSurvey';
  readonly survey: string;
  readonly answer: SurveyAnswer;
}

const DAY = 24 * 60 * 60_000;

/** How long after its last lesson a course's survey takes answers, in ms. */
export const SURVEY_OPEN = 30 * DAY;

/** How long after its last lesson somebody is still asked, in ms: staff may note late who came. */
export const ASK_WITHIN = 14 * DAY;
