import type { SurveyAnswer } from './survey';

/** The question after a course. The first two answers are the plan's own words and must not be changed. */
export const wording = {
  title: 'ひとつ、教えてください',
  thanks: (course: string) => `「${course}」に来てくださって、ありがとうございました。`,
  question: 'これからつづけられる地域の活動は、見つかりましたか。',
  noName: 'お名前は出しません。人の数だけをまとめます。',
  answers: {
    found: '見つけることができた',
    way: '見つける方法がわかった',
    neither: 'まだ見つからない',
    refused: '答えない',
  } satisfies Readonly<Record<SurveyAnswer, string>>,
} as const;
