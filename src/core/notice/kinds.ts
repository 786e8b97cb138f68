/** Why something is sent. */
export type NoticeKind =
  /** The day before, or on the morning of, a lesson she booked. */
  | 'reminder'
  /** A supporter tells the people of one class or place. */
  | 'class-notice'
  /** Staff tell a district, a topic, or everybody. */
  | 'broadcast'
  /** A seat became free for the next one waiting. */
  | 'seat-offered'
  /** Something opened that she asked to be told of. */
  | 'wish-answered'
  /** Asks somebody who came to a course what she found by it. */
  | 'survey'
  /** Says that her call-back request was taken; never anything personal. */
  | 'call-back-answer'
  /** Tells what staff found about what she had reported. */
  | 'report-answer'
  /** Confirms what she entered on our own page. */
  | 'confirmation'
  /** A class looks for a stand-in among its supporters. */
  | 'stand-in'
  /** Puts right what an earlier notice said, for exactly those it reached. */
  | 'correction';

/** What a person may choose to hear about; only notices with a topic can be turned off by topic. */
export type Topic = 'classes' | 'gatherings' | 'helpers' | 'city';

/** All topics in the order in which they are offered. */
export const topics: readonly Topic[] = ['classes', 'gatherings', 'helpers', 'city'];

/** Tells whether a stored word is one of today's topics. */
export const isTopic = (word: string): word is Topic => topics.some((topic) => topic === word);

/** How a kind of notice behaves. */
export interface KindRule {
  /** What a person must have stopped not to get it; `none` for what she booked or asked for herself. */
  readonly stoppedBy: 'broadcasts' | 'reminders' | 'none';
  /** Whether a person must approve it before anything is sent. */
  readonly needsApproval: boolean;
  /** Whether it is for one person and travels by push. */
  readonly isPersonal: boolean;
}

/** The table of kinds. */
export const kindRules: Readonly<Record<NoticeKind, KindRule>> = {
  reminder: { stoppedBy: 'reminders', needsApproval: false, isPersonal: false },
  'class-notice': { stoppedBy: 'none', needsApproval: true, isPersonal: false },
  broadcast: { stoppedBy: 'broadcasts', needsApproval: true, isPersonal: false },
  'seat-offered': { stoppedBy: 'none', needsApproval: false, isPersonal: true },
  'wish-answered': { stoppedBy: 'broadcasts', needsApproval: false, isPersonal: true },
  survey: { stoppedBy: 'broadcasts', needsApproval: false, isPersonal: true },
  'call-back-answer': { stoppedBy: 'none', needsApproval: false, isPersonal: true },
  'report-answer': { stoppedBy: 'none', needsApproval: false, isPersonal: true },
  confirmation: { stoppedBy: 'none', needsApproval: false, isPersonal: true },
  'stand-in': { stoppedBy: 'none', needsApproval: false, isPersonal: false },
  correction: { stoppedBy: 'none', needsApproval: true, isPersonal: false },
};

/** Kinds for one person. */
export type PersonalKind =
  | 'seat-offered'
  | 'wish-answered'
  | 'call-back-answer'
  | 'survey'
  | 'report-answer'
  | 'confirmation';
