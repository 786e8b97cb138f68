import { z } from 'zod';
import type { Row } from '../core/import';

const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }).nullable(),
      properties: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A GeoJSON list of points as the rows of a table, or nothing where it is none. Its properties name the columns. */
export const geoJsonRows = (text: string): readonly Row[] | undefined => {
  const read = collection.safeParse(parsed(text));
  if (!read.success) return undefined;
  const names = [...new Set(read.data.features.flatMap(({ properties }) => Object.keys(properties)))];
  return [
    { line: 1, cells: [...names, 'lat', 'lng'] },
    ...read.data.features.map(({ geometry, properties }, index) => ({
      line: index + 2,
      cells: [
        ...names.map((name) => String(properties[name] ?? '')),
        String(geometry?.coordinates[1] ?? ''),
        String(geometry?.coordinates[0] ?? ''),
      ],
    })),
  ];
};
