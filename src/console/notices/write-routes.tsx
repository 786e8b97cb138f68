import { Hono } from 'hono';
import { addDays, inTokyo, isCivilDate, occasionText } from '../../core/calendar';
import { nextOccurrence } from '../../core/schedule';
import { lookAtNotice } from '../../service/broadcast/look';
import { recordAudit } from '../../store/audit';
import { lessonsWithin } from '../../store/lessons/staff-lessons';
import { createNotice, editNotice } from '../../store/notices/moves';
import type { StoredNotice } from '../../store/notices/notice';
import { findNotice, reachStatements } from '../../store/notices/reach';
import { placesWithin } from '../../store/staff-places';
import { type Problem, type Typed, textOf, typedIn } from '../form';
import { fragment, page, refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { type Draft, draftIn, type EventOfNotice, eventIn, typedOf } from './draft';
import { LookPart } from './look-part';
import { PickPage } from './pick-page';
import { words } from './wording';
import { WritePage } from './write-page';

/** How far ahead lessons are offered, in days, and how many places at once. */
const AHEAD = 21;
const PLACES = 20;

/** A moment as a field for date and time has it. */
const toLocal = (at: number): string => {
  const { date, time } = inTokyo(at);
  return `${date}T${time}`;
};

interface Writing {
  readonly action: string;
  readonly id: string;
  readonly revision: number;
  readonly event: EventOfNotice;
  readonly typed: Typed;
  readonly problems?: readonly Problem[];
  readonly draft?: Draft;
}

const lookOf = async (visit: Visit, id: string, draft: Draft, isCorrection: boolean) => {
  const kind = isCorrection ? ('correction' as const) : ('broadcast' as const);
  const look = await lookAtNotice(visit.deps, { ...draft.words, id, kind }, visit.staff.scope);
  return { look, content: draft.words.content };
};

const writePage = async (visit: Visit, writing: Writing) => {
  const { problems = [], typed, draft, id } = writing;
  const correctionOf = textOf(typed, 'correctionOf') || undefined;
  return page(visit, {
    title: words.newTitle,
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
        {...(correctionOf === undefined ? {} : { correctionOf })}
        {...(draft ? { look: await lookOf(visit, id, draft, correctionOf !== undefined) } : {})}
      />
    ),
  });
};

const templates = ['reminder', 'cancelled', 'moved', 'free'] as const;

/** The form's fields for an event and a template, blanks where nothing is known. */
const prefilled = (event: EventOfNotice, template: string, date: string): Typed => {
  const chosen = templates.find((one) => one === template) ?? 'free';
  const { lesson, place } = event;
  const held = place && isCivilDate(date) ? nextOccurrence(place.schedule, date, { to: date }) : undefined;
  const day = lesson?.date ?? held?.date ?? '';
  const time = lesson
    ? { from: lesson.fromTime, ...(lesson.toTime === undefined ? {} : { to: lesson.toTime }) }
    : held?.time;
  const name = lesson?.courseName ?? place?.name ?? words.blankName;
  const when = day === '' ? words.blankWhen : occasionText(day, time);
  const where = lesson
    ? `${lesson.venue}${lesson.room ?? ''}`
    : (place?.address ?? place?.town ?? words.blankWhere);
  return {
    heading: words.templateHeading[chosen],
    text: words.templateText[chosen](name, when, where),
    forDay: day,
    audience: lesson ? 'lesson' : place ? 'place' : 'districts',
    topic: lesson ? 'classes' : 'gatherings',
    kinds: chosen === 'cancelled' ? ['cancellation'] : [],
  };
};

const eventOfForm = (visit: Visit, typed: Typed): Promise<EventOfNotice> =>
  eventIn(visit, textOf(typed, 'lesson'), textOf(typed, 'place'));

/** The event of a stored notice, found again by its rule. */
const eventOfNotice = async (visit: Visit, { rule }: StoredNotice): Promise<EventOfNotice> => {
  if (rule.type === 'lesson') return eventIn(visit, rule.lesson, undefined);
  if (rule.type === 'place') return eventIn(visit, undefined, rule.place);
  if (rule.type === 'course') {
    const days = { from: visit.today, to: addDays(visit.today, 400) };
    const lessons = await lessonsWithin(visit.deps.db, visit.staff.scope, days);
    return eventIn(visit, lessons.find(({ courseId }) => courseId === rule.course)?.id, undefined);
  }
  if (rule.type === 'near') {
    const { places } = await placesWithin(visit.deps.db, visit.staff.scope, {}, { offset: 0, limit: 10_000 });
    const centre = places.find(({ place: { at } }) => at?.lat === rule.lat && at.lng === rule.lng);
    return eventIn(visit, undefined, centre?.place.id);
  }
  return {};
};

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
  const isNew = await createNotice(
    db,
    {
      id,
      kind: correctionOf === '' ? 'broadcast' : 'correction',
      author: { kind: 'staff', id: visit.staff.id },
      words: draft.words,
      ...(correctionOf === '' ? {} : { correctionOf }),
    },
    visit.now,
  );
  if (isNew) {
    await db.batch([...reachStatements(db, id, draft.reach)]);
    const { title, audienceWords, content } = draft.words;
    await recordAudit(db, {
      ...visit.entry({ action: 'notice.drafted', subjectKind: 'notice', subjectId: id }),
      after: { title, audienceWords, content },
    });
  }
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
  const moved = await editNotice(db, { id, revision }, author, read.draft.words, visit.now);
  if (!moved.moved) return refusalPage(visit, 409, words.because[moved.because]);
  await db.batch([...reachStatements(db, id, read.draft.reach)]);
  const now = read.draft.words;
  await recordAudit(db, {
    ...visit.entry({ action: 'notice.edited', subjectKind: 'notice', subjectId: id }),
    before: { title: notice.title, audienceWords: notice.audienceWords, content: notice.content },
    after: { title: now.title, audienceWords: now.audienceWords, content: now.content },
  });
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
        title: words.pickTitle,
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
      const typed = typedOf(notice, toLocal);
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
        heading: words.correctionHeading,
        text: words.correctionText(first.title),
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
