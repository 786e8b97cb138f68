import { cancellationsDay, isQuiet } from '../../core/notice';
import { raiseAlert } from '../../store/alerts';
import {
  type ChunkResult,
  type ClaimedChunk,
  closeAndClaim,
  type NightFilter,
} from '../../store/notices/chunks';
import { pauseNotice } from '../../store/notices/control';
import { markLeavers } from '../../store/notices/leavers';
import type { Deps } from '../deps';
import { FIRST_GROUP, nextGroup } from './group';
import { Pace } from './pace';
import { type SentChunk, sendChunk, type Validated } from './send-chunk';

/** How long a claimed chunk is ours, in ms: a slow call, a check of the words, and what the database needs. */
export const CHUNK_LEASE = 45_000;

/** How many groups of chunks are on their way at once: while one talks to the database the others talk to LINE. */
const LANES = 2;

/** How much one run may do, so that it ends within what the platform allows. */
export interface RunLimits {
  /** No new call begins after this instant, in ms. */
  readonly until: number;
  /** Calls to LINE at most. */
  readonly calls: number;
}

/**
 * Sends what is due until nothing is, or the run's limits are reached. Chunks are claimed in groups; a pause or stop takes
 * effect before the next group, which is no more than what goes out in a quarter of a second. Returns how many calls
 * were made.
 */
export const sendDue = async (deps: Deps, limits: RunLimits): Promise<number> => {
  await markLeavers(deps.db);
  const run = { calls: 0, pace: new Pace(deps), validated: new Map() satisfies Validated as Validated };
  const lane = async (): Promise<void> => {
    let results: readonly ChunkResult[] = [];
    let group = FIRST_GROUP;
    for (;;) {
      const chunks = await closeAndClaim(deps.db, results, claimFor(deps, limits, run.calls, group));
      if (chunks.length === 0) return;
      run.calls += chunks.length;
      const began = deps.now();
      const sent = (await Promise.all(chunks.map((chunk) => oneCall(deps, chunk, run)))).flat();
      results = sent.map(({ result }) => result);
      group = nextGroup(chunks.length, deps.now() - began);
      await afterGroup(deps, sent);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return run.calls;
};

const claimFor = (deps: Deps, limits: RunLimits, calls: number, group: number) => {
  const now = deps.now();
  const left = now < limits.until ? limits.calls - calls : 0;
  return {
    by: deps.newId(),
    limit: Math.max(0, Math.min(group, left)),
    now,
    leaseUntil: now + CHUNK_LEASE,
    night: nightFilter(deps, now),
  };
};

const nightFilter = (deps: Deps, now: number): NightFilter => {
  const { quietHours } = deps.city;
  return isQuiet(now, quietHours) ? { cancellationsOf: cancellationsDay(now, quietHours) } : 'everything';
};

/** A fault of ours in one chunk must not hold up the others; its lease ends and it is looked at again. */
const oneCall = async (
  deps: Deps,
  chunk: ClaimedChunk,
  run: { readonly pace: Pace; readonly validated: Validated },
): Promise<readonly SentChunk[]> => {
  try {
    const sent = await run.pace.call(() => sendChunk(deps, chunk, run.validated));
    if (sent.isBusy) run.pace.slowDown();
    return [sent];
  } catch (error) {
    deps.log('chunk.sending.failed', {
      notice: chunk.notice,
      error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
    });
    return [];
  }
};

/** Tells staff what a machine cannot decide: a notice that had to be paused, a chunk of which nobody knows. */
const afterGroup = async (deps: Deps, sent: readonly SentChunk[]): Promise<void> => {
  const halted = new Map(
    sent.flatMap(({ result, halt }) => (halt === undefined ? [] : [[result.chunk.notice, { result, halt }]])),
  );
  for (const [notice, { result, halt }] of halted) {
    await pauseNotice(deps.db, { id: notice, revision: result.chunk.revision }, halt, deps.now());
    await raiseAlert(deps.db, { kind: `notice-${halt}`, subject: notice }, deps.now());
    deps.log('notice.sending.halted', { notice, why: halt });
  }
  for (const { result } of sent) {
    if (result.state !== 'uncertain' && result.state !== 'failed') continue;
    await raiseAlert(deps.db, { kind: `chunk-${result.state}`, subject: result.chunk.notice }, deps.now());
  }
};
