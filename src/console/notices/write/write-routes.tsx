import { Hono } from 'hono';
import { addDays } from '../../../core/calendar';
import { lessonsWithin } from '../../../store/lessons/staff-lessons';
import { createNotice, editNotice } from '../../../store/notices/moves';
import type { StoredNotice } from '../../../store/notices/notice';
import { findNotice, reachStatements } from '../../../store/notices/reach';
import { placesWithin } from '../../../store/staff-places';
import { type Typed, textOf, typedIn } from '../../form';
import { fragment, page, refusalPage } from '../../page';
import { route } from '../../route';
import type { ConsoleEnv, Visit } from '../../visit';
import { wording } from '../../wording';
import { goingWords } from '../going/wording';
import { words } from '../wording';
import { draftIn, type EventOfNotice, eventIn, typedOf } from './draft';
import { LookPart } from './look-part';
import { PickPage } from './pick-page';
import { centresOf, eventOfNotice, prefilled, toLocal } from './prefill';
import { writeWords } from './wording';
import { lookOf, writePage } from './writing';

/** How far ahead lessons are offered, in days, and how many places at once. */
const AHEAD = 21;
const PLACES = 20;

const eventOfForm = (visit: Visit, typed: Typed): Promise<EventOfNotice> =>
  eventIn(visit, textOf(typed, 'lesson'), textOf(typed, 'place'));

/** A draft of this id that the visitor may still write. */
const editable = async (visit: Visit): Promise<StoredNotice | undefined> => {
  const notice = await findNotice(visit.deps.db, visit.c.req.param('id') ?? '', visit.staff.scope);
  return notice && notice.author.kind === 'staff' && ['draft', 'returned'].includes(notice.status)
    ? notice
    : undefined;
};

const create = async (visit: Visit) => {
  const typed = await typedIn(visit.c);
  const event = await eventOfForm(visit, typed);
  const id = textOf(typed, 'id');
  const writing = { action: '/console/notices', id, revision: 1, event, typed };
  const read = await draftIn(visit, typed, event);
  if (!read.ok) return writePage(visit, { ...writing, problems: read.problems });
  const { draft } = read;
  const correctionOf = textOf(typed, 'correctionOf');
  const { db } = visit.deps;
  if (!/^[0-9a-f-]{36}$/.test(id)) return refusalPage(visit, 409, words.because.unknown);
  const { title, audienceWords, content } = draft.words;
  const entry = {
    ...visit.entry({ action: 'notice.drafted', subjectKind: 'notice', subjectId: id }),
    after: { title, audienceWords, content },
  };
  // The form sent twice finds its draft there already; that is as good.
  await createNotice(
    db,
    {
      id,
      kind: correctionOf === '' ? 'broadcast' : 'correction',
      author: { kind: 'staff', id: visit.staff.id },
      words: draft.words,
      ...(correctionOf === '' ? {} : { correctionOf }),
    },
    visit.now,
    { entry, also: reachStatements(db, id, draft.reach, entry) },
  );
  return visit.c.redirect(`/console/notices/${id}?done=drafted`, 303);
};

const edit = async (visit: Visit) => {
  const notice = await editable(visit);
  if (!notice) return refusalPage(visit, 404, words.because.status);
  const typed = await typedIn(visit.c);
  const event = await eventOfForm(visit, typed);
  const { id } = notice;
  const action = `/console/notices/${encodeURIComponent(id)}/edit`;
  const revision = Number(textOf(typed, 'revision'));
  const read = await draftIn(visit, typed, event);
  if (!read.ok) return writePage(visit, { action, id, revision, event, typed, problems: read.problems });
  const { db } = visit.deps;
  const author = { kind: 'staff', id: visit.staff.id } as const;
  const now = read.draft.words;
  const entry = {
    ...visit.entry({ action: 'notice.edited', subjectKind: 'notice', subjectId: id }),
    before: { title: notice.title, audienceWords: notice.audienceWords, content: notice.content },
    after: { title: now.title, audienceWords: now.audienceWords, content: now.content },
  };
  const moved = await editNotice(db, { id, revision }, author, now, visit.now, {
    entry,
    also: reachStatements(db, id, read.draft.reach, entry),
  });
  if (!moved.moved) return refusalPage(visit, 409, words.because[moved.because]);
  return visit.c.redirect(`/console/notices/${id}?done=drafted`, 303);
};

/** Picking an event, writing, and seeing at once what it would do. */
export const noticeWriteRoutes = new Hono<ConsoleEnv>()
  .get(
    '/notices/new',
    route('notice.write', async (visit) => {
      const search = visit.c.req.query('search') ?? '';
      const { db } = visit.deps;
      const [lessons, found] = await Promise.all([
        lessonsWithin(db, visit.staff.scope, { from: visit.today, to: addDays(visit.today, AHEAD) }),
        placesWithin(
          db,
          visit.staff.scope,
          { words: search, status: 'active' },
          { offset: 0, limit: PLACES },
        ),
      ]);
      const places = found.places.map(({ place }) => place);
      return page(visit, {
        title: writeWords.pickTitle,
        isWide: true,
        body: <PickPage lessons={lessons} places={places} search={search} today={visit.today} />,
      });
    }),
  )
  .get(
    '/notices/write',
    route('notice.write', async (visit) => {
      const { lesson, place, template = '', date = '' } = visit.c.req.query();
      const event = await eventIn(visit, lesson, place);
      const typed = prefilled(event, template, date);
      const read = await draftIn(visit, typed, event);
      return writePage(visit, {
        action: '/console/notices',
        id: visit.deps.newId(),
        revision: 1,
        event,
        typed,
        ...(read.ok ? { draft: read.draft } : {}),
      });
    }),
  )
  .post('/notices', route('notice.write', create))
  .post(
    '/notices/look',
    route('notice.write', async (visit) => {
      const typed = await typedIn(visit.c);
      const event = await eventOfForm(visit, typed);
      const id = textOf(typed, 'id');
      const stored = await findNotice(visit.deps.db, id, visit.staff.scope);
      const action = stored ? `/console/notices/${encodeURIComponent(id)}/edit` : '/console/notices';
      const revision = Number(textOf(typed, 'revision'));
      const read = await draftIn(visit, typed, event);
      const writing = { action, id, revision, event, typed };
      return writePage(
        visit,
        read.ok ? { ...writing, draft: read.draft } : { ...writing, problems: read.problems },
      );
    }),
  )
  .post(
    '/notices/look-now',
    route('notice.write', async (visit) => {
      const typed = await typedIn(visit.c);
      const read = await draftIn(visit, typed, await eventOfForm(visit, typed));
      if (!read.ok) {
        const said = read.problems.map(({ message }) => <li>{message}</li>);
        return fragment(
          visit,
          <div class="warn">
            <ul>{said}</ul>
          </div>,
        );
      }
      const isCorrection = textOf(typed, 'correctionOf') !== '';
      const { look, content } = await lookOf(visit, textOf(typed, 'id'), read.draft, isCorrection);
      return fragment(visit, <LookPart look={look} content={content} />);
    }),
  )
  .get(
    '/notices/:id/edit',
    route('notice.write', async (visit) => {
      const notice = await editable(visit);
      if (!notice) return refusalPage(visit, 404, wording.notFound);
      const event = await eventOfNotice(visit, notice);
      const { id, revision } = notice;
      const action = `/console/notices/${encodeURIComponent(id)}/edit`;
      const names = await centresOf(visit, notice);
      const typed = typedOf(notice, toLocal, (place) => names.get(place) ?? '');
      const read = await draftIn(visit, typed, event);
      return writePage(visit, {
        action,
        id,
        revision,
        event,
        typed,
        ...(read.ok ? { draft: read.draft } : {}),
      });
    }),
  )
  .post('/notices/:id/edit', route('notice.write', edit))
  .get(
    '/notices/:id/correct',
    route('notice.write', async (visit) => {
      const first = await findNotice(visit.deps.db, visit.c.req.param('id') ?? '', visit.staff.scope);
      if (!first) return refusalPage(visit, 404, wording.notFound);
      const typed = {
        heading: goingWords.correctionHeading,
        text: goingWords.correctionText(first.title),
        topic: first.topic ?? '',
        forDay: first.forDay ?? '',
        audience: 'correction',
        correctionOf: first.id,
      };
      const read = await draftIn(visit, typed, {});
      return writePage(visit, {
        action: '/console/notices',
        id: visit.deps.newId(),
        revision: 1,
        event: {},
        typed,
        ...(read.ok ? { draft: read.draft } : {}),
      });
    }),
  );
