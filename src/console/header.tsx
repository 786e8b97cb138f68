import { may, type Permission } from '../core/permission';
import { useFrame } from './frame';
import { FormToken } from './parts/form';
import { wording } from './wording';

/** The parts of the console, each shown to those who may open it. */
const parts: readonly { readonly path: string; readonly label: string; readonly needs: Permission }[] = [
  { path: '/console', label: wording.nav.home, needs: 'home.read' },
  { path: '/console/places', label: wording.nav.places, needs: 'place.read' },
  { path: '/console/lessons', label: wording.nav.lessons, needs: 'lesson.read' },
  { path: '/console/notices', label: wording.nav.notices, needs: 'notice.read' },
  { path: '/console/reports', label: wording.nav.reports, needs: 'correction.read' },
  { path: '/console/call-backs', label: wording.nav.callBacks, needs: 'call-back.read' },
  { path: '/console/supporters', label: wording.nav.supporters, needs: 'supporter.read' },
  { path: '/console/volunteers', label: wording.nav.volunteers, needs: 'volunteer.read' },
  { path: '/console/cases', label: wording.nav.cases, needs: 'case.read' },
  { path: '/console/demand', label: wording.nav.demand, needs: 'demand.read' },
  { path: '/console/surveys', label: wording.nav.surveys, needs: 'survey.read' },
  { path: '/console/staff', label: wording.nav.staff, needs: 'staff.read' },
  { path: '/console/audit', label: wording.nav.audit, needs: 'audit.read' },
];

const isHere = (path: string, at: string): boolean =>
  path === '/console' ? at === path : at === path || at.startsWith(`${path}/`);

/** Who one is, where one is, and the ways to the other parts. */
export const Header = () => {
  const { staff, path } = useFrame();
  return (
    <header>
      <div class="bar">
        <a class="site" href="/console">
          {wording.siteName}
        </a>
        {staff && (
          <div class="me">
            <a href="/console/account">{wording.me(staff.name, wording.roles[staff.role])}</a>
            <form method="post" action="/console/sign-out">
              <FormToken />
              <button type="submit" class="quiet">
                {wording.signOut}
              </button>
            </form>
          </div>
        )}
      </div>
      {staff && (
        <nav aria-label={wording.navLabel}>
          <ul>
            {parts
              .filter(({ needs }) => may(staff, needs))
              .map((part) => (
                <li>
                  <a href={part.path} aria-current={isHere(part.path, path) ? 'page' : undefined}>
                    {part.label}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      )}
    </header>
  );
};
