import { z } from 'zod';
import { addDays, dateText, tokyoDate } from '../../core/calendar';
import type { Chosen, Context, Dialogue, Heard, Here, Outcome } from '../../core/dialogue/dialogue';
import { type Button, type Message, panel } from '../../core/message';
import { SURVEY, surveyQuestion } from '../../core/survey/question';
import { type HerSurvey, isSurveyAnswer, type SurveyAnswer } from '../../core/survey/survey';
import { wording as question } from '../../core/survey/wording';
import { showVolunteer } from '../../core/volunteer/moves';
import { wording } from './wording';

type Step = 'ask' | 'answered';

const data = z.object({
  /** The question's id, and what she answered in this turn. */
  survey: z.string().optional(),
  answer: z.enum(['found', 'way', 'neither', 'refused']).optional(),
});
type Data = z.infer<typeof data>;
type Next = Outcome<Step, Data>;

const search: Button = {
  label: wording.search,
  action: { do: 'choose', move: { dialogue: 'find-place', version: 1, step: 'askOrigin', choice: 'begin' } },
};

const helping: Button = { label: wording.helping, action: { do: 'choose', move: showVolunteer() } };

/** The question that is meant: the named one, else the newest she has not answered, else the newest. */
const openSurvey = (
  id: string | undefined,
  { matters: { surveys }, now }: Context,
): HerSurvey | undefined => {
  const open = surveys.filter(({ closesAt }) => closesAt > now);
  if (id !== undefined) return open.find((one) => one.id === id);
  return open.find(({ answer }) => answer === undefined) ?? open[0];
};

const asked = (known: Data, context: Context): readonly Message[] => {
  const survey = openSurvey(known.survey, context);
  return [survey ? surveyQuestion(survey) : panel([wording.none], [search])];
};

const answered = ({ survey: id, answer }: Data, context: Context, here: Here): readonly Message[] => {
  const survey = openSurvey(id, context);
  const given = answer ?? survey?.answer;
  if (!survey || given === undefined) return asked({}, context);
  // It closes in the course of a day; the day before is still hers as a whole.
  const until = wording.changeUntil(dateText(addDays(tokyoDate(survey.closesAt), -1)));
  const change = here(wording.change, 'change', { survey: survey.id });
  return [
    given === 'refused'
      ? panel([wording.refused, until], [change, search], wording.refusedTitle)
      : panel(
          [wording.heard(question.answers[given]), until],
          [...(given === 'found' ? [search] : [helping, search]), change],
          wording.title,
        ),
  ];
};

const keep = (survey: HerSurvey, answer: SurveyAnswer): Next => ({
  to: 'answered',
  data: { survey: survey.id, answer },
  effects: [{ type: 'answerSurvey', survey: survey.id, answer }],
});

const choose = ({ choice, args }: Chosen, _: Data, context: Context): Next | undefined => {
  const survey = openSurvey(args.survey, context);
  if (choice !== 'answer' && choice !== 'change') return undefined;
  if (!survey) return { end: true, say: [panel([wording.closed], [search])] };
  if (choice === 'change') return { to: 'ask', data: { survey: survey.id } };
  return isSurveyAnswer(args.answer) ? keep(survey, args.answer) : undefined;
};

const answerIn = (words: string): SurveyAnswer | undefined =>
  wording.said.find(([, pattern]) => pattern.test(words))?.[0];

/** Words of hers that answer, wherever they are said: only where they are about the survey. */
const hear = (heard: Heard, known: Data, context: Context): Next | undefined => {
  if (heard.type !== 'said' || heard.understood.intent !== 'survey') return undefined;
  const survey = openSurvey(known.survey, context);
  if (!survey) return { end: true, say: [panel([wording.none], [search])] };
  const answer = answerIn(heard.text.normalize('NFKC'));
  return answer === undefined ? { to: 'ask', data: { survey: survey.id } } : keep(survey, answer);
};

/** Takes the one answer after a course, as a button or in her own words, and lets her change it until it closes. */
export const survey: Dialogue<Step, Data> = {
  id: SURVEY.dialogue,
  version: SURVEY.version,
  first: 'ask',
  initial: {},
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['survey'],
  open: (heard, context) => hear(heard, {}, context),
  steps: {
    ask: { ask: asked, choose, hear },
    answered: { ask: answered, choose, hear },
  },
};
