import type { Incoming } from '../core/event';
import type { PersonWork } from '../store/turn';
import { receive } from '../store/turns';
import type { Deps } from './deps';

/** How often storing is tried before LINE is told that it failed and will deliver again. */
const STORE_TRIES = 3;

/**
 * Stores what came in, before LINE gets its 200. Personal data that someone typed is masked first. Throws if the
 * store cannot take it; then LINE must not be told that we have it.
 */
export const takeIn = async (deps: Deps, events: readonly Incoming[]): Promise<readonly PersonWork[]> => {
  if (events.length === 0) return [];
  const masked = events.map((incoming) =>
    incoming.event.type === 'said'
      ? { ...incoming, event: { ...incoming.event, text: deps.understanding.mask(incoming.event.text) } }
      : incoming,
  );
  for (let tried = 1; ; tried += 1) {
    try {
      return await deps.closings.takeAlong((closings) => receive(deps.db, masked, closings, deps.now()));
    } catch (error) {
      if (tried >= STORE_TRIES) throw error;
      deps.log('events.storing.failed', { events: events.length, tried });
      await deps.wait(50 * tried);
    }
  }
};
