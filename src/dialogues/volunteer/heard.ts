import { type Weekday, weekdayLetters } from '../../core/calendar';
import type { City } from '../../core/city';
import type { Way } from '../../core/volunteer/volunteer';
import { wording } from './wording';

const MONDAY_TO_FRIDAY: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];
const WEEKEND: readonly Weekday[] = [6, 0];

/** The way of helping that words speak of, if they do. */
export const wayIn = (words: string): Way | undefined =>
  wording.wayWords.find(([, said]) => said.some((one) => words.includes(one)))?.[0];

/** The weekdays that words name: 「火曜と木曜」, 「土日」, 「平日」. Undefined if they name none. */
export const weekdaysIn = (words: string): Weekday[] | undefined => {
  const plain = words.normalize('NFKC');
  if (plain.includes(wording.weekdays)) return [...MONDAY_TO_FRIDAY];
  // A letter counts beside 曜 or other weekdays only: 「日」 alone is in too many words.
  const named = [...plain.matchAll(wording.weekdayNames)];
  const letters = named.map(([letter]) => letter);
  const days = WEEK.filter((day) => letters.includes(weekdayLetters[day]));
  return days.length === 0 ? undefined : days;
};

/** What the buttons of the question for weekdays mean; none means any. */
export const weekdaysOf = (choice: string): Weekday[] | undefined =>
  choice === 'weekdays'
    ? [...MONDAY_TO_FRIDAY]
    : choice === 'weekend'
      ? [...WEEKEND]
      : choice === 'any'
        ? []
        : undefined;

/** What she likes, by the longest of the city's words for it that stands in hers: 「体操がすき」 names one too. */
export const activityIn = (words: string, { activities }: Pick<City, 'activities'>): string | undefined => {
  const plain = words.normalize('NFKC');
  const named = activities
    .filter(({ isGeneral }) => isGeneral !== true)
    .flatMap(({ name, saidAs = name, words: said }) =>
      said.filter((word) => plain.includes(word)).map((word) => ({ name: saidAs, length: word.length })),
    );
  return named.sort((a, b) => b.length - a.length)[0]?.name;
};
