import type { Role, StaffMember } from './staff';

/**
 * The one table of what may be done in the console, and from which role on. Every route names one of these; a test
 * walks all routes. Where somebody may do it is her scope's matter and stands in the queries.
 */
export const permissions = {
  'account.edit': 'viewer',
  'home.read': 'viewer',
  'place.read': 'viewer',
  'place.export': 'viewer',
  'place.edit': 'editor',
  'place.import': 'editor',
  'lesson.read': 'viewer',
  'lesson.edit': 'editor',
  'roster.read': 'viewer',
  'roster.open': 'editor',
  'booking.edit': 'editor',
  'notice.read': 'viewer',
  'notice.write': 'editor',
  'notice.approve': 'approver',
  'notice.stop': 'editor',
  'notice.override': 'admin',
  'call-back.read': 'editor',
  'call-back.edit': 'editor',
  'alert.read': 'viewer',
  'alert.close': 'approver',
  'correction.read': 'editor',
  'correction.decide': 'approver',
  'volunteer.read': 'viewer',
  'volunteer.open': 'editor',
  'volunteer.edit': 'editor',
  'volunteer.decide': 'approver',
  'case.read': 'viewer',
  'case.edit': 'editor',
  'demand.read': 'viewer',
  'demand.export': 'viewer',
  'survey.read': 'viewer',
  'survey.export': 'viewer',
  'supporter.read': 'viewer',
  'supporter.edit': 'editor',
  'staff.read': 'admin',
  'staff.edit': 'admin',
  'audit.read': 'approver',
} as const satisfies Readonly<Record<string, Role>>;

/** A permission's name, `noun.verb`. */
export type Permission = keyof typeof permissions;

const rank: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, approver: 2, admin: 3 };

/** Whether somebody's role holds a permission. A member whose access ended holds none. */
export const may = (member: Pick<StaffMember, 'role' | 'disabledAt'>, permission: Permission): boolean =>
  member.disabledAt === undefined && rank[member.role] >= rank[permissions[permission]];

/** Whether the first role may all that the second may; an admin hands out no more than her own. */
export const isAtLeast = (role: Role, other: Role): boolean => rank[role] >= rank[other];
