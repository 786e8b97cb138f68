import { type CivilDate, type ClockTime, tokyoInstant } from '../../calendar';
import type { City, Point, Town } from '../../city';
import { readPhone } from '../../import/cells/phone';
import { readPosition } from '../../import/cells/position';
import { folded, manyLines, oneLine } from '../../import/cells/text';
import { townIn } from '../../import/cells/town';
import { foldedHeader } from '../../import/columns';
import type { Row } from '../../import/table';
import type { Fee } from '../../place';
import type { Lesson } from '../course';
import { readDate, readTime } from './cells';
import { type EventField, headers, otherKind, type reasons } from './wording';

/** A lesson as a file describes it. Seats are not given out here: how many are taken, only the organiser knows. */
export type ImportedLesson = Omit<Lesson, 'seating'>;

/** What becomes of a row. */
export type EventOutcome =
  | { readonly kind: 'lesson'; readonly line: number; readonly lesson: ImportedLesson }
  /** It says the same as an earlier line. */
  | { readonly kind: 'repeated'; readonly line: number; readonly name: string; readonly of: number }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly name: string;
      readonly reason: keyof typeof reasons;
    };

/** How far down the header is looked for; titles above it are skipped. */
const HEADER_WITHIN = 20;

type Cells = (field: EventField) => string;

/** Reads an event list row by row; nothing where no line of it is a header. */
export const planEvents = (
  rows: readonly Row[],
  { city, set, now }: { readonly city: City; readonly set: string; readonly now: number },
): readonly EventOutcome[] | undefined => {
  const at = rows.findIndex(({ cells }, index) => index < HEADER_WITHIN && isHeader(cells));
  const header = rows[at]?.cells;
  if (!header) return undefined;
  // The first column of a meaning counts; later ones are often its translations.
  const columns = new Map<EventField, number>();
  header.forEach((cell, index) => {
    const field = headers[foldedHeader(cell)];
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  });
  const seen = new Map<string, number>();
  return rows
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }): EventOutcome => {
      const cell: Cells = (field) => cells[columns.get(field) ?? -1] ?? '';
      const name = oneLine(cell('name'));
      const read = lessonIn(cell, { city, set, now });
      if ('reason' in read) return { kind: 'refused', line, name, reason: read.reason };
      const { lesson } = read;
      const same = [folded(name), lesson.date, lesson.from, folded(lesson.venue.name)].join('|');
      const earlier = seen.get(same);
      if (earlier !== undefined) return { kind: 'repeated', line, name, of: earlier };
      seen.set(same, line);
      return { kind: 'lesson', line, lesson };
    });
};

const isHeader = (cells: readonly string[]): boolean => {
  const fields = new Set(cells.map((cell) => headers[foldedHeader(cell)]));
  return fields.has('name') && fields.has('startDate');
};

interface Times {
  readonly date: CivilDate;
  readonly from: ClockTime;
  readonly to?: ClockTime;
}

const timesIn = (cell: Cells): Times | { readonly reason: keyof typeof reasons } => {
  if (cell('startDate').trim() === '') return { reason: 'no-date' };
  const date = readDate(cell('startDate'));
  if (date === undefined) return { reason: 'date-unread' };
  const last = readDate(cell('endDate')) ?? date;
  if (last < date) return { reason: 'end-before-start' };
  if (last > date) return { reason: 'many-days' };
  if (cell('startTime').trim() === '') return { reason: 'no-time' };
  const from = readTime(cell('startTime'));
  if (from === undefined) return { reason: 'time-unread' };
  const to = readTime(cell('endTime'));
  if (to !== undefined && to < from) return { reason: 'end-before-start' };
  return { date, from, ...(to === undefined ? {} : { to }) };
};

const lessonIn = (
  cell: Cells,
  { city, set, now }: { readonly city: City; readonly set: string; readonly now: number },
): { readonly lesson: ImportedLesson } | { readonly reason: keyof typeof reasons } => {
  const name = oneLine(cell('name'));
  if (name === '') return { reason: 'no-name' };
  const times = timesIn(cell);
  if ('reason' in times) return times;
  const { date, from, to } = times;
  const startsAt = tokyoInstant(date, from);
  const endsAt = tokyoInstant(date, to ?? '24:00');
  if (endsAt <= now) return { reason: 'past' };
  // The city's list of 2022 has the building where one meets, and nothing where it is held.
  const venue = oneLine(cell('venue')) || oneLine(cell('meetingPoint'));
  if (venue === '') return { reason: 'no-venue' };
  const key = oneLine(cell('key')) || [folded(name), date, from].join('|');
  const closes = readDate(cell('closesDate'));
  const phone = readPhone(cell('phone'));
  const about = manyLines(cell('about')) || manyLines(cell('summary'));
  const audience = oneLine(cell('audience'));
  const url = cell('url').trim();
  return {
    lesson: {
      id: `${set}-${shortName(key)}`,
      course: {
        id: `${set}-c-${shortName(folded(name))}`,
        kind: city.courses.find(({ words }) => words.some((word) => name.includes(word)))?.name ?? otherKind,
        name,
        ...(about === '' ? {} : { description: about.slice(0, 300) }),
        needsContact: false,
        source: { set, key: folded(name) },
      },
      date,
      from,
      ...(to === undefined ? {} : { to }),
      startsAt,
      endsAt,
      venue: { name: venue, ...placeIn(cell, venue, city) },
      opensAt: 0,
      closesAt:
        closes === undefined ? startsAt : tokyoInstant(closes, readTime(cell('closesTime')) ?? '24:00'),
      ...(audience === '' ? {} : { audience }),
      fee: feeIn(cell),
      device: 'any',
      ...(phone !== undefined && 'phone' in phone ? { phone: phone.phone } : {}),
      ...(/^https?:\/\//.test(url) ? { url } : {}),
      isCancelled: false,
      source: { set, key },
    },
  };
};

const feeIn = (cell: Cells): Fee => {
  const digits = cell('fee').normalize('NFKC').replace(/[\s,]/g, '');
  const [yen] = /^\d+/.exec(digits) ?? [];
  if (yen === undefined) return { kind: 'unknown' };
  const note = oneLine(cell('feeNote'));
  return Number(yen) === 0
    ? { kind: 'free' }
    : { kind: 'yen', yen: Number(yen), ...(note === '' ? {} : { text: note }) };
};

/** Where it is: the file's own position, else the middle of its town, marked as approximate. */
const placeIn = (cell: Cells, venue: string, city: City): Omit<Lesson['venue'], 'name'> => {
  const written = oneLine(cell('address')) || `${oneLine(cell('town'))}${oneLine(cell('block'))}`;
  const room = oneLine(cell('room'));
  const town = townIn(city, written) ?? townOfBuilding(city, venue);
  const position = readPosition(cell('lat'), cell('lng'), city.bounds);
  const at: Point | undefined = position !== undefined && 'at' in position ? position.at : town?.at;
  return {
    ...(room === '' ? {} : { room }),
    ...(written === '' ? {} : { address: written }),
    ...(town === undefined ? {} : { town: town.name, district: town.district }),
    ...(town?.sphere === undefined ? {} : { sphere: town.sphere }),
    ...(at === undefined ? {} : { at }),
    isApproximate: at !== undefined && !(position !== undefined && 'at' in position),
  };
};

/** The town of a building that people name, such as a まちづくりセンター, followed by a room. */
const townOfBuilding = (city: City, venue: string): Town | undefined => {
  const building = folded(venue);
  const known = city.landmarks.find(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.length > 2 && building.startsWith(folded(one))),
  );
  return city.towns.find(({ name }) => name === known?.town);
};

/** A short name that follows from a long one: ids stand in buttons, which hold 300 letters. */
const shortName = (words: string): string => {
  const plain = words.replace(/^0+(?=\d)/, '');
  if (/^[a-z0-9-]{1,24}$/i.test(plain)) return plain;
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (let index = 0; index < words.length; index += 1) {
    high = Math.imul(high ^ words.charCodeAt(index), 0x01000193) >>> 0;
    low = Math.imul(low ^ words.charCodeAt(index), 0x85ebca6b) >>> 0;
  }
  return `${high.toString(36)}${low.toString(36)}`;
};
