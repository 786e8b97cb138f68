import type { Catalogue, Place } from '../place';
import { type NoList, readColumns } from './columns';
import { type RowFault, type RowRemark, readFacility, type Territory } from './facility';
import { type Duplicate, matches, withoutDuplicates } from './match';
import { type Difference, differences, merged, newPlace } from './merge';
import type { Row } from './table';

/** Why a row is not taken. */
export type Refusal =
  | RowFault
  | Duplicate
  /** In this data set the number belongs to another place. */
  | { readonly kind: 'number-taken'; readonly name: string };

/** What staff are told beside a row that is taken. */
export type Remark =
  | RowRemark
  /** Staff have marked the place as ended, though the list still has it; it stays ended. */
  | { readonly kind: 'ended' };

/** What becomes of one row. */
export type RowOutcome = { readonly line: number; readonly name: string } & (
  | { readonly kind: 'added'; readonly place: Place; readonly remarks: readonly Remark[] }
  | {
      readonly kind: 'changed';
      readonly place: Place;
      readonly differences: readonly Difference[];
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'unchanged'; readonly place: Place; readonly remarks: readonly Remark[] }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
);

/** What an import would do, row by row. Nothing is ever deleted by it. */
export interface ImportPlan {
  /** The catalogue's revision it was made for. */
  readonly revision: number;
  readonly outcomes: readonly RowOutcome[];
  /** Places of the same data set, not ended, that the file does not name; they stay as they are. */
  readonly missing: readonly Place[];
}

/** What to import into. */
export interface ImportTarget extends Territory {
  /** Name of the data set, in which numbers are unique: `[a-z0-9-]`, at most 20. */
  readonly set: string;
}

/** Plans an import: which rows of a file are new, change something, change nothing, or are not taken, and why. */
export const planImport = (
  catalogue: Catalogue,
  rows: readonly Row[],
  target: ImportTarget,
): ImportPlan | { readonly refused: NoList } => {
  const list = readColumns(rows);
  if ('refused' in list) return list;
  const read = list.rows.map((row) => ({ row, reading: readFacility(row, list.columns, target) }));
  const unique = withoutDuplicates(
    read.flatMap(({ reading }) => ('facility' in reading ? reading.facility : [])),
  );
  const known = matches(catalogue.places, unique.kept, target.set);
  const keys = new Map(
    catalogue.places
      .filter(({ source }) => source.set === target.set)
      .map((place) => [place.source.key, place] as const),
  );
  const outcomes = read.map(({ row, reading }): RowOutcome => {
    if (!('facility' in reading)) return refused(row.line, reading.name, reading.faults);
    const { facility, remarks } = reading;
    const duplicate = unique.refusals.get(facility);
    if (duplicate !== undefined) return refused(row.line, facility.name, [duplicate]);
    const place = known.get(facility);
    const head = { line: row.line, name: facility.name };
    if (place !== undefined) {
      const after = merged(place, facility);
      const found = differences(place, after);
      const said = remarksOn(after, remarks);
      if (found.length === 0) return { ...head, kind: 'unchanged', place, remarks: said };
      return { ...head, kind: 'changed', place: after, differences: found, remarks: said };
    }
    const owner = keys.get(facility.key);
    if (owner !== undefined) {
      return refused(row.line, facility.name, [{ kind: 'number-taken', name: owner.name }]);
    }
    return { ...head, kind: 'added', place: newPlace(facility, target.set), remarks };
  });
  const named = new Set([...known.values()].map(({ id }) => id));
  return {
    revision: catalogue.revision,
    outcomes,
    missing: [...keys.values()].filter(({ id, status }) => status !== 'ended' && !named.has(id)),
  };
};

/** What a row lacks need not be said where staff have entered it. */
const remarksOn = (place: Place, remarks: readonly RowRemark[]): readonly Remark[] => [
  ...remarks.filter(
    ({ kind }) =>
      !(kind === 'middle-of-town' && !place.isApproximate) &&
      !(kind === 'no-position' && place.at !== undefined),
  ),
  ...(place.status === 'ended' ? [{ kind: 'ended' } as const] : []),
];

const refused = (line: number, name: string, refusals: readonly Refusal[]): RowOutcome => ({
  kind: 'refused',
  line,
  name,
  refusals,
});

/** The places a plan adds and changes. */
export const planned = (
  plan: ImportPlan,
): { readonly added: readonly Place[]; readonly changed: readonly Place[] } => ({
  added: plan.outcomes.flatMap((outcome) => (outcome.kind === 'added' ? outcome.place : [])),
  changed: plan.outcomes.flatMap((outcome) => (outcome.kind === 'changed' ? outcome.place : [])),
});
