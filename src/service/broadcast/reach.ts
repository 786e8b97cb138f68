import type { AudienceRule } from '../../core/notice';
import type { Scope } from '../../core/staff';
import { districtsOfCourse, findLesson } from '../../store/lessons/staff-lessons';
import { loadNotice } from '../../store/notices/notice';
import { reachOfNotice, WHOLE_CITY } from '../../store/notices/reach';
import { loadPlace } from '../../store/places';
import type { Deps } from '../deps';

/** A circle whose centre is a place belongs to that place's district, wherever its rim lies. */
export interface Centre {
  readonly place: string;
}

/**
 * The districts a rule reaches; the empty text stands for the whole city. What cannot be told belongs to the whole
 * city, so that nobody with a district of her own can send it.
 */
export const districtsOf = async (
  deps: Pick<Deps, 'db'>,
  rule: AudienceRule,
  centre?: Centre,
): Promise<readonly string[]> => {
  switch (rule.type) {
    case 'districts':
      return rule.districts;
    case 'lesson':
    case 'waiting':
      return [(await findLesson(deps.db, 'all', rule.lesson))?.district ?? WHOLE_CITY];
    case 'course':
      return orWhole(await districtsOfCourse(deps.db, rule.course));
    case 'place':
      return [await districtOfPlace(deps, rule.place)];
    case 'near': {
      const place = rule.place ?? centre?.place;
      return [place === undefined ? WHOLE_CITY : await districtOfPlace(deps, place)];
    }
    case 'all-of': {
      // It reaches nobody beyond any one of its rules: the narrowest says how far it goes.
      const reaches = await Promise.all(rule.rules.map((one) => districtsOf(deps, one, centre)));
      const known = reaches.filter((reach) => !reach.includes(WHOLE_CITY));
      return known.toSorted((a, b) => a.length - b.length)[0] ?? [WHOLE_CITY];
    }
    case 'reached-by': {
      const first = await loadNotice(deps.db, rule.notice);
      return first ? orWhole(await reachOfNotice(deps.db, first.id)) : [WHOLE_CITY];
    }
    default:
      return [WHOLE_CITY];
  }
};

const orWhole = (districts: readonly string[]): readonly string[] =>
  districts.length === 0 ? [WHOLE_CITY] : districts;

const districtOfPlace = async (deps: Pick<Deps, 'db'>, id: string): Promise<string> =>
  (await loadPlace(deps.db, id))?.place.district ?? WHOLE_CITY;

/** Whether somebody may send to all these districts. */
export const maySendTo = (scope: Scope, districts: readonly string[]): boolean =>
  scope === 'all' || districts.every((district) => district !== WHOLE_CITY && scope.includes(district));
