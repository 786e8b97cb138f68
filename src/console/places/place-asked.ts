import type { AuditEntry } from '../../core/audit';
import type { Place } from '../../core/place';
import type { StoredPlace } from '../../store/places';
import { findPlace } from '../../store/staff-places';
import type { Visit } from '../visit';

/** The place of the address, if it lies within reach. */
export const placeAsked = (visit: Visit): Promise<StoredPlace | undefined> =>
  findPlace(visit.deps.db, visit.staff.scope, visit.c.req.param('id') ?? '');

/** What the audit will say of a change of a place; it is written in the same step as the change. */
export const placeEntry = (
  visit: Visit,
  action: string,
  place: Place,
  changes: Pick<AuditEntry, 'before' | 'after'>,
): AuditEntry => ({
  ...visit.entry({
    action,
    subjectKind: 'place',
    subjectId: place.id,
    ...(place.district === undefined ? {} : { district: place.district }),
  }),
  ...changes,
});
