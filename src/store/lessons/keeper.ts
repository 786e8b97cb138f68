import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { LessonList } from '../../core/course/lesson-list';
import { LESSONS_IF_CHANGED, lessonsIn } from './lesson-row';

/** A revision no database has: whoever knows it is sent everything. */
const NOTHING_KNOWN = -1;

/** One asking for the lessons: a statement for the trip that is made anyway, and what to do with its result. */
export interface LessonReading {
  readonly statement: D1PreparedStatement;
  readonly take: (result: D1Result | undefined) => LessonList;
}

/**
 * Keeps the coming lessons with their seats in memory. Each turn asks for them in the trip that loads the person, and
 * the database sends them only if anything changed: seats are always as fresh as the person's own row, and no trip is
 * added.
 */
export class LessonKeeper {
  private kept: LessonList | undefined;

  constructor(private readonly db: D1Database) {}

  /** `afresh` asks for everything, whatever is kept: for a turn that is decided again. */
  reading(afresh: boolean): LessonReading {
    const known = afresh ? NOTHING_KNOWN : (this.kept?.revision ?? NOTHING_KNOWN);
    return {
      statement: this.db.prepare(LESSONS_IF_CHANGED).bind(known),
      take: (result) => {
        const read = lessonsIn(result?.results ?? []);
        // While this trip was under way, another may have brought something newer; that one is kept.
        const isNews = read.revision !== known && (afresh || read.revision >= (this.kept?.revision ?? known));
        if (isNews || this.kept === undefined) this.kept = read;
        return this.kept;
      },
    };
  }
}

const keepers = new WeakMap<D1Database, LessonKeeper>();

/** The keeper that belongs to a database. */
export const lessonKeeperOf = (db: D1Database): LessonKeeper => {
  const keeper = keepers.get(db) ?? new LessonKeeper(db);
  keepers.set(db, keeper);
  return keeper;
};
