import type { City, Office } from './city';
import type { Person } from './person';
import { originAt } from './search';

/** An office whose phone is confirmed. */
export type ReachableOffice = Office & { readonly phone: string };

const hasPhone = (office: Office | undefined): office is ReachableOffice => office?.phone !== undefined;

/**
 * The office nearest to a person or place that has a confirmed phone: her sphere's centre, else her district's, else
 * the city's desk. A number that nobody confirmed is never given.
 */
export const officeFor = (
  city: City,
  area: { readonly sphere?: string; readonly district?: string },
): ReachableOffice => {
  const sphere = city.spheres.find((one) => one.name === area.sphere);
  const district = city.districts.find((one) => one.name === (area.district ?? sphere?.district));
  return [sphere?.office, district?.office].find(hasPhone) ?? city.desk;
};

/** The office that answers for a person: by the place she asked us to keep, else the city's desk. */
export const officeOf = (city: City, { area }: Pick<Person, 'area'>): ReachableOffice =>
  officeFor(city, area === undefined ? {} : originAt(city, area.at, area.isCentre ? 'town' : 'exact'));
