import type { D1Database } from '@cloudflare/workers-types';
import type { City } from '../core/city';
import { type EventOutcome, planEvents } from '../core/course/import/plan';
import { reasons, report } from '../core/course/import/wording';
import { type LessonDifference, lessonDifferences, saveLessons } from '../store/lessons/save-lessons';
import { type Encoding, type NoTable, readTable } from './read-table';

/** What a file of events would change. */
export interface EventPreview {
  readonly encoding: Encoding;
  readonly outcomes: readonly EventOutcome[];
  /** By lesson id: whether it is new, differs or is as it was. */
  readonly differences: ReadonlyMap<string, LessonDifference>;
}

/** Reads a file of events and compares it with what is stored; writes nothing. */
export const previewEvents = async (
  db: D1Database,
  file: Uint8Array,
  target: { readonly city: City; readonly set: string; readonly now: number },
): Promise<EventPreview | { readonly refused: NoTable | { readonly kind: 'no-header' } }> => {
  const table = readTable(file);
  if ('refused' in table) return table;
  const outcomes = planEvents(table.rows, target);
  if (outcomes === undefined) return { refused: { kind: 'no-header' } };
  return {
    encoding: table.encoding,
    outcomes,
    differences: await lessonDifferences(db, lessonsOf(outcomes)),
  };
};

const lessonsOf = (outcomes: readonly EventOutcome[]) =>
  outcomes.flatMap((outcome) => (outcome.kind === 'lesson' ? [outcome.lesson] : []));

/** Writes what a preview found. Doing it again changes nothing; what is no longer in the file stays. */
export const applyEvents = async (db: D1Database, { outcomes }: EventPreview): Promise<void> => {
  await saveLessons(db, lessonsOf(outcomes));
};

/** A preview as lines to read: each row with what becomes of it and why, and the sum. */
export const eventReport = ({ outcomes, differences }: EventPreview): readonly string[] => {
  const counts = { added: 0, changed: 0, same: 0, repeated: 0, refused: 0 };
  const lines = outcomes.map((outcome): string => {
    if (outcome.kind === 'refused') {
      counts.refused += 1;
      return report.row(outcome.line, report.refused(reasons[outcome.reason]), outcome.name);
    }
    if (outcome.kind === 'repeated') {
      counts.repeated += 1;
      return report.row(outcome.line, report.repeated(outcome.of), outcome.name);
    }
    const { line, lesson } = outcome;
    const difference = differences.get(lesson.id) ?? 'added';
    counts[difference] += 1;
    const position =
      lesson.venue.at === undefined
        ? report.noPosition
        : lesson.venue.isApproximate
          ? report.approximate
          : '';
    return report.row(
      line,
      report[difference],
      `${lesson.course.name} ${lesson.date} ${lesson.from}${position}`,
    );
  });
  return [...lines, report.total(counts)];
};
