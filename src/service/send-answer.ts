import type { messagingApi } from '@line/bot-sdk';
import { LineBroken, LineError, LineQuotaSpent, LineRefused, LineSilent } from '../line/client';
import { raiseAlert } from '../store/alerts';
import type { Closing, PersonWork, SendingTurn, TurnOutcome } from '../store/turn';
import { closeTurns, goOn } from '../store/turns';
import { CLOSING_PAUSE } from './closings';
import type { Deps } from './deps';

/** How old a reply token may be when we use it: LINE promises one minute, a little is kept for the way. In ms. */
export const TOKEN_LIFE = 55_000;
/** How long a sending belongs to one worker: three calls with their time-outs and pauses, in ms. */
export const SENDING_LEASE = 35_000;
/** Pauses before a reply is tried a second and a third time with the same token, in ms. */
const REPLY_PAUSES = [1_000, 3_000];
/** LINE remembers a retry key for 24 h; after that the same key would send a second time. In ms. */
export const KEY_LIFE = 24 * 60 * 60_000;
/** The longest pause between two tries of a push, in ms. */
const LONGEST_PAUSE = 10 * 60_000;

/** What became of a sending: closed with an outcome, or to be tried again by the sweep. */
export type Sent = { readonly outcome: TurnOutcome } | { readonly againAt: number; readonly cause: string };

/**
 * Sends a decided answer: by reply while its token lives, else by push. The row already holds answer, way and
 * retry key, so that whoever takes over after a crash does the same again and LINE counts it once. Returns whom to answer
 * next.
 */
export const sendAnswer = async (
  deps: Deps,
  turn: SendingTurn,
  isFirstTry: boolean,
): Promise<readonly PersonWork[]> => {
  const sent = turn.via === 'reply' ? await byReply(deps, turn, isFirstTry) : await byPush(deps, turn);
  if ('againAt' in sent) {
    deps.log('answer.sending.postponed', { turn: turn.id, tries: turn.tries + 1, cause: sent.cause });
    return [];
  }
  if (sent.outcome === 'failed' || sent.outcome === 'uncertain') {
    deps.log(`answer.sending.${sent.outcome}`, { turn: turn.id });
    await raiseAlert(deps.db, { kind: `answer-${sent.outcome}`, subject: turn.id }, deps.now());
  }
  const { id, personId, retryKey } = turn;
  return close(deps, { id, personId, retryKey, outcome: sent.outcome });
};

/** Closes a turn along with others; returns the people who have done more meanwhile and whom nobody else answers. */
const close = async (deps: Deps, closing: Closing): Promise<readonly PersonWork[]> => {
  deps.closings.add(closing);
  await deps.wait(CLOSING_PAUSE);
  if (!deps.closings.has(closing)) return [];
  return deps.closings.takeAlong((closings) => closeTurns(deps.db, closings));
};

/**
 * A token works once. So when an answer of LINE's was lost, trying the same token again tells what happened: 200
 * means that it went out now, "Invalid reply token" that it had gone out before.
 */
const byReply = async (deps: Deps, turn: SendingTurn, isFirstTry: boolean): Promise<Sent> => {
  const { replyToken } = turn;
  const isAlive = () => deps.now() - turn.receivedAt < TOKEN_LIFE;
  if (replyToken === null || !isAlive()) {
    // After a crash nobody knows whether she has the answer; a dead token can no longer tell.
    return isFirstTry ? switchToPush(deps, turn) : { outcome: 'uncertain' };
  }
  let mayHaveArrived = !isFirstTry;
  let wasSilent = false;
  for (const pause of [...REPLY_PAUSES, undefined]) {
    try {
      await deps.line.reply(replyToken, turn.answer);
      return { outcome: 'replied' };
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      if (error instanceof LineRefused) {
        if (!error.isTokenSpent) return refused(deps, turn, error);
        return mayHaveArrived ? { outcome: 'replied' } : switchToPush(deps, turn);
      }
      wasSilent ||= error instanceof LineSilent;
      mayHaveArrived ||= wasSilent || error instanceof LineBroken;
      if (pause === undefined || !isAlive()) break;
      await deps.wait(pause);
    }
  }
  if (!wasSilent && isFirstTry) return switchToPush(deps, turn);
  return isAlive() ? again(deps, turn, 'reply', 'silent') : { outcome: 'uncertain' };
};

/** The switch is written before the first push, so that a crash in between cannot lose the answer. */
const switchToPush = async (deps: Deps, turn: SendingTurn): Promise<Sent> => {
  await goOn(deps.db, turn, { via: 'push', dueAt: deps.now() + SENDING_LEASE });
  return byPush(deps, { ...turn, via: 'push' });
};

const byPush = async (deps: Deps, turn: SendingTurn): Promise<Sent> => {
  if (deps.now() - turn.receivedAt > KEY_LIFE - LONGEST_PAUSE) return { outcome: 'failed' };
  try {
    await deps.line.push(turn.personId, messagesIn(turn), turn.retryKey);
    return { outcome: 'pushed' };
  } catch (error) {
    if (error instanceof LineRefused) return refused(deps, turn, error);
    if (error instanceof LineQuotaSpent) return { outcome: 'failed' };
    if (error instanceof LineError) return again(deps, turn, 'push', error.name);
    throw error;
  }
};

const refused = (deps: Deps, turn: SendingTurn, error: LineRefused): Sent => {
  deps.log('answer.sending.refused', { turn: turn.id, status: error.status, reason: error.reason });
  return { outcome: 'failed' };
};

/** Waits longer each time. The pause differs from turn to turn, so that not all come back at once. */
const again = async (deps: Deps, turn: SendingTurn, via: 'reply' | 'push', cause: string): Promise<Sent> => {
  const spread = 0.75 + (Number.parseInt(turn.retryKey.slice(0, 2), 16) / 255) * 0.5;
  const pause = via === 'reply' ? 1_000 : Math.min(LONGEST_PAUSE, 2_000 * 2 ** turn.tries) * spread;
  const againAt = Math.round(deps.now() + pause);
  await goOn(deps.db, turn, { via, dueAt: againAt });
  return { againAt, cause };
};

/** The messages were written by us and checked before they were stored. */
const messagesIn = (turn: SendingTurn): messagingApi.Message[] => JSON.parse(turn.answer);
