import { csvOf } from '../../core/export/csv';
import type { Visit } from '../visit';

/** A table as a file that a spreadsheet opens. */
export const csvFile = (visit: Visit, name: string, rows: readonly (readonly string[])[]): Response =>
  visit.c.body(`\ufeff${csvOf(rows)}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}-${visit.today}.csv"`,
    'Cache-Control': 'no-store',
  });
