import type { Message } from '../../core/message';
import { mayDisturb, nextAllowed } from '../../core/notice';
import { encode } from '../../line/encode/encode';
import { checkMessages } from '../../line/limits';
import { raiseAlert } from '../../store/alerts';
import { dueNotices, giveUpLate } from '../../store/notices/control';
import { expandNext } from '../../store/notices/expand';
import { moveNotice, postpone, writeFrozen } from '../../store/notices/moves';
import { loadNotice, type StoredNotice } from '../../store/notices/notice';
import type { Deps } from '../deps';

/** How many notices one run brings forward at most. */
const NOTICES_PER_RUN = 60;

/**
 * Brings every due notice as far as it may go: out of its hold, to its time, and its people written down. It asks what
 * is due, never how old it is; two of it at once are harmless because every step names what it expects.
 */
export const advanceDue = async (deps: Deps, until: number): Promise<void> => {
  for (const id of await giveUpLate(deps.db, deps.now())) {
    deps.log('notice.sending.expired', { notice: id });
    await raiseAlert(deps.db, { kind: 'notice-too-late', subject: id }, deps.now());
  }
  for (const notice of await dueNotices(deps.db, deps.now(), NOTICES_PER_RUN)) {
    if (deps.now() >= until) return;
    try {
      await advance(deps, notice, until);
    } catch (error) {
      deps.log('notice.advance.failed', {
        notice: notice.id,
        error: error instanceof Error ? error.message.slice(0, 120) : 'unknown',
      });
    }
  }
};

const advance = async (deps: Deps, first: StoredNotice, until: number): Promise<void> => {
  let notice: StoredNotice | undefined = first;
  while (notice && isDue(notice, deps.now()) && deps.now() < until) {
    const before: StoredNotice = notice;
    await step(deps, before);
    notice = await loadNotice(deps.db, before.id);
    if (notice && isSame(notice, before)) return;
  }
};

/** Makes LINE's messages out of what was written, once; from then on nothing but these goes out. */
const freeze = async (deps: Deps, notice: StoredNotice): Promise<void> => {
  const answer = { messages: messagesIn(notice), shortcuts: [] };
  const messages = encode(answer);
  const large = encode(answer, 'large');
  const [problem] = [...checkMessages(messages), ...checkMessages(large)];
  if (problem === undefined) {
    return writeFrozen(deps.db, notice, { normal: JSON.stringify(messages), large: JSON.stringify(large) });
  }
  // Hard rule 6: what LINE would refuse is a fault of ours; it is stopped and staff are told.
  deps.log('notice.words.unsendable', {
    notice: notice.id,
    property: problem.property,
    problem: problem.message,
  });
  await moveNotice(deps.db, notice, 'stopped', deps.now(), { note: 'unsendable' });
  await raiseAlert(deps.db, { kind: 'notice-unsendable', subject: notice.id }, deps.now());
};

/** The messages were written by us. */
const messagesIn = (notice: StoredNotice): readonly Message[] => JSON.parse(notice.content);

const isDue = ({ status, dueAt }: StoredNotice, now: number): boolean =>
  (status === 'approved' || status === 'scheduled' || status === 'expanding') &&
  dueAt !== undefined &&
  dueAt <= now;

const isSame = (a: StoredNotice, b: StoredNotice): boolean =>
  a.status === b.status &&
  a.revision === b.revision &&
  a.expandedTo === b.expandedTo &&
  a.dueAt === b.dueAt &&
  a.frozenLarge === b.frozenLarge;

const step = async (deps: Deps, notice: StoredNotice): Promise<void> => {
  const now = deps.now();
  switch (notice.status) {
    case 'approved': {
      const at = nextAllowed(notice, Math.max(now, notice.sendAt ?? now), deps.city.quietHours);
      await moveNotice(deps.db, notice, 'scheduled', now, { dueAt: at });
      return;
    }
    case 'scheduled':
      if (mayDisturb(notice, now, deps.city.quietHours)) {
        await moveNotice(deps.db, notice, 'expanding', now, { dueAt: now });
      } else {
        await postpone(deps.db, notice, nextAllowed(notice, now, deps.city.quietHours));
      }
      return;
    case 'expanding': {
      if (notice.frozenLarge === undefined) return freeze(deps, notice);
      const status = await expandNext(deps.db, notice, now);
      if (status !== undefined) deps.log('notice.people.expanded', { notice: notice.id, status });
      if (status === 'returned') {
        await raiseAlert(deps.db, { kind: 'notice-audience-grew', subject: notice.id }, now);
      }
      return;
    }
    default:
      return;
  }
};
