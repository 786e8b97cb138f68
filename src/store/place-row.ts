import { z } from 'zod';
import type { Fee, Place } from '../core/place';
import { type Exception, storedException, storedSchedule } from '../core/schedule';

/** The columns of a place in the order in which they are written; `revision` is set by the writing itself. */
export const placeColumns = [
  'id',
  'name',
  'kana',
  'activities',
  'description',
  'audience',
  'town',
  'address',
  'lat',
  'lng',
  'isApproximate',
  'district',
  'sphere',
  'schedule',
  'feeKind',
  'feeYen',
  'feeText',
  'steps',
  'wheelchair',
  'toilet',
  'parking',
  'phone',
  'booking',
  'office',
  'url',
  'status',
  'checkedAt',
  'checkedBy',
  'sourceSet',
  'sourceKey',
] as const;

const known = z.enum(['yes', 'no', 'unknown']);
const text = z.string().exactOptional();

/** JSON as it was stored; nothing where it is none. */
export const parsedJson = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

const json = <T>(shape: z.ZodType<T>) =>
  z.string().transform((value, context): T => {
    const read = shape.safeParse(parsedJson(value));
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'not the JSON that belongs here' });
    return z.NEVER;
  });

/** What the database has as null is absent here. */
const withoutNulls = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null))
    : raw;

const placeRow = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  kana: text,
  activities: json(z.array(z.string())),
  description: text,
  audience: text,
  town: text,
  address: text,
  lat: z.number().exactOptional(),
  lng: z.number().exactOptional(),
  isApproximate: z.union([z.literal(0), z.literal(1), z.boolean()]),
  district: text,
  sphere: text,
  schedule: json(storedSchedule),
  feeKind: z.enum(['unknown', 'free', 'yen']),
  feeYen: z.int().exactOptional(),
  feeText: text,
  steps: known,
  wheelchair: known,
  toilet: known,
  parking: known,
  phone: text,
  booking: known,
  office: text,
  url: text,
  status: z.enum(['active', 'paused', 'ended']),
  checkedAt: z.number().exactOptional(),
  checkedBy: text,
  doubtedAt: z.number().exactOptional(),
  sourceSet: z.string(),
  sourceKey: z.string(),
});

/** A place as its columns. Its exceptions, and that it is doubted, come from elsewhere and are not in it. */
export const rowOf = (place: Place): Readonly<Record<(typeof placeColumns)[number], unknown>> => {
  const { exceptions: _, ...schedule } = place.schedule;
  return {
    id: place.id,
    name: place.name,
    kana: place.kana ?? null,
    activities: JSON.stringify(place.activities),
    description: place.description ?? null,
    audience: place.audience ?? null,
    town: place.town ?? null,
    address: place.address ?? null,
    lat: place.at?.lat ?? null,
    lng: place.at?.lng ?? null,
    isApproximate: place.isApproximate,
    district: place.district ?? null,
    sphere: place.sphere ?? null,
    schedule: JSON.stringify(schedule),
    feeKind: place.fee.kind,
    feeYen: place.fee.kind === 'yen' ? place.fee.yen : null,
    feeText: place.fee.kind === 'yen' ? (place.fee.text ?? null) : null,
    ...place.access,
    phone: place.phone ?? null,
    booking: place.booking,
    office: place.office ?? null,
    url: place.url ?? null,
    status: place.status,
    checkedAt: place.checkedAt ?? null,
    checkedBy: place.checkedBy ?? null,
    sourceSet: place.source.set,
    sourceKey: place.source.key,
  };
};

/** Reads a row, or says nothing where it is not one; `exceptions` are those of the same place. */
export const placeIn = (raw: unknown, exceptions: readonly Exception[] = []): Place | undefined => {
  const read = placeRow.safeParse(withoutNulls(raw));
  if (!read.success) return undefined;
  const { lat, lng, isApproximate, schedule, sourceSet, sourceKey, ...row } = read.data;
  const { feeKind, feeYen, feeText, steps, wheelchair, toilet, parking, ...same } = row;
  return {
    ...same,
    ...(lat === undefined || lng === undefined ? {} : { at: { lat, lng } }),
    isApproximate: isApproximate === 1 || isApproximate === true,
    schedule: { ...schedule, ...(exceptions.length === 0 ? {} : { exceptions }) },
    fee: feeIn(feeKind, feeYen, feeText),
    access: { steps, wheelchair, toilet, parking },
    source: { set: sourceSet, key: sourceKey },
  };
};

const feeIn = (kind: Fee['kind'], yen: number | undefined, words: string | undefined): Fee => {
  if (kind !== 'yen') return { kind };
  // A price without its number is no price.
  if (yen === undefined) return { kind: 'unknown' };
  return { kind, yen, ...(words === undefined ? {} : { text: words }) };
};

const exceptionJson = json(storedException);

/** Reads an exception's JSON, or says nothing where it is not one. */
export const exceptionIn = (stored: string): Exception | undefined => exceptionJson.safeParse(stored).data;

/** What one exception speaks of: the same sitting changed again in the same way has the same id. */
export const exceptionId = (placeId: string, exception: Exception): string => {
  const time = exception.kind === 'extra' ? exception.time?.from : exception.from;
  return [placeId, exception.kind, exception.date, ...(time === undefined ? [] : [time])].join('/');
};
