/** What an elder may mean; design §3 *Understanding* says what each stands for. */
export const intents = [
  'find_place',
  'refine',
  'more',
  'find_class',
  'find_event',
  'place_detail',
  'location',
  'book',
  'waitlist',
  'change',
  'cancel',
  'undo',
  'my_bookings',
  'availability',
  'choice',
  'volunteer',
  'volunteer_withdraw',
  'start_group',
  'report',
  'notice_on',
  'notice_off',
  'notice_last',
  'notice_settings',
  'supporter',
  'human',
  'care',
  'complaint',
  'emergency',
  'scam',
  'lonely',
  'medical',
  'privacy',
  'privacy_erase',
  'yes',
  'no',
  'unclear_yes_no',
  'back',
  'restart',
  'menu',
  'repeat',
  'later',
  'resume',
  'usage',
  'confused',
  'personal_info',
  'survey',
  'greeting',
  'thanks',
  'smalltalk',
  'off_topic',
  'other',
] as const;

/** One of the intents. */
export type Intent = (typeof intents)[number];

/** Where a place shall be near to: where she is now, or her home. */
export type Near = 'here' | 'home';

/** How she gets there. */
export type Mode = 'walk' | 'bike' | 'transport';

/** What a message says beside its intent. Only what was said is present. */
export interface Slots {
  /** Canonical: 「東所沢3丁目」, 「西所沢駅」, a district or sphere by name, a postcode 「359-0021」, a neighbouring town. */
  readonly area?: string;
  readonly near?: Near;
  /** Canonical name of one of the city's activities. */
  readonly activity?: string;
  /** `YYYY-MM-DD` or `weekend`. */
  readonly day?: string;
  readonly time?: 'am' | 'pm' | 'now';
  readonly mode?: Mode;
  readonly maxMinutes?: number;
  /** `free`, or the highest price in yen. */
  readonly fee?: 'free' | number;
  /** See `features` in `slots/open.ts`. */
  readonly feature?: string;
  /** People. */
  readonly count?: number;
  /** Which of the shown ones, from 1. */
  readonly ordinal?: number | 'last';
  /** Canonical name of one of the city's courses. */
  readonly course?: string;
  /** How a helper wants to help; see `slots/open.ts`. */
  readonly field?: string;
  /** What is asked about; see `slots/open.ts`. */
  readonly topic?: string;
  /** Which kind of danger, report or notice; see `slots/open.ts`. */
  readonly kind?: string;
}
