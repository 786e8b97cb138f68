import { isSmall, SMALL } from '../small-number';

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

const isExact = ({ share }: SurveyFigures): boolean => share !== undefined && share.from === share.to;

const sumOf = (all: readonly SurveyCounts[]): SurveyCounts =>
  all.reduce(
    (sum, one) => ({
      asked: sum.asked + one.asked,
      found: sum.found + one.found,
      way: sum.way + one.way,
      neither: sum.neither + one.neither,
      refused: sum.refused + one.refused,
    }),
    { asked: 0, found: 0, way: 0, neither: 0, refused: 0 },
  );

/**
 * Courses that are shown with their sum. Where the answers of one alone are kept back, they would follow from the sum
 * and the others: then those of the smallest other are kept back as well.
 */
export const figuresWithSum = (
  all: readonly SurveyCounts[],
): { readonly each: readonly SurveyFigures[]; readonly sum: SurveyFigures } => {
  const figures = all.map(figuresOf);
  const kept = figures.filter((one) => one.answers > 0 && !isExact(one));
  const second =
    kept.length === 1
      ? figures
          .filter(isExact)
          .reduce<SurveyFigures | undefined>(
            (least, one) => (least === undefined || one.answers < least.answers ? one : least),
            undefined,
          )
      : undefined;
  const each = figures.map((one) =>
    one === second ? { asked: one.asked, answers: one.answers, withoutAnswer: one.withoutAnswer } : one,
  );
  const { found, way, neither, refused, ...sum } = figuresOf(sumOf(all));
  const isShown = (name: 'found' | 'way' | 'neither' | 'refused'): boolean =>
    each.length === 1 || each.every((one) => one[name] !== undefined);
  return {
    each,
    sum: {
      ...sum,
      ...(found !== undefined && isShown('found') ? { found } : {}),
      ...(way !== undefined && isShown('way') ? { way } : {}),
      ...(neither !== undefined && isShown('neither') ? { neither } : {}),
      ...(refused !== undefined && isShown('refused') ? { refused } : {}),
    },
  };
};
