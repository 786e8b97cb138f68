import { Hono } from 'hono';
import { may } from '../../core/permission';
import { inviteSupporter } from '../../service/notices/invites';
import { recordAudit } from '../../store/audit';
import { coursesWithin } from '../../store/lessons/staff-lessons';
import { endScope } from '../../store/notices/supporters';
import { placesWithin } from '../../store/staff-places';
import { supportersWithin } from '../../store/staff-supporters';
import { type Problem, textOf, typedIn } from '../form';
import { page, refusalPage } from '../page';
import { Form, Select } from '../parts/form';
import { dayText } from '../parts/moment';
import { Qr } from '../parts/qr';
import { Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** More places than one can be chosen from. */
const MOST_PLACES = 2000;

/** The classes and places within reach that can be given to somebody. */
const targetsOf = async (visit: Visit) => {
  const { db } = visit.deps;
  const [courses, found] = await Promise.all([
    coursesWithin(db, visit.staff.scope),
    placesWithin(db, visit.staff.scope, { status: 'active' }, { offset: 0, limit: MOST_PLACES }),
  ]);
  return { courses, places: found.places.map(({ place: { id, name } }) => ({ id, name })) };
};

const listPage = async (visit: Visit, problem?: Problem) => {
  const [supporters, { courses, places }] = await Promise.all([
    supportersWithin(visit.deps.db, visit.staff.scope),
    targetsOf(visit),
  ]);
  const mayEdit = may(visit.staff, 'supporter.edit');
  return page(visit, {
    title: words.title,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {supporters.length === 0 ? (
          <p>{wording.none}</p>
        ) : (
          <Table caption={words.title} head={[words.target, words.kind, words.since, words.end]}>
            {supporters.map((supporter) => (
              <tr>
                <th scope="row">{supporter.name}</th>
                <td>{words.kinds[supporter.kind]}</td>
                <td>{dayText(supporter.grantedAt)}</td>
                <td>
                  {mayEdit && (
                    <Form action="/console/supporters/end" class="inline">
                      <input type="hidden" name="person" value={supporter.personId} />
                      <input type="hidden" name="kind" value={supporter.kind} />
                      <input type="hidden" name="target" value={supporter.target} />
                      <button type="submit" class="quiet">
                        {words.end}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
        <p class="hint">{words.endHint}</p>
        {mayEdit && (
          <>
            <h2>{words.inviteTitle}</h2>
            <p>{words.inviteLead}</p>
            <Form action="/console/supporters/invite">
              <Select
                name="course"
                label={words.course}
                empty={words.choose}
                options={courses.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Select
                name="place"
                label={words.place}
                empty={words.choose}
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <button type="submit">{words.make}</button>
            </Form>
          </>
        )}
      </>
    ),
  });
};

const codePage = (visit: Visit, code: string, name: string) =>
  page(visit, {
    title: words.codeTitle,
    body: (
      <>
        <h1>{words.codeTitle}</h1>
        <p>{words.codeLead(name)}</p>
        <p>
          <span class="token large" id="code">
            {code}
          </span>
        </p>
        <Qr text={code} label={words.qr} />
        <p class="note">{words.codeOnce}</p>
        <p>
          <a href="/console/supporters">{words.toList}</a>
        </p>
      </>
    ),
  });

const invite = async (visit: Visit) => {
  const typed = await typedIn(visit.c);
  const { courses, places } = await targetsOf(visit);
  const course = courses.find(({ id }) => id === textOf(typed, 'course'));
  const place = places.find(({ id }) => id === textOf(typed, 'place'));
  const target = course ?? place;
  if (!target || (course && place)) return listPage(visit, { field: 'course', message: words.targetMissing });
  const scope = { kind: course ? ('course' as const) : ('place' as const), target: target.id };
  const code = await inviteSupporter(visit.deps, [scope], visit.staff.id);
  // The code itself is a key and is not written down.
  await recordAudit(visit.deps.db, {
    ...visit.entry({ action: 'supporter.invited', subjectKind: scope.kind, subjectId: target.id }),
    after: { name: target.name },
  });
  return codePage(visit, code, target.name);
};

const end = async (visit: Visit) => {
  const typed = await typedIn(visit.c);
  const supporters = await supportersWithin(visit.deps.db, visit.staff.scope);
  const one = supporters.find(
    ({ personId, kind, target }) =>
      personId === textOf(typed, 'person') &&
      kind === textOf(typed, 'kind') &&
      target === textOf(typed, 'target'),
  );
  if (!one) return refusalPage(visit, 404, wording.notFound);
  const { kind, target } = one;
  if (await endScope(visit.deps.db, one.personId, { kind, target }, visit.now)) {
    await recordAudit(visit.deps.db, {
      ...visit.entry({ action: 'supporter.ended', subjectKind: kind, subjectId: target }),
      before: { name: one.name },
    });
  }
  return visit.c.redirect('/console/supporters?done=removed', 303);
};

/** Who may tell the people of which class or place something: invited by a code, and taken back. */
export const supporterRoutes = new Hono<ConsoleEnv>()
  .get(
    '/supporters',
    route('supporter.read', (visit) => listPage(visit)),
  )
  .post('/supporters/invite', route('supporter.edit', invite))
  .post('/supporters/end', route('supporter.edit', end));
