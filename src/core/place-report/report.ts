import { wording } from './wording';

/** What can be wrong with a listed place: it is no more, it was shut, its days, its phone or address, or something else. */
export const wrongs = ['gone', 'shut', 'days', 'contact', 'other'] as const;
/** One of {@link wrongs}. */
export type Wrong = (typeof wrongs)[number];

/** Tells whether a stored word is one of today's kinds. */
export const isWrong = (word: string | undefined): word is Wrong => wrongs.some((one) => one === word);

/** The kinds for which somebody would stand before a closed door. */
export const shutKinds: readonly Wrong[] = ['gone', 'shut'];

/** From how many different people on a place reported shut is shown to others as being looked into. */
export const DOUBTED_FROM = 2;

/** That what is listed of a place is wrong. */
export interface PlaceReport {
  readonly place: string;
  readonly what: Wrong;
  /** Her turns in which she wrote of it; the words themselves are kept there, and nowhere else. */
  readonly saidIn: readonly string[];
}

/** Tells staff of it, named after the turn; the same matter told twice while it is open is one. */
export interface ReportPlace {
  readonly type: 'reportPlace';
  readonly report: PlaceReport;
}

/** She wants to hear what came of what she reported of this place. */
export interface WantAnswer {
  readonly type: 'wantAnswer';
  readonly place: string;
}

/** What staff found: it was wrong and is put right, it is as listed, or nobody could make sure. */
export const verdicts = ['corrected', 'as-listed', 'unsure'] as const;
/** One of {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** What her own words say is wrong; undefined if they name nothing of the kind. */
export const wrongIn = (words: string): Wrong | undefined => {
  const plain = words.normalize('NFKC').replace(/\s/g, '');
  return (['gone', 'shut', 'contact', 'days'] as const).find((kind) => wording.signs[kind].test(plain));
};

/** Whether somebody who looks at a place tells, and does not ask, that it is shut. */
export const saysShut = (words: string): boolean => {
  const plain = words.normalize('NFKC').replace(/\s/g, '');
  return !wording.asks.test(plain) && (wording.signs.gone.test(plain) || wording.signs.shut.test(plain));
};
