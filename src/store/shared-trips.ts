import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';

/** How long a trip waits for company while others travel too, in ms. */
const GATHERING = 6;

/** How many statements travel together at most: the platform bounds how many one request may send. */
const MOST_STATEMENTS = 40;

/** How long one request trusts another to carry its statements, in ms: half of what LINE waits for its 200. */
const PATIENCE = 1_000;

/** What a waiting request is told: what its statements gave, or that it must travel by itself. */
type Word = readonly D1Result[] | 'travel';

/** A request's statements that wait to be carried. */
interface Passenger {
  readonly statements: readonly D1PreparedStatement[];
  readonly tell: (word: Word) => void;
}

/**
 * Brings the statements of several requests to the database in one batch while it is busy: a trip costs far more than a
 * statement in it. Who comes in a quiet moment travels alone and at once. Each request's statements stay together, in
 * order, and happen wholly or not at all. A fault in one is felt by that one alone: the others travel again by
 * themselves. A request that ends in the middle takes nobody with it: who waited for it in vain goes alone. So
 * statements may be sent twice, and must be such that the second time changes nothing.
 */
export class SharedTrips {
  private waiting: readonly Passenger[] = [];
  private isGathering = false;
  private hadCompany = false;
  private underWay = 0;

  constructor(private readonly db: D1Database) {}

  /** Like the database's own `batch`, for statements that may be sent twice. */
  async batch(statements: readonly D1PreparedStatement[]): Promise<readonly D1Result[]> {
    if (this.isGathering) {
      const word = await this.carried(statements);
      if (word !== 'travel') return word;
    } else if (this.hadCompany || this.underWay > 0) {
      this.isGathering = true;
      await new Promise((resolve) => setTimeout(resolve, GATHERING));
      this.isGathering = false;
    }
    return this.travel(statements);
  }

  private async carried(statements: readonly D1PreparedStatement[]): Promise<Word> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const word = await new Promise<Word | 'late'>((tell) => {
      this.waiting = [...this.waiting, { statements, tell }];
      timer = setTimeout(tell, PATIENCE, 'late');
    });
    clearTimeout(timer);
    if (word !== 'late') return word;
    // Whoever gathered is gone or very slow, and holds up nobody any more.
    this.isGathering = false;
    this.waiting = this.waiting.filter((passenger) => passenger.statements !== statements);
    return 'travel';
  }

  private async travel(own: readonly D1PreparedStatement[]): Promise<readonly D1Result[]> {
    const company = this.company(MOST_STATEMENTS - own.length);
    this.hadCompany = company.length > 0;
    this.underWay += 1;
    try {
      const results = await this.db.batch([...own, ...company.flatMap(({ statements }) => statements)]);
      let from = own.length;
      for (const { statements, tell } of company) {
        tell(results.slice(from, from + statements.length));
        from += statements.length;
      }
      return results.slice(0, own.length);
    } catch (error) {
      if (company.length === 0) throw error;
      for (const { tell } of company) tell('travel');
      return await this.db.batch([...own]);
    } finally {
      this.underWay -= 1;
    }
  }

  /** Takes along who waited longest, as many as there is room for; the first of the others sets out with the rest. */
  private company(room: number): readonly Passenger[] {
    let left = room;
    const full = this.waiting.findIndex(({ statements }) => {
      left -= statements.length;
      return left < 0;
    });
    const seats = full < 0 ? this.waiting.length : full;
    const company = this.waiting.slice(0, seats);
    const [next, ...others] = this.waiting.slice(seats);
    this.waiting = others;
    next?.tell('travel');
    return company;
  }
}

const shared = new WeakMap<D1Database, SharedTrips>();

/** The trips that all requests to a database share. */
export const tripsOf = (db: D1Database): SharedTrips => {
  const trips = shared.get(db) ?? new SharedTrips(db);
  shared.set(db, trips);
  return trips;
};
