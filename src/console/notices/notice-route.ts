import type { Permission } from '../../core/permission';
import type { Along } from '../../store/audit';
import type { StoredNotice } from '../../store/notices/notice';
import { findNotice } from '../../store/notices/reach';
import { type Typed, textOf, typedIn } from '../form';
import { refusalPage } from '../page';
import { route } from '../route';
import type { Visit } from '../visit';
import { wording } from '../wording';

/** Where a notice is shown. */
export const pathOf = ({ id }: StoredNotice): string => `/console/notices/${encodeURIComponent(id)}`;

/** What a route about one notice answers. */
export type NoticeAnswer = (visit: Visit, notice: StoredNotice, typed: Typed) => Response | Promise<Response>;

/** A route about one notice, which is not there for whoever may not see what it reaches. */
export const noticeRoute = (permission: Permission, answer: NoticeAnswer) =>
  route(permission, async (visit) => {
    const notice = await findNotice(visit.deps.db, visit.c.req.param('id') ?? '', visit.staff.scope);
    if (!notice) return refusalPage(visit, 404, wording.notFound);
    return answer(visit, notice, visit.c.req.method === 'POST' ? await typedIn(visit.c) : {});
  });

/** What the form says its reader had read. */
export const readIn = ({ id }: StoredNotice, typed: Typed) => ({
  id,
  revision: Number(textOf(typed, 'revision')),
});

/** What the audit will say of a move; it is written in the same step as the move. */
export const along = (
  visit: Visit,
  notice: StoredNotice,
  action: string,
  after: Readonly<Record<string, unknown>> = {},
): Along => ({
  entry: {
    ...visit.entry({ action, subjectKind: 'notice', subjectId: notice.id }),
    after: { title: notice.title, revision: notice.revision, ...after },
  },
});
