import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { AuditEntry } from '../../core/audit';
import { addDays, dateText } from '../../core/calendar';
import { may } from '../../core/permission';
import { searchAudit } from '../../store/audit';
import { lessonsWithin } from '../../store/lessons/staff-lessons';
import { noticesWithin, quotaOf } from '../../store/notices/reach';
import { homeCounts } from '../../store/staff-home';
import { timeOf } from '../lessons/list-page';
import { page } from '../page';
import { momentText } from '../parts/moment';
import { STALE_AFTER } from '../places/places';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

const DAY = 24 * 60 * 60_000;
/** How long an emergency approval stays on every admin's first page, in ms. */
const REPORTED_FOR = 14 * DAY;
/** How many notices are counted at most. */
const COUNTED = 200;

const Card = (props: {
  readonly title: string;
  readonly figure: string;
  readonly hint?: string;
  readonly href?: string;
  /** Nothing to do here; it steps back behind what there is. */
  readonly isIdle?: boolean;
}) => (
  <li class={props.isIdle ? 'card idle' : 'card'}>
    <h2>{props.href === undefined ? props.title : <a href={props.href}>{props.title}</a>}</h2>
    <p class="figure">{props.figure}</p>
    {props.hint && <p class="small soft">{props.hint}</p>}
  </li>
);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const Overrides = ({ entries }: { readonly entries: readonly AuditEntry[] }) => (
  <section class="bad">
    <h2>{words.overrideTitle}</h2>
    <p>{words.overrideLead}</p>
    <ul>
      {entries.map(({ at, staffName, subjectId, after }) => (
        <li>
          {momentText(at)}{' '}
          <a href={`/console/notices/${encodeURIComponent(subjectId)}`}>
            {words.override(staffName, text(after?.title), text(after?.reason))}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const homePage = async (visit: Visit) => {
  const { deps, staff, now, today } = visit;
  const { db } = deps;
  const tomorrow = addDays(today, 1);
  const isAdmin = may(staff, 'notice.override');
  const [counts, pending, going, lessons, quota, overrides] = await Promise.all([
    homeCounts(db, staff.scope, { staleSince: now - STALE_AFTER, weekAgo: now - 7 * DAY }),
    noticesWithin(db, staff.scope, ['pending-approval'], COUNTED),
    noticesWithin(db, staff.scope, ['approved', 'scheduled', 'expanding', 'sending', 'paused'], COUNTED),
    lessonsWithin(db, staff.scope, { from: tomorrow, to: tomorrow }),
    quotaOf(db, today.slice(0, 7)),
    // Whatever an admin's districts are: an emergency concerns all of them.
    isAdmin
      ? searchAudit(
          db,
          { id: staff.id, scope: 'all' },
          { action: 'notice.overridden', from: now - REPORTED_FOR },
          50,
        )
      : [],
  ]);
  const mine = pending.filter(({ author }) => author.id !== staff.id).length;
  const mayApprove = may(staff, 'notice.approve');
  const left = quota.limit === undefined ? undefined : quota.limit - quota.used - quota.planned;
  const cards: readonly Child[] = [
    <Card
      title={words.approvals}
      isIdle={(mayApprove ? mine : pending.length) === 0}
      figure={words.count(mayApprove ? mine : pending.length)}
      href="/console/notices"
      {...(mayApprove ? { hint: words.approvalsHint } : {})}
    />,
    <Card
      title={words.going}
      isIdle={going.length === 0}
      figure={words.count(going.length)}
      href="/console/notices"
    />,
    ...(may(staff, 'call-back.read')
      ? [
          <Card
            title={words.callBacks}
            isIdle={counts.callBacks === 0}
            figure={words.people(counts.callBacks)}
            href="/console/call-backs"
          />,
        ]
      : []),
    ...(may(staff, 'volunteer.read')
      ? [
          <Card
            title={words.wishes}
            figure={words.people(counts.wishes)}
            href="/console/volunteers?state=wish"
          />,
        ]
      : []),
    ...(may(staff, 'case.read')
      ? [<Card title={words.cases} figure={words.count(counts.cases)} href="/console/cases" />]
      : []),
    ...(may(staff, 'correction.read')
      ? [
          <Card
            title={words.reported}
            isIdle={counts.reported === 0}
            figure={words.count(counts.reported)}
            href="/console/reports"
          />,
        ]
      : []),
    <Card
      title={words.stale}
      isIdle={counts.stale === 0}
      figure={words.count(counts.stale)}
      href="/console/places?stale=yes"
    />,
    <Card
      title={words.failed}
      isIdle={counts.failed === 0}
      figure={words.people(counts.failed)}
      href="/console/alerts"
    />,
    <Card
      title={words.uncertain}
      isIdle={counts.uncertain === 0}
      figure={words.people(counts.uncertain)}
      href="/console/alerts"
    />,
    <Card
      title={words.quota}
      figure={left === undefined ? '—' : words.messages(left)}
      hint={left === undefined ? words.quotaUnknown : words.quotaHint(quota.used, quota.planned)}
    />,
    <Card
      title={words.alerts}
      isIdle={counts.alerts === 0}
      figure={words.count(counts.alerts)}
      href="/console/alerts"
    />,
  ];
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{words.hello(staff.name)}</p>
        {overrides.length > 0 && <Overrides entries={overrides} />}
        <ul class="cards">{cards}</ul>
        <h2>{words.lessons}</h2>
        {lessons.length === 0 ? (
          <p>{words.lessonsNone}</p>
        ) : (
          <ul>
            {lessons.map((lesson) => (
              <li>
                {dateText(lesson.date)} {timeOf(lesson)}{' '}
                <a href={`/console/lessons/${encodeURIComponent(lesson.id)}`}>{lesson.courseName}</a>（
                {lesson.venue}）{words.people(lesson.booked)}
                {lesson.isCancelled && <span class="tag wrong">{wording.cancelled}</span>}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  });
};

/** What needs somebody today. */
export const homeRoutes = new Hono<ConsoleEnv>().get('/', route('home.read', homePage));
