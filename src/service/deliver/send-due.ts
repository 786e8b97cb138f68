import { raiseAlert } from '../../store/alerts';
import type { ChunkResult, ClaimedChunk } from '../../store/notices/chunks';
import { pauseNotice } from '../../store/notices/control';
import { markLeavers } from '../../store/notices/leavers';
import type { Deps } from '../deps';
import { Claims, type RunLimits } from './claims';
import type { Pace } from './pace';
import { type SentChunk, sendChunk, type Validated } from './send-chunk';

/** How many calls are open at once: as many as the platform lets one run have. */
export const OPEN_AT_ONCE = 6;

/**
 * Sends what is due until nothing is, or the run's limits are reached. A chunk is claimed when its call's turn has come, so
 * that after a pause or stop no call begins but those that are as good as open, {@link OPEN_AT_ONCE} at most. Returns how
 * many calls were made.
 */
export const sendDue = async (deps: Deps, limits: RunLimits, pace: Pace): Promise<number> => {
  await markLeavers(deps.db);
  pace.recover();
  const run = { pace, validated: new Map() satisfies Validated as Validated };
  const claims = new Claims(deps, limits);
  const lane = async (): Promise<void> => {
    let result: ChunkResult | undefined;
    for (;;) {
      const turn = await run.pace.turn();
      const chunk = await claims.next(result);
      if (!chunk) return;
      turn.begin();
      const sent = await oneCall(deps, chunk, run);
      if (sent) await tellStaff(deps, sent);
      result = sent?.result;
    }
  };
  await Promise.all(Array.from({ length: OPEN_AT_ONCE }, lane));
  return claims.calls;
};

/** A fault of ours in one chunk must not hold up the others; its lease ends and it is looked at again. */
const oneCall = async (
  deps: Deps,
  chunk: ClaimedChunk,
  run: { readonly pace: Pace; readonly validated: Validated },
): Promise<SentChunk | undefined> => {
  try {
    const sent = await sendChunk(deps, chunk, run.validated);
    if (sent.isBusy) run.pace.slowDown();
    return sent;
  } catch (error) {
    deps.log('chunk.sending.failed', {
      notice: chunk.notice,
      error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
    });
    return undefined;
  }
};

/** Tells staff what a machine cannot decide: a notice that had to be paused, a chunk of which nobody knows. */
const tellStaff = async (deps: Deps, { result, halt }: SentChunk): Promise<void> => {
  const { notice, revision } = result.chunk;
  if (halt !== undefined) {
    await pauseNotice(deps.db, { id: notice, revision }, halt, deps.now());
    await raiseAlert(deps.db, { kind: `notice-${halt}`, subject: notice }, deps.now());
    deps.log('notice.sending.halted', { notice, why: halt });
  }
  if (result.state !== 'uncertain' && result.state !== 'failed') return;
  await raiseAlert(deps.db, { kind: `chunk-${result.state}`, subject: notice }, deps.now());
};
