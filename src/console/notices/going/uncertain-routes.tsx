import { Hono } from 'hono';
import { settleUncertain, uncertainChunks } from '../../../store/notices/control';
import { textOf } from '../../form';
import { page, refusalPage } from '../../page';
import type { ConsoleEnv } from '../../visit';
import { along, type NoticeAnswer, noticeRoute, pathOf } from '../notice-route';
import { words } from '../wording';
import { UncertainPage } from './uncertain-page';
import { goingWords } from './wording';

const show: NoticeAnswer = async (visit, notice) =>
  page(visit, {
    title: goingWords.uncertainTitle,
    body: <UncertainPage notice={notice} chunks={await uncertainChunks(visit.deps.db, notice.id)} />,
  });

const settle: NoticeAnswer = async (visit, notice, typed) => {
  const as = textOf(typed, 'as');
  if (as !== 'sent' && as !== 'failed') return refusalPage(visit, 409, words.because.status);
  const chunks = await uncertainChunks(visit.deps.db, notice.id);
  const chunk = chunks.find(({ first }) => first === textOf(typed, 'first'));
  if (!chunk) return refusalPage(visit, 409, words.because.status);
  // Whose ids they are is nobody's business in the audit; how many they are says enough.
  const entry = along(visit, notice, 'notice.uncertain-settled', { as, people: chunk.people });
  const named = { notice: notice.id, first: chunk.first };
  const isSettled = await settleUncertain(visit.deps.db, named, as, visit.now, entry);
  if (!isSettled) return refusalPage(visit, 409, words.because.status);
  return visit.c.redirect(
    chunks.length > 1 ? `${pathOf(notice)}/uncertain?done=saved` : `${pathOf(notice)}?done=saved`,
    303,
  );
};

/** Calls to LINE that had no clear answer: a person says how they are counted. */
export const uncertainRoutes = new Hono<ConsoleEnv>()
  .get('/notices/:id/uncertain', noticeRoute('notice.read', show))
  .post('/notices/:id/uncertain', noticeRoute('notice.approve', settle));
