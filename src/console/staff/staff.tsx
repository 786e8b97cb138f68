import { Hono } from 'hono';
import { z } from 'zod';
import { changesBetween } from '../../core/audit';
import { isAtLeast } from '../../core/permission';
import { isNarrower, roles, type Scope, type StaffMember } from '../../core/staff';
import { inviteMember, inviteMemberAgain } from '../../service/sign-in/invite';
import { changeMember, disableMember, findMember, listStaff } from '../../store/staff';
import { endAllSessions } from '../../store/staff-sessions';
import { needed, type Problem, readForm, type Typed, ticked } from '../form';
import { page, refusalPage } from '../page';
import { route } from '../route';
import { addressOf, type ConsoleEnv, type Visit } from '../visit';
import { wording } from '../wording';
import { InvitePage, LinkPage, ListPage, MemberPage } from './pages';
import { words } from './wording';

const rights = {
  name: needed(words.nameMissing, 60),
  role: z.enum(roles, { error: words.roleMissing }),
  districts: ticked,
};
const inviteForm = z.object({
  ...rights,
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email({ error: words.emailWrong })),
});
const changeForm = z.object(rights);

const scopeIn = (districts: readonly string[]): Scope => (districts.length === 0 ? 'all' : districts);

/** What is wrong with rights that are to be given, if anything: nobody hands on more than she has. */
const tooMuch = (
  { staff, deps }: Visit,
  given: { readonly role: StaffMember['role']; readonly districts: readonly string[] },
): Problem | undefined => {
  const known = deps.city.districts.map(({ name }) => name);
  if (given.districts.some((name) => !known.includes(name))) {
    return { field: 'districts', message: words.districtUnknown };
  }
  const isFine = isAtLeast(staff.role, given.role) && isNarrower(scopeIn(given.districts), staff.scope);
  return isFine ? undefined : { field: 'districts', message: words.tooMuch };
};

const invitePage = (visit: Visit, problems: readonly Problem[] = [], typed: Typed = {}) =>
  page(visit, {
    title: words.invite,
    status: problems.length > 0 ? 422 : 200,
    problems,
    typed,
    body: <InvitePage districts={visit.deps.city.districts.map(({ name }) => name)} />,
  });

const memberPage = (
  visit: Visit,
  member: StaffMember,
  problems: readonly Problem[] = [],
  typed: Typed = {},
) =>
  page(visit, {
    title: member.name,
    status: problems.length > 0 ? 422 : 200,
    problems,
    typed,
    body: (
      <MemberPage
        member={member}
        isSelf={member.id === visit.staff.id}
        districts={visit.deps.city.districts.map(({ name }) => name)}
      />
    ),
  });

const linkPage = (visit: Visit, path: string, name: string) =>
  page(visit, {
    title: words.linkTitle,
    body: <LinkPage link={`${new URL(visit.c.req.url).origin}${path}`} name={name} />,
  });

/** A member within reach: an admin of some districts has no say over those of others. */
const reachable =
  (answer: (visit: Visit, member: StaffMember) => Response | Promise<Response>) =>
  async (visit: Visit): Promise<Response> => {
    const member = await findMember(visit.deps.db, visit.c.req.param('id') ?? '');
    const isReachable =
      member !== undefined &&
      isNarrower(member.scope, visit.staff.scope) &&
      isAtLeast(visit.staff.role, member.role);
    return isReachable ? answer(visit, member) : refusalPage(visit, 404, wording.notFound);
  };

const notSelf = (answer: (visit: Visit, member: StaffMember) => Response | Promise<Response>) =>
  reachable((visit, member) =>
    member.id === visit.staff.id
      ? memberPage(visit, member, [{ field: 'role', message: words.notYourself }])
      : answer(visit, member),
  );

const by = ({ staff, c }: Visit) => ({ staffId: staff.id, staffName: staff.name, from: addressOf(c) });

/** Who works here and what each may do. */
export const staffRoutes = new Hono<ConsoleEnv>()
  .get(
    '/staff',
    route('staff.read', async (visit) => {
      const members = (await listStaff(visit.deps.db)).filter(({ scope }) =>
        isNarrower(scope, visit.staff.scope),
      );
      return page(visit, { title: words.title, isWide: true, body: <ListPage members={members} /> });
    }),
  )
  .get(
    '/staff/invite',
    route('staff.edit', (visit) => invitePage(visit)),
  )
  .post(
    '/staff/invite',
    route('staff.edit', async (visit) => {
      const form = await readForm(visit.c, inviteForm);
      if (!form.ok) return invitePage(visit, form.problems, form.typed);
      const problem = tooMuch(visit, form.value);
      if (problem) return invitePage(visit, [problem], form.typed);
      const { name, email, role, districts } = form.value;
      const invited = await inviteMember(visit.deps, by(visit), {
        name,
        email,
        role,
        scope: scopeIn(districts),
      });
      if (!invited) return invitePage(visit, [{ field: 'email', message: words.taken }], form.typed);
      return linkPage(visit, invited.path, name);
    }),
  )
  .get(
    '/staff/:id',
    route(
      'staff.read',
      reachable((visit, member) => memberPage(visit, member)),
    ),
  )
  .post(
    '/staff/:id',
    route(
      'staff.edit',
      notSelf(async (visit, member) => {
        const form = await readForm(visit.c, changeForm);
        if (!form.ok) return memberPage(visit, member, form.problems, form.typed);
        const problem = tooMuch(visit, form.value);
        if (problem) return memberPage(visit, member, [problem], form.typed);
        const next = { name: form.value.name, role: form.value.role, scope: scopeIn(form.value.districts) };
        const { name, role, scope } = member;
        const entry = visit.entry({
          action: 'staff.changed',
          subjectKind: 'staff',
          subjectId: member.id,
          ...changesBetween({ name, role, scope }, next),
        });
        if (await changeMember(visit.deps.db, member, next, entry)) {
          return visit.c.redirect('/console/staff?done=saved', 303);
        }
        return memberPage(visit, member, [{ field: 'name', message: words.changedMeanwhile }]);
      }),
    ),
  )
  .post(
    '/staff/:id/invite-again',
    route(
      'staff.edit',
      notSelf(async (visit, member) => {
        const path = await inviteMemberAgain(visit.deps, by(visit), member.id);
        return path ? linkPage(visit, path, member.name) : refusalPage(visit, 409, wording.notFound);
      }),
    ),
  )
  .post(
    '/staff/:id/sign-out',
    route(
      'staff.edit',
      reachable(async (visit, member) => {
        const did = { action: 'session.ended-everywhere', subjectKind: 'staff', subjectId: member.id };
        await endAllSessions(visit.deps.db, member.id, visit.entry(did));
        return visit.c.redirect('/console/staff?done=ended', 303);
      }),
    ),
  )
  .post(
    '/staff/:id/disable',
    route(
      'staff.edit',
      notSelf(async (visit, member) => {
        const did = { action: 'staff.disabled', subjectKind: 'staff', subjectId: member.id };
        if (await disableMember(visit.deps.db, member.id, visit.entry(did))) {
          return visit.c.redirect('/console/staff?done=disabled', 303);
        }
        return memberPage(visit, member, [{ field: 'role', message: words.lastAdmin }]);
      }),
    ),
  );
