import type { Message } from '../../core/message';
import type { PersonalKind } from '../../core/notice';
import { audienceText, NOTICE_LIFE } from '../../core/notice';
import { type SystemNotice, systemNotices } from '../../store/notices/system';
import type { Deps } from '../deps';

/** Something to tell one person without being asked. */
export interface PersonalNotice {
  /** Follows from the cause: the same cause twice tells her once. */
  readonly id: string;
  readonly kind: PersonalKind;
  readonly person: string;
  /** For staff's lists; never anything personal. */
  readonly title: string;
  readonly messages: readonly Message[];
  /** Later it helps nobody, in ms; a day from now unless given. */
  readonly notAfter?: number;
}

/** A personal notice as the pipeline knows it. */
export const personalNotice = (notice: PersonalNotice, now: number): SystemNotice => {
  const rule = { type: 'person', person: notice.person } as const;
  return {
    id: notice.id,
    kind: notice.kind,
    title: notice.title,
    content: JSON.stringify(notice.messages),
    rule,
    audienceWords: audienceText(rule),
    asOf: now,
    notAfter: notice.notAfter ?? now + NOTICE_LIFE,
  };
};

/**
 * Queues messages for one person: by push, never at night, once for each id. False says that this id was queued before.
 * For a batch with its cause take `systemNotices` of the store with {@link personalNotice}.
 */
export const enqueuePersonal = async (
  deps: Pick<Deps, 'db' | 'now'>,
  notice: PersonalNotice,
): Promise<boolean> => {
  const now = deps.now();
  const done = await systemNotices(deps.db, [personalNotice(notice, now)], now).run();
  return done.meta.changes === 1;
};
