import { wishAnswered } from '../core/place-wish/message';
import { answerOf } from '../core/place-wish/place-wish';
import { catalogueRevision, changedSince, settleWishes, wishesBefore } from '../store/place-wishes';
import type { Deps } from './deps';
import { personalNotice } from './notices/personal';

/** How many wishes one run looks at; the rest is looked at a minute later. */
const AT_ONCE = 200;

/** How long it helps to hear of a new place, in ms: three days. */
const HELPS_FOR = 3 * 24 * 60 * 60_000;

/**
 * Looks, after places have changed, whether one of them answers a wish, and tells who had it, once. Where nothing
 * changed it costs one look at the revision and one at the wishes.
 */
export const answerWishes = async (deps: Deps): Promise<void> => {
  const { db } = deps;
  const now = deps.now();
  const revision = await catalogueRevision(db);
  const wishes = await wishesBefore(db, revision, AT_ONCE);
  const [oldest] = wishes;
  if (!oldest) return;
  const changes = await changedSince(db, oldest.seenRevision);
  const index = await deps.catalogue.at(revision);
  const answered = wishes.flatMap((wish) => {
    const changed = new Set(changes.filter((one) => one.revision > wish.seenRevision).map(({ id }) => id));
    const answer = answerOf(index, wish, changed);
    if (!answer) return [];
    const notice = personalNotice(
      {
        id: `wish-answered:${wish.id}`,
        kind: 'wish-answered',
        person: wish.person,
        title: answer.place.name,
        messages: [wishAnswered(wish, answer, now)],
        notAfter: now + HELPS_FOR,
      },
      now,
    );
    return [{ wish: wish.id, notice }];
  });
  await settleWishes(db, { wishes: wishes.map(({ id }) => id), revision }, answered, now);
  if (answered.length > 0) deps.log('wishes.place.answered', { wishes: answered.length });
};
