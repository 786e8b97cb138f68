import { z } from 'zod';
import { PLACE_PROPERTY } from '../core/export/calendar';
import type { Row } from '../core/import';

const facts = z.record(z.string(), z.string());

const factsIn = (written: string): Readonly<Record<string, string>> | undefined => {
  try {
    return facts.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
};

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));

/**
 * The places of a calendar file that was written here as the rows of a table, or nothing where it holds none: dates alone
 * do not tell what a place is. What cannot be read is a row without cells, and refused as one.
 */
export const calendarRows = (text: string): readonly Row[] | undefined => {
  const places = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith(`${PLACE_PROPERTY}:`) ? [line.slice(PLACE_PROPERTY.length + 1)] : []))
    .map((value) => factsIn(unescaped(value)) ?? {});
  if (places.length === 0) return undefined;
  const names = [...new Set(places.flatMap((place) => Object.keys(place)))];
  return [
    { line: 1, cells: names },
    ...places.map((place, index) => ({ line: index + 2, cells: names.map((name) => place[name] ?? '') })),
  ];
};
