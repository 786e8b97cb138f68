/** What LINE answered to one call. */
export type LineAnswer =
  /** 200, or 409: this key was taken before. */
  | { readonly type: 'accepted' }
  /** 429, too fast. */
  | { readonly type: 'busy' }
  /** 429, the month's messages are used up. */
  | { readonly type: 'quota-spent' }
  /** 5xx: most likely nothing went out. */
  | { readonly type: 'broken' }
  /** No answer: it may or may not have gone out. */
  | { readonly type: 'silent' }
  /** Any other 4xx. */
  | { readonly type: 'refused'; readonly status: number };

/** What a chunk has behind it. */
export interface ChunkHistory {
  readonly people: number;
  /** Calls made so far, the one just answered included. */
  readonly attempts: number;
  /** When its key was first used, in ms. */
  readonly firstTriedAt: number;
}

/** What to do with a chunk after an answer. */
export type ChunkRuling =
  | { readonly do: 'close'; readonly state: 'sent' | 'failed' | 'uncertain' }
  /** Again at that instant, with the same key. */
  | { readonly do: 'retry'; readonly at: number }
  /** One of its people is unknown to LINE: in two halves, each with a new key, until she is found. */
  | { readonly do: 'split' }
  /** Back to pending and the whole notice paused: only a person can help. */
  | { readonly do: 'halt'; readonly why: 'monthly-limit' | 'not-allowed' };

/** LINE remembers a key for 24 h; after that the same key would send a second time. In ms. */
export const KEY_LIFE = 24 * 60 * 60_000;

/** How long before its end a key is no longer used: a slow call must end within the key's life. In ms. */
export const KEY_MARGIN = 15 * 60_000;

/** The longest pause between two tries, in ms. */
export const LONGEST_PAUSE = 10 * 60_000;

const FIRST_PAUSE = 2_000;

/**
 * How long to wait before the next try, in ms: twice as long each time, up to ten minutes, spread by a quarter to
 * either side so that not all come back at once. `random` lies between 0 and 1.
 */
export const pauseAfter = (attempts: number, random: number): number =>
  Math.round(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts - 1, 20)) * (0.75 + random * 0.5));

/** Whether a key is too old to be used again. */
export const isKeyOld = (firstTriedAt: number, now: number): boolean =>
  now - firstTriedAt > KEY_LIFE - KEY_MARGIN;

/**
 * Rules on a chunk. A call that may have gone out is only ever repeated with the same key; when the key gets too old
 * to tell, a person decides.
 */
export const ruleOn = (answer: LineAnswer, chunk: ChunkHistory, now: number, random: number): ChunkRuling => {
  switch (answer.type) {
    case 'accepted':
      return { do: 'close', state: 'sent' };
    case 'quota-spent':
      return { do: 'halt', why: 'monthly-limit' };
    case 'busy':
    case 'broken':
    case 'silent': {
      const at = now + pauseAfter(chunk.attempts, random);
      return isKeyOld(chunk.firstTriedAt, at) ? { do: 'close', state: 'uncertain' } : { do: 'retry', at };
    }
    case 'refused':
      // A wrong or withdrawn token says nothing about these people; nobody may be lost to it.
      if (answer.status === 401 || answer.status === 403) return { do: 'halt', why: 'not-allowed' };
      if (answer.status === 400 && chunk.people > 1) return { do: 'split' };
      return { do: 'close', state: 'failed' };
  }
};
