import { readArea, type Start } from '../../core/area';
import type { Context, Heard } from '../../core/dialogue/dialogue';
import { isInside, roundedPoint } from '../../core/geo';
import { text } from '../../core/message';
import type { SavedArea } from '../../core/person';
import { originAt } from '../../core/search';
import type { Data, Next } from './data';
import { wording } from './wording';

const marks = { station: wording.station, district: wording.district };

const areaOf = ({ at, kind, label }: Start, { city }: Context): SavedArea => {
  const { district } = originAt(city, at, kind);
  return {
    label,
    at: roundedPoint(at),
    isCentre: kind !== 'exact',
    ...(district === undefined ? {} : { district }),
  };
};

/** The area that a name stands for, where nothing needs to be asked back; the middle of a town will do. */
export const areaNamed = (name: string | undefined, context: Context): SavedArea | undefined => {
  if (name === undefined || context.city.neighbours.includes(name)) return undefined;
  const reading = readArea(context.city, name, marks);
  if ('found' in reading) return areaOf(reading.found, context);
  if ('parts' in reading) return areaOf(reading.middle, context);
  const [first] = 'several' in reading ? reading.several : [];
  return first && areaOf(first, context);
};

/** Reads where she would like to help, and goes on with it. */
export const hearWhere = (
  heard: Heard,
  context: Context,
  goOn: (area: Data['area']) => Next,
): Next | undefined => {
  const { city } = context;
  if (heard.type === 'location') {
    return isInside(city.bounds, heard.at)
      ? goOn(areaOf({ kind: 'exact', label: wording.pointLabel, at: heard.at }, context))
      : { stay: true, say: [text(wording.outside(city.name))] };
  }
  const name = heard.type === 'said' ? heard.understood.slots.area : undefined;
  if (name === undefined) return undefined;
  if (city.neighbours.includes(name)) return { stay: true, say: [text(wording.outside(city.name))] };
  const area = areaNamed(name, context);
  return area ? goOn(area) : { stay: true, say: [text(wording.areaUnknown(name))] };
};
