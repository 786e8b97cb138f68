import { lookAtNotice } from '../../../service/broadcast/look';
import { coursesWithin } from '../../../store/lessons/staff-lessons';
import { type Problem, type Typed, textOf } from '../../form';
import { page } from '../../page';
import type { Visit } from '../../visit';
import type { Draft, EventOfNotice } from './draft';
import { writeWords } from './wording';
import { WritePage } from './write-page';

/** A notice that is being written: where its form goes, what it is about, what was typed. */
export interface Writing {
  readonly action: string;
  readonly id: string;
  readonly revision: number;
  readonly event: EventOfNotice;
  readonly typed: Typed;
  readonly problems?: readonly Problem[];
  readonly draft?: Draft;
}

/** What a draft would do if it were sent now. */
export const lookOf = async (visit: Visit, id: string, draft: Draft, isCorrection: boolean) => {
  const kind = isCorrection ? ('correction' as const) : ('broadcast' as const);
  const look = await lookAtNotice(visit.deps, { ...draft.words, id, kind }, visit.staff.scope);
  return { look, content: draft.words.content };
};

/** The page on which it is written. */
export const writePage = async (visit: Visit, writing: Writing) => {
  const { problems = [], typed, draft, id } = writing;
  const correctionOf = textOf(typed, 'correctionOf') || undefined;
  const courses = await coursesWithin(visit.deps.db, visit.staff.scope);
  return page(visit, {
    title: writeWords.newTitle,
    status: problems.length > 0 ? 422 : 200,
    problems,
    typed,
    isWide: true,
    body: (
      <WritePage
        deps={visit.deps}
        scope={visit.staff.scope}
        action={writing.action}
        id={id}
        revision={writing.revision}
        event={writing.event}
        courses={courses}
        {...(correctionOf === undefined ? {} : { correctionOf })}
        {...(draft ? { look: await lookOf(visit, id, draft, correctionOf !== undefined) } : {})}
      />
    ),
  });
};
