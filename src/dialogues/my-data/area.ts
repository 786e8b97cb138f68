import { readArea, type Start } from '../../core/area';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import { isInside, roundedPoint } from '../../core/geo';
import { panel, text } from '../../core/message';
import { originAt } from '../../core/search';
import { backToList, search } from './buttons';
import type { Data, Next } from './data';
import { wording } from './wording';

const marks = { station: wording.station, district: wording.district };

/** More choices than this are not asked for at once; the middle of the town serves instead. */
const MOST_CHOICES = 3;

/** Keeps a starting point, rounded, with the district it lies in. */
export const keep = ({ at, kind, label }: Start, { city }: Context): Next => {
  const { district } = originAt(city, at, kind);
  const area = {
    label,
    at: roundedPoint(at),
    isCentre: kind !== 'exact',
    ...(district === undefined ? {} : { district }),
  };
  return {
    stay: true,
    data: {},
    say: [panel([wording.areaKept(label)], [search, backToList])],
    effects: [{ type: 'keepArea', area }],
  };
};

/** Reads where she wants to be found from, in words or as a point on the map. */
export const hearArea = (heard: Heard, data: Data, context: Context): Next | undefined => {
  const { city } = context;
  if (heard.type === 'location') {
    return isInside(city.bounds, heard.at)
      ? keep({ kind: 'exact', label: wording.pointLabel, at: heard.at }, context)
      : { stay: true, say: [panel([wording.outside(city.name), wording.askAreaHint])] };
  }
  const area = heard.type === 'said' ? heard.understood.slots.area : undefined;
  if (area === undefined) return undefined;
  if (city.neighbours.includes(area)) return { stay: true, say: [text(wording.outside(city.name))] };
  const reading = readArea(city, area, marks);
  if ('found' in reading) return keep(reading.found, context);
  if ('parts' in reading) return keep(reading.middle, context);
  if ('several' in reading) {
    const candidates = reading.several
      .slice(0, MOST_CHOICES)
      .map(({ kind, label, at }) => ({ kind, label, at }));
    return { to: 'askWhich', data: { ...data, candidates } };
  }
  return { to: 'askArea', data, say: [text(wording.areaUnknown(reading.name))] };
};
