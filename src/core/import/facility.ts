import type { Bounds, City, Point } from '../city';
import type { Access } from '../place';
import type { Rule } from '../schedule';
import { nearestTown } from '../search';
import { readOpening } from './cells/opening';
import { readPhone } from './cells/phone';
import { readPosition, type WrongPosition } from './cells/position';
import { folded, isFormula, knownIn, manyLines, oneLine } from './cells/text';
import { localAddress, townIn } from './cells/town';
import type { Columns, Field } from './columns';
import type { Row } from './table';

/** What a row says of a facility; absent is what it leaves blank. */
export interface Facility {
  readonly line: number;
  /** Its number in the list; where the list has none, one made of name and address. */
  readonly key: string;
  readonly name: string;
  readonly kana?: string;
  readonly address?: string;
  readonly town?: string;
  readonly district?: string;
  readonly sphere?: string;
  readonly at?: Point;
  readonly isApproximate: boolean;
  readonly description?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly access: Partial<Access>;
  readonly rules?: readonly Rule[];
}

/** Why a row is not taken, as far as the row itself tells. */
export type RowFault =
  | WrongPosition
  | { readonly kind: 'no-name' }
  | { readonly kind: 'too-long'; readonly field: Field; readonly length: number; readonly most: number }
  | { readonly kind: 'formula'; readonly field: Field }
  | { readonly kind: 'other-city'; readonly code: string };

/** What was left out or made up while a row was taken; said to staff beside it. */
export type RowRemark =
  | { readonly kind: 'no-key' }
  | { readonly kind: 'no-position' }
  | { readonly kind: 'middle-of-town'; readonly town: string }
  | { readonly kind: 'phone-unread'; readonly text: string }
  | { readonly kind: 'phone-mobile' }
  | { readonly kind: 'url-unread' }
  | { readonly kind: 'opening-unread'; readonly text: string }
  | { readonly kind: 'other-times' };

/** A row that was read: what it says, or why it is not taken. */
export type RowReading =
  | { readonly facility: Facility; readonly remarks: readonly RowRemark[] }
  | { readonly name: string; readonly faults: readonly RowFault[] };

/** Where the rows must lie. */
export interface Territory {
  readonly city: City;
  /** The city's own rectangle, or another one named by hand; then rows of other cities are taken too. */
  readonly bounds: Bounds;
}

/** The longest text of each field in characters; a card holds no more. */
const limits: readonly (readonly [Field, number])[] = [
  ['key', 60],
  ['name', 60],
  ['kana', 100],
  ['address', 150],
  ['street', 100],
  ['building', 100],
  ['description', 1000],
  ['openingNote', 500],
  ['barrierFree', 500],
  ['url', 1000],
];

/** Nearer than this to the published centre of a town, a position is that centre and not a building, in metres. */
const CENTRE = 5;

type Cell = (field: Field) => string;

/**
 * Whether a municipal code is another city's. Five digits tell the city: many leave the check digit out, and
 * spreadsheets eat a zero in front.
 */
const isOtherCity = (code: string, { code: own }: City): boolean =>
  code !== '' && ![code, `0${code}`].some((one) => one.slice(0, 5) === own.slice(0, 5));

const faultsIn = (cell: Cell, { city, bounds }: Territory): readonly RowFault[] => {
  const code = cell('cityCode').normalize('NFKC').replace(/\D/g, '');
  return [
    ...(oneLine(cell('name')) === '' ? [{ kind: 'no-name' } as const] : []),
    ...limits.flatMap(([field, most]) => {
      const { length } = [...manyLines(cell(field))];
      return length > most ? [{ kind: 'too-long', field, length, most } as const] : [];
    }),
    ...limits.flatMap(([field]) => (isFormula(cell(field)) ? [{ kind: 'formula', field } as const] : [])),
    ...(bounds === city.bounds && isOtherCity(code, city) ? [{ kind: 'other-city', code } as const] : []),
  ];
};

/** Reads one row of a list of facilities. */
export const readFacility = (row: Row, columns: Columns, territory: Territory): RowReading => {
  const cell: Cell = (field) => row.cells[columns.get(field) ?? -1] ?? '';
  const name = oneLine(cell('name'));
  const position = readPosition(cell('lat'), cell('lng'), territory.bounds);
  const wrong = position !== undefined && 'wrong' in position ? [position.wrong] : [];
  const faults = [...faultsIn(cell, territory), ...wrong];
  if (faults.length > 0) return { name, faults };

  const address = addressIn(cell, territory.city);
  const where = placed(
    territory.city,
    address,
    position !== undefined && 'at' in position ? position.at : undefined,
  );
  const phone = readPhone(cell('phone'));
  const opening = readOpening({
    weekdays: cell('weekdays'),
    opens: cell('opens'),
    closes: cell('closes'),
    note: cell('openingNote'),
  });
  const kana = oneLine(cell('kana'));
  const description = [cell('description'), cell('openingNote'), cell('barrierFree')]
    .map(manyLines)
    .filter((text) => text !== '')
    .join('\n');
  const url = urlIn(cell('url'));
  const key = keyIn(cell('key'));
  const remarks: readonly RowRemark[] = [
    ...(key === '' ? [{ kind: 'no-key' } as const] : []),
    ...where.remarks,
    ...(phone !== undefined && 'unread' in phone
      ? [{ kind: 'phone-unread', text: phone.unread } as const]
      : []),
    ...(phone !== undefined && 'mobile' in phone ? [{ kind: 'phone-mobile' } as const] : []),
    ...(url === 'unread' ? [{ kind: 'url-unread' } as const] : []),
    ...(opening?.unread ?? []).map((text) => ({ kind: 'opening-unread', text }) as const),
    ...(opening?.hasOtherTimes ? [{ kind: 'other-times' } as const] : []),
  ];
  const facility: Facility = {
    line: row.line,
    key: key === '' ? `${folded(name)}/${folded(address ?? '')}` : key,
    name,
    ...(kana === '' ? {} : { kana }),
    ...(address === undefined ? {} : { address }),
    ...where.found,
    ...(description === '' ? {} : { description }),
    ...(phone !== undefined && 'phone' in phone ? { phone: phone.phone } : {}),
    ...(url === undefined || url === 'unread' ? {} : { url }),
    access: accessIn(cell),
    ...(opening === undefined || opening.rules.length === 0 ? {} : { rules: opening.rules }),
  };
  return { facility, remarks };
};

/** A number as the list has it; leading zeros do not count, because spreadsheets eat them. */
const keyIn = (cell: string): string => {
  const text = cell.normalize('NFKC').trim();
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text;
};

const addressIn = (cell: Cell, city: City): string | undefined => {
  const parts = ['prefecture', 'cityName', 'townName', 'street'] as const;
  const whole = oneLine(cell('address')) || parts.map((part) => oneLine(cell(part))).join('');
  const building = oneLine(cell('building'));
  const local = localAddress(city, whole);
  if (local === undefined || building === '' || local.includes(building)) return local;
  return `${local} ${building}`;
};

const accessIn = (cell: Cell): Partial<Access> => {
  const wheelchair = knownIn(cell('wheelchair'));
  const toilet = knownIn(cell('toilet'));
  return {
    ...(wheelchair === 'unknown' ? {} : { wheelchair }),
    ...(toilet === 'unknown' ? {} : { toilet }),
    // A parking space kept for some says that there is parking; none kept says nothing.
    ...(knownIn(cell('parking')) === 'yes' ? { parking: 'yes' } : {}),
  };
};

const urlIn = (cell: string): string | 'unread' | undefined => {
  const text = cell.trim();
  if (text === '') return undefined;
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : 'unread';
};

type Placed = Pick<Facility, 'at' | 'town' | 'district' | 'sphere' | 'isApproximate'>;

/** Where a facility is: its position, else the middle of the town of its address; and whose area that is. */
const placed = (
  city: City,
  address: string | undefined,
  at: Point | undefined,
): { readonly found: Placed; readonly remarks: readonly RowRemark[] } => {
  const named = address === undefined ? undefined : townIn(city, address);
  const nearest = at === undefined ? undefined : nearestTown(city, at);
  const isCentre = nearest !== undefined && nearest.metres < CENTRE;
  const town = named ?? (isCentre ? nearest.town : undefined);
  const area = town ?? (nearest !== undefined && nearest.metres < 2000 ? nearest.town : undefined);
  const spot = at ?? town?.at;
  const isApproximate = spot !== undefined && (at === undefined || isCentre);
  return {
    found: {
      ...(spot === undefined ? {} : { at: spot }),
      ...(town === undefined ? {} : { town: town.name }),
      ...(area === undefined ? {} : { district: area.district }),
      ...(area?.sphere === undefined ? {} : { sphere: area.sphere }),
      isApproximate,
    },
    remarks: [
      ...(spot === undefined ? [{ kind: 'no-position' } as const] : []),
      ...(isApproximate && town !== undefined ? [{ kind: 'middle-of-town', town: town.name } as const] : []),
    ],
  };
};
