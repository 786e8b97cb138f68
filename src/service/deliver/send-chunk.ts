import type { messagingApi } from '@line/bot-sdk';
import { isKeyOld, type LineAnswer, ruleOn } from '../../core/notice';
import { LineBroken, LineBusy, LineError, LineQuotaSpent, LineRefused } from '../../line/client';
import type { ChunkResult, ClaimedChunk } from '../../store/notices/chunks';
import type { Deps } from '../deps';

/** Why a whole notice cannot go on without a person. */
export type Halt = 'monthly-limit' | 'not-allowed' | 'content-refused';

/** What became of one chunk, and what it means for the others. */
export interface SentChunk {
  readonly result: ChunkResult;
  readonly halt?: Halt;
  /** LINE asked us to go slower. */
  readonly isBusy: boolean;
}

/** Remembers, for one run, by the words themselves whether LINE would take them at all. */
export type Validated = Map<string, Promise<boolean>>;

/**
 * Makes one call for one claimed chunk and rules on LINE's answer. The key was stored before; whoever makes this call
 * again after a crash makes it with the same key, and LINE counts it once.
 */
export const sendChunk = async (
  deps: Deps,
  chunk: ClaimedChunk,
  validated: Validated,
): Promise<SentChunk> => {
  if (chunk.people.length === 0) return closed(chunk, 'failed', 'nobody-left');
  if (isKeyOld(chunk.firstTriedAt, deps.now())) {
    return chunk.mayBeOut ? closed(chunk, 'uncertain', 'key-too-old') : givenBack(deps, chunk, 'key-too-old');
  }
  const answer = await call(deps, chunk);
  const history = { ...chunk, people: chunk.people.length };
  const ruling = ruleOn(answer, history, deps.now(), fraction(deps.newId()));
  const reason = reasonOf(answer);
  if (answer.type !== 'accepted') {
    deps.log('chunk.sending.refused', {
      notice: chunk.notice,
      people: chunk.people.length,
      attempts: chunk.attempts,
      reason,
    });
  }
  switch (ruling.do) {
    case 'close':
      return closed(chunk, ruling.state, reason);
    case 'retry': {
      const mayBeOut = chunk.mayBeOut || answer.type === 'broken' || answer.type === 'silent';
      return {
        result: { chunk, state: 'pending', at: ruling.at, mayBeOut, reason },
        isBusy: answer.type === 'busy',
      };
    }
    case 'split': {
      if (!(await isSendable(deps, chunk, validated)))
        return givenBack(deps, chunk, reason, 'content-refused');
      const keys = [deps.newId(), deps.newId()] as const;
      return { result: { chunk, state: 'split', keys, at: deps.now() }, isBusy: false };
    }
    case 'halt':
      return givenBack(deps, chunk, reason, ruling.why);
  }
};

const closed = (chunk: ClaimedChunk, state: 'sent' | 'failed' | 'uncertain', reason: string): SentChunk => ({
  result: { chunk, state, ...(state === 'sent' ? {} : { reason }) },
  isBusy: false,
});

/** LINE did not take it and it will be sent as a new call; nobody in it is lost. */
const givenBack = (deps: Deps, chunk: ClaimedChunk, reason: string, halt?: Halt): SentChunk => ({
  result: { chunk, state: 'returned', at: deps.now(), reason, newKey: deps.newId() },
  ...(halt === undefined ? {} : { halt }),
  isBusy: false,
});

const call = async (deps: Deps, chunk: ClaimedChunk): Promise<LineAnswer> => {
  try {
    const [person = ''] = chunk.people;
    if (chunk.via === 'push') await deps.line.push(person, messagesIn(chunk), chunk.retryKey);
    else await deps.line.multicast(chunk.people, chunk.frozen, chunk.retryKey);
    return { type: 'accepted' };
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    if (error instanceof LineRefused) return { type: 'refused', status: error.status };
    if (error instanceof LineQuotaSpent) return { type: 'quota-spent' };
    if (error instanceof LineBusy) return { type: 'busy' };
    return { type: error instanceof LineBroken ? 'broken' : 'silent' };
  }
};

/** Whether the words are fine, so that it must be one of the people. If LINE does not say, we believe in our check. */
const isSendable = (deps: Deps, chunk: ClaimedChunk, validated: Validated): Promise<boolean> => {
  const known = validated.get(chunk.frozen);
  if (known) return known;
  const asked = deps.line.validate(messagesIn(chunk)).then(
    () => true,
    (error: unknown) => {
      if (error instanceof LineRefused) return false;
      if (error instanceof LineError) return true;
      throw error;
    },
  );
  validated.set(chunk.frozen, asked);
  return asked;
};

const reasonOf = (answer: LineAnswer): string =>
  answer.type === 'refused' ? `refused-${answer.status}` : answer.type;

/** A number between 0 and 1 out of a fresh id: the only source of chance a use case is given. */
const fraction = (id: string): number => Number.parseInt(id.slice(0, 4), 16) / 0xffff;

/** The messages were written by us and checked before they were frozen. */
const messagesIn = (chunk: ClaimedChunk): messagingApi.Message[] => JSON.parse(chunk.frozen);
