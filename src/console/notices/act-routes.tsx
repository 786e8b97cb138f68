import { Hono } from 'hono';
import type { NoticeStatus } from '../../core/notice';
import { DRAFT_LIFE, isClosed } from '../../core/notice';
import { may } from '../../core/permission';
import { approveBroadcast } from '../../service/broadcast/approve';
import { lookAtNotice, type NoticeLook } from '../../service/broadcast/look';
import { testSend } from '../../service/broadcast/test-send';
import { recordAudit } from '../../store/audit';
import { pauseNotice, resumeNotice, stopNotice } from '../../store/notices/control';
import { type Moved, moveNotice } from '../../store/notices/moves';
import type { StoredNotice } from '../../store/notices/notice';
import { progressOf } from '../../store/notices/progress';
import { findNotice, noticesWithin } from '../../store/notices/reach';
import { staffNames } from '../../store/staff';
import { type Problem, type Typed, textOf } from '../form';
import { fragment, page } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { ProgressPart } from './going/going-part';
import { goingWords } from './going/wording';
import { ListPage, type NoticeList } from './list-page';
import { along, type NoticeAnswer, noticeRoute, pathOf, readIn } from './notice-route';
import { ShowPage } from './show-page';
import { words } from './wording';
import { writeWords } from './write/wording';

/** How many notices one list shows. */
const LISTED = 50;
/** Fewest characters of an emergency's reason. */
const SHORTEST_REASON = 10;

const lists: readonly { readonly title: string; readonly statuses: readonly NoticeStatus[] }[] = [
  { title: words.lists.pending, statuses: ['pending-approval'] },
  { title: words.lists.writing, statuses: ['draft', 'returned'] },
  { title: words.lists.going, statuses: ['approved', 'scheduled', 'expanding', 'sending', 'paused'] },
  { title: words.lists.ended, statuses: ['done', 'stopped', 'cancelled'] },
];

const lookOf = (visit: Visit, notice: StoredNotice): Promise<NoticeLook> =>
  lookAtNotice(visit.deps, notice, visit.staff.scope);

const showPage = async (visit: Visit, notice: StoredNotice, problem?: Problem, typed: Typed = {}) => {
  const { db } = visit.deps;
  const [look, progress, names] = await Promise.all([
    lookOf(visit, notice),
    progressOf(db, notice.id),
    staffNames(db),
  ]);
  return page(visit, {
    title: notice.title,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    typed,
    isWide: true,
    body: (
      <ShowPage
        notice={notice}
        look={look}
        progress={progress}
        names={names}
        reader={visit.staff}
        now={visit.now}
      />
    ),
  });
};

/** Tells what became of a move: done, or why not, with the notice as it is now. */
const told = async (visit: Visit, notice: StoredNotice, moved: Moved, done: string): Promise<Response> =>
  moved.moved
    ? visit.c.redirect(`${pathOf(notice)}?done=${done}`, 303)
    : refused(visit, notice, moved.because);

const refused = async (
  visit: Visit,
  notice: StoredNotice,
  because: keyof typeof words.because,
): Promise<Response> => {
  const now = await findNotice(visit.deps.db, notice.id, visit.staff.scope);
  return showPage(visit, now ?? notice, { field: 'count', message: words.because[because] });
};

const handIn: NoticeAnswer = async (visit, notice, typed) => {
  const look = await lookOf(visit, notice);
  if (look.count.count === 0)
    return showPage(visit, notice, { field: 'warningsRead', message: words.nobody });
  if (look.lineProblems.length > 0) {
    return showPage(visit, notice, { field: 'warningsRead', message: writeWords.lineProblems });
  }
  if (visit.now - notice.editedAt > DRAFT_LIFE) return refused(visit, notice, 'too-old');
  if (look.warnings.length > 0 && textOf(typed, 'warningsRead') !== 'yes') {
    return showPage(visit, notice, { field: 'warningsRead', message: words.warningsUnread });
  }
  const seen = { people: look.count.count, warnings: look.warnings.map(({ kind }) => kind) };
  const entry = along(visit, notice, 'notice.handed-in', seen);
  const read = readIn(notice, typed);
  const moved = await moveNotice(visit.deps.db, read, 'pending-approval', visit.now, {}, entry);
  return told(visit, notice, moved, 'handed-in');
};

/** The number she typed must be the number she was shown; whether it still holds, the database decides. */
const typedCount = (typed: Typed): number | undefined => {
  const count = Number(textOf(typed, 'count').normalize('NFKC').replace(/[^\d]/g, '') || 'none');
  return count === Number(textOf(typed, 'shown')) ? count : undefined;
};

/** Whether the page she approves from told her that it eats what is kept of the month's messages. */
const isQuotaTold = (typed: Typed): boolean => textOf(typed, 'quotaTold') === 'yes';

const approve: NoticeAnswer = async (visit, notice, typed) => {
  const { staff } = visit;
  if (notice.author.id === staff.id) return refused(visit, notice, 'own-approval');
  const count = typedCount(typed);
  if (count === undefined)
    return showPage(visit, notice, { field: 'count', message: words.countWrong }, typed);
  const { revision } = readIn(notice, typed);
  const entry = {
    ...visit.entry({ action: 'notice.approved', subjectKind: 'notice', subjectId: notice.id }),
    after: { title: notice.title, revision, people: count, to: notice.audienceWords },
  };
  const read = { revision, count, isQuotaKnown: isQuotaTold(typed) };
  const moved = await approveBroadcast(visit.deps, notice, staff.id, read, entry);
  if (!moved.moved) return refused(visit, notice, moved.because);
  return visit.c.redirect(`${pathOf(notice)}?done=approved`, 303);
};

const override: NoticeAnswer = async (visit, notice, typed) => {
  const { staff } = visit;
  const reason = textOf(typed, 'reason').trim();
  if ([...reason].length < SHORTEST_REASON) {
    return showPage(visit, notice, { field: 'reason', message: words.overrideWhyMissing }, typed);
  }
  const count = typedCount(typed);
  if (count === undefined)
    return showPage(visit, notice, { field: 'count', message: words.countWrong }, typed);
  const { revision } = readIn(notice, typed);
  const entry = {
    ...visit.entry({ action: 'notice.overridden', subjectKind: 'notice', subjectId: notice.id }),
    after: { title: notice.title, revision, people: count, to: notice.audienceWords, reason },
  };
  const read = { revision, count, isQuotaKnown: isQuotaTold(typed) };
  const moved = await approveBroadcast(visit.deps, notice, staff.id, read, entry, reason);
  if (!moved.moved) return refused(visit, notice, moved.because);
  return visit.c.redirect(`${pathOf(notice)}?done=approved`, 303);
};

const giveBack: NoticeAnswer = async (visit, notice, typed) => {
  const why = textOf(typed, 'why').trim();
  if (why === '') return showPage(visit, notice, { field: 'why', message: words.returnWhyMissing });
  const more = { note: why, from: 'pending-approval' as const };
  const entry = along(visit, notice, 'notice.returned', { why });
  const moved = await moveNotice(visit.deps.db, readIn(notice, typed), 'returned', visit.now, more, entry);
  return told(visit, notice, moved, 'returned');
};

const stop: NoticeAnswer = async (visit, notice, typed) => {
  const why = textOf(typed, 'why').trim();
  if (why === '') return showPage(visit, notice, { field: 'why', message: goingWords.stopWhyMissing });
  const entry = along(visit, notice, 'notice.stopped', { why });
  const moved = await stopNotice(visit.deps.db, readIn(notice, typed), why, visit.now, entry);
  return told(visit, notice, moved, 'stopped');
};

const test: NoticeAnswer = async (visit, notice) => {
  const result = await testSend(visit.deps, visit.staff.id, notice.content);
  if (result !== 'sent') {
    const message = result === 'not-linked' ? words.testNotLinked : words.testFailed;
    return showPage(visit, notice, { field: 'main', message });
  }
  await recordAudit(visit.deps.db, along(visit, notice, 'notice.tested').entry);
  return told(visit, notice, { moved: true }, 'tested');
};

/** Reading notices, and every move of one. */
export const noticeActRoutes = new Hono<ConsoleEnv>()
  .get(
    '/notices',
    route('notice.read', async (visit) => {
      const { db } = visit.deps;
      const [names, ...found] = await Promise.all([
        staffNames(db),
        ...lists.map(
          async ({ title, statuses }): Promise<NoticeList> => ({
            title,
            notices: await noticesWithin(db, visit.staff.scope, statuses, LISTED),
          }),
        ),
      ]);
      const mayWrite = may(visit.staff, 'notice.write');
      return page(visit, {
        title: words.title,
        isWide: true,
        body: <ListPage lists={found} names={names} mayWrite={mayWrite} />,
      });
    }),
  )
  .get(
    '/notices/:id',
    noticeRoute('notice.read', (visit, notice) => showPage(visit, notice)),
  )
  .get(
    '/notices/:id/progress',
    noticeRoute('notice.read', async (visit, notice) => {
      const progress = await progressOf(visit.deps.db, notice.id);
      return fragment(visit, <ProgressPart notice={notice} progress={progress} />);
    }),
  )
  .post('/notices/:id/test', noticeRoute('notice.write', test))
  .post('/notices/:id/hand-in', noticeRoute('notice.write', handIn))
  .post('/notices/:id/approve', noticeRoute('notice.approve', approve))
  .post('/notices/:id/override', noticeRoute('notice.override', override))
  .post('/notices/:id/return', noticeRoute('notice.approve', giveBack))
  .post('/notices/:id/stop', noticeRoute('notice.stop', stop))
  .post(
    '/notices/:id/pause',
    noticeRoute('notice.stop', async (visit, notice, typed) => {
      const read = readIn(notice, typed);
      const entry = along(visit, notice, 'notice.paused');
      const moved = await pauseNotice(visit.deps.db, read, visit.staff.name, visit.now, entry);
      return told(visit, notice, moved, 'paused');
    }),
  )
  .post(
    '/notices/:id/resume',
    noticeRoute('notice.stop', async (visit, notice, typed) => {
      if (isClosed(notice.status)) return refused(visit, notice, 'status');
      const entry = along(visit, notice, 'notice.resumed');
      const moved = await resumeNotice(visit.deps.db, readIn(notice, typed), visit.now, entry);
      return told(visit, notice, moved, 'resumed');
    }),
  );
