import {
  addDays,
  type CivilDate,
  civilDate,
  inTokyo,
  partsOf,
  type Weekday,
  weekdayLetters,
  weekdayOf,
} from '../../calendar';
import { isQuiet, type QuietHours } from '../night';
import { likeness } from './similar';
import { nobodysName, personName, phoneNumber, relativeDay, writtenDate } from './wording';

/** Something an author and an approver should look at again before a notice goes out. */
export type Warning =
  | { readonly kind: 'no-date' }
  /** The date exists, but on another weekday. */
  | { readonly kind: 'wrong-weekday'; readonly date: CivilDate; readonly written: Weekday }
  | { readonly kind: 'no-such-date'; readonly written: string }
  | { readonly kind: 'past-date'; readonly date: CivilDate }
  /** None of the dates in the text is the day the notice is said to be about. */
  | { readonly kind: 'other-day'; readonly forDay: CivilDate }
  /** "Tomorrow" is another day for whoever reads it late. */
  | { readonly kind: 'relative-day' }
  | { readonly kind: 'foreign-link'; readonly link: string }
  | { readonly kind: 'personal'; readonly found: string }
  | { readonly kind: 'many-people'; readonly count: number; readonly usual: number }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'night' }
  /** Very much like something that was sent before. */
  | { readonly kind: 'sent-before'; readonly id: string; readonly at: number };

/** Something that was sent before. */
export interface SentBefore {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}

/** What is looked over. */
export interface Checked {
  /** Everything a reader will see, title and lines. */
  readonly text: string;
  readonly forDay?: CivilDate;
  /** When it would go out, in ms. */
  readonly sendAt: number;
  readonly isCancellation: boolean;
  readonly isForEverybody: boolean;
  readonly count: number;
  /** How many people such notices reach as a rule; 0 where there was none yet. */
  readonly usual: number;
  readonly before: readonly SentBefore[];
  /** The city's own domains and phone numbers. */
  readonly domains: readonly string[];
  readonly phones: readonly string[];
  readonly quiet: QuietHours;
}

/** From this likeness on a text counts as sent before. */
const ALIKE = 0.95;
/** From this likeness on a text is worth comparing with. */
const SIMILAR = 0.5;
/** So many times the usual number is far above it. */
const FAR_ABOVE = 3;

interface FoundDate {
  readonly written: string;
  readonly date: CivilDate | undefined;
  readonly weekday: Weekday | undefined;
}

const weekdayNamed = (letter: string | undefined): Weekday | undefined => {
  const days = [0, 1, 2, 3, 4, 5, 6] as const;
  return days.find((day) => weekdayLetters[day] === letter);
};

/** The dates in a text; one without a year is the nearest from two months ago on. */
const datesIn = (text: string, today: CivilDate): readonly FoundDate[] => {
  const from = addDays(today, -60);
  const { year } = partsOf(from);
  return [...text.matchAll(writtenDate)].map(([written, month, day, letter]) => {
    const dates = [year, year + 1].map((one) => civilDate(one, Number(month), Number(day)));
    return {
      written,
      date: dates.find((date) => date !== undefined && date >= from),
      weekday: weekdayNamed(letter),
    };
  });
};

const dateWarnings = (checked: Checked, text: string, today: CivilDate): readonly Warning[] => {
  const dates = datesIn(text, today);
  if (dates.length === 0) {
    return relativeDay.test(text) ? [{ kind: 'relative-day' }, { kind: 'no-date' }] : [{ kind: 'no-date' }];
  }
  const single = dates.flatMap(({ written, date, weekday }): readonly Warning[] => {
    if (date === undefined) return [{ kind: 'no-such-date', written }];
    if (weekday !== undefined && weekday !== weekdayOf(date)) {
      return [{ kind: 'wrong-weekday', date, written: weekday }];
    }
    return date < today ? [{ kind: 'past-date', date }] : [];
  });
  const { forDay } = checked;
  const isOther = forDay !== undefined && !dates.some(({ date }) => date === forDay);
  return isOther ? [...single, { kind: 'other-day', forDay }] : single;
};

const linkPattern = /https?:\/\/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/giu;

const isOwn = (link: string, domains: readonly string[]): boolean => {
  try {
    const { hostname, protocol } = new URL(link);
    return (
      protocol === 'https:' &&
      domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
    );
  } catch {
    return false;
  }
};

const digits = (phone: string): string => phone.replace(/\D/g, '');

const personalIn = (text: string, phones: readonly string[]): readonly Warning[] => {
  const ours = new Set(phones.map(digits));
  const numbers = [...text.matchAll(phoneNumber)]
    .map(([found]) => found)
    .filter((found) => !ours.has(digits(found)));
  const names = [...text.matchAll(personName)]
    .map(([found]) => found)
    .filter((found) => !nobodysName.test(found));
  return [...new Set([...numbers, ...names])].map((found) => ({ kind: 'personal', found }));
};

/** Looks a notice over. None of these forbids anything; each is to be read before going on. */
export const warningsFor = (checked: Checked): readonly Warning[] => {
  const text = checked.text.normalize('NFKC');
  const today = inTokyo(checked.sendAt).date;
  const links = [...text.matchAll(linkPattern)].map(([link]) => link);
  const alike = checked.before.find(({ text: old }) => likeness(old, text) >= ALIKE);
  const { count, usual } = checked;
  return [
    ...dateWarnings(checked, text, today),
    ...links
      .filter((link) => !isOwn(link, checked.domains))
      .map((link): Warning => ({ kind: 'foreign-link', link })),
    ...personalIn(text, checked.phones),
    ...(checked.isForEverybody ? [{ kind: 'everyone' } as const] : []),
    ...(usual > 0 && count > FAR_ABOVE * usual ? [{ kind: 'many-people', count, usual } as const] : []),
    ...(isQuiet(checked.sendAt, checked.quiet) ? [{ kind: 'night' } as const] : []),
    ...(alike ? [{ kind: 'sent-before', id: alike.id, at: alike.at } as const] : []),
  ];
};

/** The text sent before that is most like this one, if any is like it at all. */
export const mostSimilar = (text: string, before: readonly SentBefore[]): SentBefore | undefined => {
  const ranked = before
    .map((sent) => ({ sent, like: likeness(sent.text, text) }))
    .toSorted((a, b) => b.like - a.like);
  const [best] = ranked;
  return best && best.like >= SIMILAR ? best.sent : undefined;
};
