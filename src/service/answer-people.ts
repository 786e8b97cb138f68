import { z } from 'zod';
import { converse, type Decision } from '../core/dialogue/converse';
import type { Context } from '../core/dialogue/dialogue';
import { readState } from '../core/dialogue/state';
import type { Effect } from '../core/effect';
import type { PersonEvent } from '../core/event';
import type { Person } from '../core/person';
import { withOpinion } from '../core/understanding';
import { encode } from '../line/encode/encode';
import type { Letters } from '../line/encode/tokens';
import { checkMessages } from '../line/limits';
import { raiseAlert } from '../store/alerts';
import { loadWork } from '../store/person-work';
import type { PersonWork, SendingTurn, WaitingTurn } from '../store/turn';
import { decide, takeOver } from '../store/turns';
import type { Deps } from './deps';
import { changesMenu, linkMenuOf } from './link-menus';
import { withInvite } from './notices/invites';
import { withLinks } from './own-links';
import { SENDING_LEASE, sendAnswer, TOKEN_LIFE } from './send-answer';

/** How many steps of one person one run makes at most, a turn or a lost race each; the rest is left to the sweep. */
const STEPS_PER_RUN = 20;

/**
 * Brings people's turns up to date, for each person in order and each turn exactly once, the people side by side: one
 * person's trouble does not keep the others waiting. Throws the first trouble when all are done.
 */
export const answerPeople = async (
  deps: Deps,
  people: readonly PersonWork[],
  steps = STEPS_PER_RUN,
): Promise<void> => {
  if (steps === 0) return;
  const ends = await Promise.allSettled(
    people.map(async (work) => answerPeople(deps, await step(deps, work), steps - 1)),
  );
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
};

/**
 * Decides a person's oldest event, writes the decision with its effects in one step, sends it and closes it. Returns
 * whom to go on with: herself if more waits or a race was lost, and whoever else was found waiting on the way.
 */
const step = async (deps: Deps, work: PersonWork): Promise<readonly PersonWork[]> => {
  const { id } = work.person;
  const going = work.last?.sending;
  if (going && going.dueAt <= deps.now()) return resumeSending(deps, going);
  if (going?.via === 'reply') return []; // Its worker goes on with what waits.
  const [waiting] = work.waiting;
  if (!waiting) return [];
  const decided = await decideTurn(deps, work, waiting);
  if (decided === 'lost') return loadWork(deps.db, [id]);
  const { sending, effects } = decided;
  const next = sending === null ? await loadWork(deps.db, [id]) : await sendAnswer(deps, sending, true);
  if (effects.some(changesMenu)) await linkMenuOf(deps, id);
  return next;
};

/** Takes over an answer whose worker died, and sends it if it may not have arrived yet; returns whom to answer next. */
export const resumeSending = async (deps: Deps, sending: SendingTurn): Promise<readonly PersonWork[]> => {
  const leaseUntil = deps.now() + SENDING_LEASE;
  if (!(await takeOver(deps.db, sending, leaseUntil))) return [];
  return sendAnswer(deps, { ...sending, dueAt: leaseUntil }, false);
};

const decideTurn = async (
  deps: Deps,
  work: PersonWork,
  waiting: WaitingTurn,
): Promise<{ readonly sending: SendingTurn | null; readonly effects: readonly Effect[] } | 'lost'> => {
  const now = deps.now();
  const event = eventIn(waiting.event);
  const context: Context = {
    now,
    occurredAt: waiting.occurredAt,
    city: deps.city,
    person: work.person,
    turn: waiting.id,
    places: await deps.catalogue.at(work.catalogueRevision),
    lessons: work.lessons,
    bookings: work.bookings,
    notices: await withInvite(deps, work, event),
    matters: work.matters,
  };
  const before = readState(work.last?.state ?? null, now);
  const opinion = await deps.opinions?.of(event, before.at, deps);
  const decision = await decideSafely(deps, waiting, () =>
    converse(deps.registry, before, event, context, (words, asked) =>
      // Six digits mean nothing by themselves; that they are a code is known from the database.
      context.notices.hasCode
        ? { intent: 'supporter', slots: {}, confidence: 1, why: ['code'] }
        : withOpinion(deps.understanding.understand(words, { now, asked }), opinion),
    ),
  );
  const mayAnswer = work.person.leftAt === undefined || waiting.occurredAt > work.person.leftAt;
  const messages = mayAnswer
    ? encode(
        await withLinks(decision.answer, deps.links, waiting.personId, now),
        lettersFor(work.person, decision.effects),
      )
    : [];
  const answer = messages.length === 0 ? null : JSON.stringify(await checked(deps, waiting, messages));
  const retryKey = deps.newId();
  const isTokenAlive = waiting.replyToken !== null && now - waiting.receivedAt < TOKEN_LIFE;
  const via: SendingTurn['via'] = isTokenAlive ? 'reply' : 'push';
  const dueAt = now + SENDING_LEASE;
  const isOurs = await decide(
    deps.db,
    {
      id: waiting.id,
      personId: waiting.personId,
      seq: (work.last?.seq ?? 0) + 1,
      state: JSON.stringify(decision.state),
      answer,
      retryKey,
      via,
      leaseUntil: answer === null ? null : dueAt,
      effects: decision.effects,
    },
    now,
  );
  if (!isOurs) return 'lost';
  deps.log('turn.decided', { turn: waiting.id, event: event.type, messages: messages.length });
  const { effects } = decision;
  if (answer === null) return { sending: null, effects };
  const { id, personId, receivedAt, replyToken } = waiting;
  const sending = { id, personId, receivedAt, replyToken, answer, retryKey, via, dueAt, tries: 0 };
  return { sending, effects };
};

/** Letters she asks for in this very turn are shown at once, so that she sees what she chose. */
const lettersFor = (person: Person, effects: readonly Effect[]): Letters => {
  const asked = effects.find((effect) => effect.type === 'setLetters')?.areLarge;
  return (asked ?? person.hasLargeLetters === true) ? 'large' : 'normal';
};

/** A fault of ours must not leave her without an answer: staff are told, and she is led to a person. */
const decideSafely = async (
  deps: Deps,
  waiting: WaitingTurn,
  decision: () => Decision,
): Promise<Decision> => {
  try {
    return decision();
  } catch (error) {
    deps.log('turn.decision.failed', {
      turn: waiting.id,
      error: error instanceof Error ? error.name : 'unknown',
    });
    await raiseAlert(deps.db, { kind: 'turn-decision-failed', subject: waiting.id }, deps.now());
    return apology(deps);
  }
};

const apology = (deps: Deps): Decision => {
  const now = deps.now();
  const state = readState(null, now);
  const messages = deps.registry.sorry({ city: deps.city });
  return { state, answer: { messages, shortcuts: [] }, effects: [] };
};

/** Hard rule 6: nothing leaves that LINE would refuse. What fails is a fault of ours and is replaced. */
const checked = async (
  deps: Deps,
  waiting: WaitingTurn,
  messages: ReturnType<typeof encode>,
): Promise<ReturnType<typeof encode>> => {
  const problems = checkMessages(messages);
  const [problem] = problems;
  if (!problem) return messages;
  deps.log('turn.answer.unsendable', {
    turn: waiting.id,
    property: problem.property,
    problem: problem.message,
  });
  await raiseAlert(deps.db, { kind: 'answer-unsendable', subject: waiting.id }, deps.now());
  return encode(apology(deps).answer);
};

const storedEvent = z.custom<PersonEvent>(
  (value) => typeof value === 'object' && value !== null && 'type' in value,
);

const eventIn = (stored: string): PersonEvent => storedEvent.parse(JSON.parse(stored));
