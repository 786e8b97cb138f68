import { Hono } from 'hono';
import { z } from 'zod';
import { matchPlaces } from '../../core/volunteer/match';
import { isVolunteerState, type VolunteerState } from '../../core/volunteer/volunteer';
import { catalogueRevision } from '../../store/place-wishes';
import {
  countVolunteers,
  findVolunteer,
  type ListedVolunteer,
  moveVolunteer,
  volunteersWithin,
} from '../../store/volunteers/staff-volunteers';
import { openVolunteerContact } from '../../store/volunteers/volunteer-contact';
import { typedIn } from '../form';
import { page, refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { ListPage, PIPELINE } from './list-page';
import { mayBring, ShowPage } from './show-page';
import { words } from './wording';

/** How many the list shows, and how many fitting places a volunteer's page. */
const LISTED = 200;
const MATCHES = 10;

const listPage = async (visit: Visit) => {
  const { db } = visit.deps;
  const { scope } = visit.staff;
  const state = visit.c.req.query('state') ?? '';
  const search = (visit.c.req.query('words') ?? '').trim().slice(0, 40);
  const states: readonly VolunteerState[] = isVolunteerState(state) ? [state] : PIPELINE;
  const [counts, volunteers] = await Promise.all([
    countVolunteers(db, scope),
    volunteersWithin(db, scope, states, LISTED, search),
  ]);
  return page(visit, {
    title: words.title,
    isWide: true,
    body: <ListPage counts={counts} volunteers={volunteers} state={state} search={search} />,
  });
};

const showPage = async (visit: Visit, volunteer: ListedVolunteer, said?: string, message?: string) => {
  const { db, catalogue } = visit.deps;
  const index = await catalogue.at(await catalogueRevision(db));
  return page(visit, {
    title: words.heading(volunteer.number),
    status: message === undefined ? 200 : 409,
    problems: message === undefined ? [] : [{ field: 'main', message }],
    body: (
      <ShowPage
        volunteer={volunteer}
        place={index.places.find(({ id }) => id === volunteer.place)}
        matches={matchPlaces(index, volunteer, visit.today, MATCHES)}
        reader={visit.staff}
        {...(said === undefined ? {} : { said })}
      />
    ),
  });
};

type Answer = (visit: Visit, volunteer: ListedVolunteer) => Response | Promise<Response>;

/** A route about one volunteer, who is not there for staff of other districts. */
const found = (answer: Answer) => async (visit: Visit) => {
  const asked = visit.c.req.param('number') ?? '';
  const volunteer = /^\d{1,9}$/.test(asked)
    ? await findVolunteer(visit.deps.db, visit.staff.scope, Number(asked))
    : undefined;
  return volunteer ? answer(visit, volunteer) : refusalPage(visit, 404, wording.notFound);
};

const entryOf = (visit: Visit, action: string, { number, area }: ListedVolunteer) =>
  visit.entry({
    action,
    subjectKind: 'volunteer',
    subjectId: String(number),
    ...(area?.district === undefined ? {} : { district: area.district }),
  });

const form = z.object({
  from: z.string().refine(isVolunteerState),
  to: z.string().refine(isVolunteerState),
  revision: z.coerce.number().int(),
});

const move: Answer = async (visit, volunteer) => {
  const read = form.safeParse(await typedIn(visit.c));
  if (!read.success) return showPage(visit, volunteer, undefined, words.noMove);
  const { from, to, revision } = read.data;
  if (!mayBring(visit.staff, to)) return refusalPage(visit, 403, wording.mayNot);
  const { db } = visit.deps;
  const entry = {
    ...entryOf(visit, 'volunteer.moved', volunteer),
    before: { state: from },
    after: { state: to },
  };
  const moved = await moveVolunteer(
    db,
    visit.staff.scope,
    { number: volunteer.number, revision, from, to },
    entry,
  );
  if (moved.moved) return visit.c.redirect(`/console/volunteers/${volunteer.number}?done=saved`, 303);
  const message = moved.because === 'no-such-move' ? words.noMove : words.changed;
  return showPage(visit, volunteer, undefined, message);
};

const contact: Answer = async (visit, volunteer) => {
  const { db, city } = visit.deps;
  const courses = city.courses.filter(({ purpose }) => purpose === 'training').map(({ name }) => name);
  const entry = entryOf(visit, 'contact.opened', volunteer);
  const given = await openVolunteerContact(db, visit.staff.scope, volunteer.number, courses, entry);
  return showPage(visit, volunteer, given ? words.contactOf(given.name, given.phone) : words.noContact);
};

/** Those who want to help, from the wish to the place: seen, met, trained, approved. */
export const volunteerRoutes = new Hono<ConsoleEnv>()
  .get('/volunteers', route('volunteer.read', listPage))
  .get(
    '/volunteers/:number',
    route(
      'volunteer.read',
      found((visit, volunteer) => showPage(visit, volunteer)),
    ),
  )
  .post('/volunteers/:number/move', route('volunteer.edit', found(move)))
  .post('/volunteers/:number/contact', route('volunteer.open', found(contact)));
