import { type AreaReading, readArea } from '../../core/area';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import { isInside } from '../../core/geo';
import type { SearchOrigin } from './data';
import { wording } from './wording';

/** Where a search starts, or what is still to be asked about it. */
export type OriginReading =
  | AreaReading
  | { readonly notOurs: string }
  /** She said nothing about where. */
  | { readonly silent: true };

const marks = { station: wording.station, district: wording.district };

/** The place she asked us to keep. */
export const homeOf = ({ person }: Context): SearchOrigin | undefined =>
  person.area && {
    kind: person.area.isCentre ? 'town' : 'exact',
    label: person.area.label,
    at: { ...person.area.at },
  };

/** Reads where she wants to start from words or from a point she sent. */
export const originIn = (heard: Heard, context: Context): OriginReading => {
  if (heard.type === 'location') {
    if (!isInside(context.city.bounds, heard.at)) return { notOurs: wording.outsidePoint(context.city.name) };
    return { found: { kind: 'exact', label: wording.pointLabel, at: heard.at } };
  }
  if (heard.type !== 'said') return { silent: true };
  const { area, near } = heard.understood.slots;
  if (area !== undefined) {
    return context.city.neighbours.includes(area)
      ? { notOurs: wording.notOurCity(context.city.name) }
      : readArea(context.city, area, marks);
  }
  const home = homeOf(context);
  return near !== undefined && home ? { found: home } : { silent: true };
};

/** The middle of the city, for someone who cannot or will not say where she is. */
export const cityCentre = ({ city }: Context): SearchOrigin => ({
  kind: 'district',
  label: wording.wholeCityLabel,
  at: { ...city.centre },
});
