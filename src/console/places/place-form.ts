import { z } from 'zod';
import { isCivilDate } from '../../core/calendar';
import type { City } from '../../core/city';
import { isInside } from '../../core/geo';
import type { Fee, Place } from '../../core/place';
import { readSchedule, ruleText, type Schedule } from '../../core/schedule';
import { isWithin, type Scope } from '../../core/staff';
import { needed, optional, type Problem, readTyped, type Typed, ticked } from '../form';
import { words } from './wording';

const known = z.enum(['yes', 'no', 'unknown']).catch('unknown');
const day = optional().refine((text) => text === undefined || isCivilDate(text), words.dateWrong);

const form = z.object({
  name: needed(words.nameMissing, 60),
  kana: optional(100),
  activities: ticked,
  description: optional(1000),
  audience: optional(200),
  town: optional(40),
  address: optional(150),
  lat: optional(20),
  lng: optional(20),
  approximate: ticked,
  district: optional(40),
  sphere: optional(40),
  schedule: optional(1000),
  start: day,
  end: day,
  fee: z.enum(['unknown', 'free', 'yen']).catch('unknown'),
  feeYen: optional(6),
  feeText: optional(60),
  steps: known,
  wheelchair: known,
  toilet: known,
  parking: known,
  phone: optional(20).refine((text) => text === undefined || /^0[\d-]{8,12}$/.test(text), words.phoneWrong),
  booking: known,
  url: optional(1000).refine(
    (text) => text === undefined || (text.startsWith('https://') && URL.canParse(text)),
    words.urlWrong,
  ),
  status: z.enum(['active', 'paused', 'ended']).catch('active'),
});

type Filled = z.infer<typeof form>;

/** A schedule as the lines of its editor, which reads them back. */
export const scheduleLines = ({ rules }: Schedule): string => rules.map(ruleText).join('\n');

/** What a text says of days, and the pieces of it that say nothing known. */
export const scheduleOfText = (text: string, before: Schedule, today: string) => {
  // What nobody touched stays as it is stored, whatever the reading of its own words would make of it.
  if (text.trim() === scheduleLines(before).trim()) return { rules: before.rules, unread: [] };
  if (text.trim() === '') return { rules: [], unread: [] };
  const read = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => readSchedule(line, today) ?? { rules: [], unread: [line] });
  return { rules: read.flatMap(({ rules }) => rules), unread: read.flatMap(({ unread }) => unread) };
};

const feeIn = ({ fee, feeYen, feeText }: Filled): Fee | undefined => {
  if (fee !== 'yen') return { kind: fee };
  const yen = Number(feeYen?.normalize('NFKC') ?? 'none');
  if (!Number.isInteger(yen) || yen < 0 || yen > 100_000) return undefined;
  return { kind: 'yen', yen, ...(feeText === undefined ? {} : { text: feeText }) };
};

const pointIn = (filled: Filled, city: City): Place['at'] | 'none' | undefined => {
  if (filled.lat === undefined && filled.lng === undefined) return 'none';
  const at = { lat: Number(filled.lat ?? 'none'), lng: Number(filled.lng ?? 'none') };
  return Number.isFinite(at.lat) && Number.isFinite(at.lng) && isInside(city.bounds, at) ? at : undefined;
};

/** Leaves out what is absent. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } => {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) Object.assign(kept, { [name]: value });
  }
  return kept;
};

/** What was ticked, in the order it was stored in; the form's own order means nothing. */
const inStoredOrder = (ticked: readonly string[], stored: readonly string[]): readonly string[] => [
  ...stored.filter((one) => ticked.includes(one)),
  ...ticked.filter((one) => !stored.includes(one)),
];

/** Reads a place from its form, or says what must be put right. Identity, exceptions and pauses stay as they are. */
export const placeInForm = (
  typed: Typed,
  before: Pick<Place, 'id' | 'source' | 'activities' | 'schedule' | 'checkedAt' | 'checkedBy' | 'office'>,
  { city, scope, today }: { readonly city: City; readonly scope: Scope; readonly today: string },
): { readonly place: Place } | { readonly problems: readonly Problem[] } => {
  const read = readTyped(typed, form);
  if (!read.ok) return { problems: read.problems };
  const filled = read.value;
  const town = city.towns.find(({ name }) => name === filled.town?.normalize('NFKC'));
  const fee = feeIn(filled);
  const point = pointIn(filled, city);
  const schedule = scheduleOfText(filled.schedule ?? '', before.schedule, today);
  const sphere = filled.sphere ?? town?.sphere;
  const district =
    filled.district ?? city.spheres.find(({ name }) => name === sphere)?.district ?? town?.district;
  const problems: readonly Problem[] = [
    ...(filled.town !== undefined && !town ? [{ field: 'town', message: words.townUnknown }] : []),
    ...(point === undefined ? [{ field: 'lat', message: words.positionWrong }] : []),
    ...(fee === undefined ? [{ field: 'feeYen', message: words.feeWrong }] : []),
    ...(isWithin(scope, district) ? [] : [{ field: 'district', message: words.districtWrong }]),
    ...(schedule.unread.length > 0
      ? [{ field: 'schedule', message: words.scheduleUnread(schedule.unread.join('」「')) }]
      : []),
  ];
  if (problems.length > 0 || fee === undefined || point === undefined) return { problems };
  const at = point === 'none' ? town?.at : point;
  const { start: _, end: __, rules: ___, ...kept } = before.schedule;
  const { name, activities, kana, description, audience, address, phone, url, booking, status } = filled;
  const { steps, wheelchair, toilet, parking } = filled;
  return {
    place: {
      ...present({ office: before.office, checkedAt: before.checkedAt, checkedBy: before.checkedBy }),
      ...present({
        kana,
        description,
        audience,
        address,
        phone,
        url,
        district,
        sphere,
        at,
        town: town?.name,
      }),
      id: before.id,
      source: before.source,
      name,
      activities: inStoredOrder(
        activities.filter((one) => city.activities.some((activity) => activity.name === one)),
        before.activities,
      ),
      isApproximate: at !== undefined && (point === 'none' || filled.approximate.length > 0),
      schedule: {
        ...kept,
        rules: schedule.rules,
        ...present({ start: filled.start, end: filled.end }),
      },
      fee,
      access: { steps, wheelchair, toilet, parking },
      booking,
      status,
    },
  };
};

/** A place as the fields of its form. */
export const typedOfPlace = (place: Place): Typed => ({
  name: place.name,
  kana: place.kana ?? '',
  activities: place.activities,
  description: place.description ?? '',
  audience: place.audience ?? '',
  town: place.town ?? '',
  address: place.address ?? '',
  lat: place.at === undefined ? '' : String(place.at.lat),
  lng: place.at === undefined ? '' : String(place.at.lng),
  approximate: place.isApproximate ? ['yes'] : [],
  district: place.district ?? '',
  sphere: place.sphere ?? '',
  schedule: scheduleLines(place.schedule),
  start: place.schedule.start ?? '',
  end: place.schedule.end ?? '',
  fee: place.fee.kind,
  feeYen: place.fee.kind === 'yen' ? String(place.fee.yen) : '',
  feeText: place.fee.kind === 'yen' ? (place.fee.text ?? '') : '',
  ...place.access,
  phone: place.phone ?? '',
  booking: place.booking,
  url: place.url ?? '',
  status: place.status,
});
