/** What somebody of the staff may do, from least to most; each may all that the one before may. */
export const roles = ['viewer', 'editor', 'approver', 'admin'] as const;
/** One of {@link roles}. */
export type Role = (typeof roles)[number];

/** The districts somebody may see and change; `all` for the whole city. */
export type Scope = 'all' | readonly string[];

/** One of the city's staff. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  /** In lower case; what she signs in with where she has no passkey. */
  readonly email: string;
  readonly role: Role;
  readonly scope: Scope;
  /** When she took up her invitation, in ms; absent while she has not. */
  readonly activatedAt?: number;
  /** When an admin ended her access, in ms. */
  readonly disabledAt?: number;
}

/** Whether a district lies within a scope. What lies in no known district belongs to the whole city's staff alone. */
export const isWithin = (scope: Scope, district: string | undefined): boolean =>
  scope === 'all' || (district !== undefined && scope.includes(district));

/** Whether one scope lies wholly within another: nobody hands on more than she has. */
export const isNarrower = (inner: Scope, outer: Scope): boolean =>
  outer === 'all' || (inner !== 'all' && inner.every((district) => outer.includes(district)));
