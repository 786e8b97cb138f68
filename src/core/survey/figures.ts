/** How a course's people answered, as counted. */
export interface SurveyCounts {
  /** Who was asked. */
  readonly asked: number;
  readonly found: number;
  readonly way: number;
  readonly neither: number;
  readonly refused: number;
}

/**
 * What may be shown of it. How many were asked, answered and did not is always shown; what they answered only so that
 * no small number stands there, nor follows from the others.
 */
export interface SurveyFigures {
  readonly asked: number;
  /** Answers given: n. Refusals are none. */
  readonly answers: number;
  /** Who refused or said nothing. */
  readonly withoutAnswer: number;
  readonly refused?: number;
  readonly found?: number;
  readonly way?: number;
  readonly neither?: number;
  /** `found` and `way` among the answers, in percent: exact, or between two bounds where a count is too small to show. */
  readonly share?: { readonly from: number; readonly to: number };
}

/** Fewer people than this are not shown as a number. */
export const SMALL = 5;

/** Whether a number of people is so small that it might point to one of them. */
export const isSmall = (people: number): boolean => people > 0 && people < SMALL;

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;

/** The numbers that can be shown. */
export const figuresOf = ({ asked, found, way, neither, refused }: SurveyCounts): SurveyFigures => {
  const yes = found + way;
  const answers = yes + neither;
  const withoutAnswer = asked - answers;
  const base = {
    asked,
    answers,
    withoutAnswer,
    ...(isSmall(refused) || isSmall(withoutAnswer - refused) ? {} : { refused }),
  };
  if (answers < SMALL) return base;
  // One to four people on either side: their number would follow from an exact share.
  const [least, most] = [percent(1, answers), percent(SMALL - 1, answers)];
  if (isSmall(yes)) return { ...base, share: { from: least, to: most } };
  if (isSmall(neither)) return { ...base, share: { from: 100 - most, to: 100 - least } };
  const share = percent(yes, answers);
  return {
    ...base,
    ...(isSmall(found) || isSmall(way) ? {} : { found, way }),
    neither,
    share: { from: share, to: share },
  };
};
