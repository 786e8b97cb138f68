import { inTokyo } from '../../core/calendar';
import { type AudienceCount, type QuotaRuling, quotaFor } from '../../core/notice';
import { mostSimilar, type SentBefore, type Warning, warningsFor } from '../../core/notice/check/check';
import { differenceBetween, type Piece } from '../../core/notice/check/similar';
import type { Scope } from '../../core/staff';
import { countAudience } from '../../store/notices/audience';
import { type StoredNotice, subjectOf } from '../../store/notices/notice';
import { noticesWithin, type QuotaState, quotaOf, SENT, usualCount } from '../../store/notices/reach';
import { ledgerNow } from '../deliver/quota';
import type { Deps } from '../deps';
import { lineProblemsOf, textOfContent } from './content';

/** How many of the notices sent before are compared with. */
const COMPARED = 120;

/** The part of a notice that is looked at; a draft that is still being typed has it too. */
export type Looked = Pick<
  StoredNotice,
  | 'id'
  | 'kind'
  | 'content'
  | 'rule'
  | 'topic'
  | 'isDrill'
  | 'isCancellation'
  | 'forDay'
  | 'sendAt'
  | 'approvedAt'
>;

/** Everything author and approver must see besides the words themselves. */
export interface NoticeLook {
  readonly count: AudienceCount;
  readonly warnings: readonly Warning[];
  /** What LINE would refuse; such a notice cannot be handed in. */
  readonly lineProblems: readonly string[];
  readonly similar?: { readonly sent: SentBefore; readonly difference: readonly Piece[] };
  readonly quota: QuotaState;
  /** What sending it would do to the month, with what is kept for reminders and cancellations. */
  readonly month: QuotaRuling;
}

/** Every number of the city that may stand in a notice. */
export const phonesOf = ({ city }: Pick<Deps, 'city'>): readonly string[] =>
  [city.desk, ...city.districts.map(({ office }) => office), ...city.spheres.map(({ office }) => office)]
    .flatMap(({ phone }) => phone ?? [])
    .concat(
      [city.helpLines.fire, city.helpLines.police, city.helpLines.policeAdvice, city.helpLines.consumer].map(
        ({ number }) => number,
      ),
    );

/** Counts the audience, looks the words over, and compares with what was sent before. */
export const lookAtNotice = async (
  deps: Pick<Deps, 'db' | 'now' | 'city'>,
  notice: Looked,
  scope: Scope,
): Promise<NoticeLook> => {
  const now = deps.now();
  const [count, usual, sent, quota, ledger] = await Promise.all([
    countAudience(deps.db, subjectOf(notice, now)),
    usualCount(deps.db, notice.id),
    noticesWithin(deps.db, scope, SENT, COMPARED),
    quotaOf(deps.db, inTokyo(now).date.slice(0, 7)),
    ledgerNow(deps),
  ]);
  const text = textOfContent(notice.content);
  const before = sent
    .filter(({ id }) => id !== notice.id)
    .map(({ id, movedAt, content }) => ({ id, at: movedAt, text: textOfContent(content) }));
  const warnings = warningsFor({
    text,
    ...(notice.forDay === undefined ? {} : { forDay: notice.forDay }),
    sendAt: Math.max(now, notice.sendAt ?? now),
    isCancellation: notice.isCancellation,
    isForEverybody: notice.rule.type === 'everyone',
    count: count.count,
    usual,
    before,
    domains: deps.city.domains,
    phones: phonesOf(deps),
    quiet: deps.city.quietHours,
  });
  const similar = mostSimilar(text, before);
  return {
    count,
    warnings,
    lineProblems: lineProblemsOf(notice.content),
    quota,
    month: quotaFor(ledger, count.count, notice.isCancellation),
    ...(similar === undefined
      ? {}
      : { similar: { sent: similar, difference: differenceBetween(similar.text, text) } }),
  };
};
