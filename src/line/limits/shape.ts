import { hasMoreLetters } from './count';
import type { Check, Report } from './report';
import type { Limit } from './table';

/** What LINE says of something that is missing or blank. */
export const EMPTY = 'May not be empty';
/** What LINE says of an object or number that is missing. */
export const UNSPECIFIED = 'must be specified';

/** A part of an object, and what is said if it is missing. */
export interface Field {
  readonly check: Check;
  readonly missing?: string;
}

/** A part that must be there. */
export const must = (check: Check, missing = EMPTY): Field => ({ check, missing });

/** A part that may be left out. */
export const may = (check: Check): Field => ({ check });

/** All parts of an object of LINE's own type except `type`, so that a part added by LINE does not compile unchecked. */
export type Fields<T> = { readonly [K in Exclude<keyof T, 'type'>]-?: Field };

/** Says whether a value is a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Says whether a part is there; LINE takes `null` for missing. */
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Any value; for parts that another check looks at. */
export const anything: Check = () => {};

/** An object with these parts. `null` counts as missing. */
export const fieldsOf = <T>(fields: Fields<T>): Check => {
  const entries = Object.entries<Field>(fields);
  return (value, report) => {
    if (!isObject(value)) return report.wrongKind();
    for (const [key, { check, missing }] of entries) {
      const part = value[key];
      if (isGiven(part)) report.enter(key, part, check);
      else if (missing !== undefined) report.refuseAt(key, missing, UNSPECIFIED);
    }
  };
};

/** All of several checks, in order. */
export const both =
  (...checks: readonly Check[]): Check =>
  (value, report) => {
    for (const check of checks) check(value, report);
  };

/** A check that first needs an object; what is none is left to the check of its parts. */
export const whole =
  (check: (value: Readonly<Record<string, unknown>>, report: Report) => void): Check =>
  (value, report) => {
    if (isObject(value)) check(value, report);
  };

/** A text within a limit, and of a pattern if one is given. */
export const words = (limit: Limit, pattern?: RegExp): Check => {
  const { min, max, unit } = limit;
  return (value, report) => {
    if (typeof value !== 'string') return report.wrongKind();
    if (value.length < min) return report.refuse(EMPTY, 'must be non-empty text');
    const isLong = unit === 'grapheme' ? hasMoreLetters(value, max) : value.length > max;
    if (isLong) {
      report.refuse(`Length must be between 0 and ${max}`, `must not be longer than ${max} characters`);
    } else if (pattern && !pattern.test(value)) {
      report.refuse(`must match "${pattern.source}"`, 'invalid property');
    }
  };
};

/** A text of a pattern, without a limit of its own. */
export const like =
  (pattern: RegExp, message = `must match "${pattern.source}"`): Check =>
  (value, report) => {
    if (typeof value !== 'string') report.wrongKind();
    else if (value === '') report.refuse(EMPTY, 'must be non-empty text');
    else if (!pattern.test(value)) report.refuse(message, 'invalid property');
  };

/** A text that is not empty. */
export const someWords: Check = like(/^/);

/** True or false. */
export const flag: Check = (value, report) => {
  if (typeof value !== 'boolean') report.wrongKind();
};

/** A number within a limit. */
export const numberIn =
  ({ min, max }: Limit): Check =>
  (value, report) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return report.wrongKind();
    if (value < min) report.refuse(`Must be between ${min} and ${max}`, 'lower limit exceeded');
    if (value > max) report.refuse(`Must be between ${min} and ${max}`, 'upper limit exceeded');
  };

/** A whole number, at least `min`. */
export const countFrom =
  (min: number): Check =>
  (value, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return report.wrongKind();
    if (value < min) report.refuse(`must be greater than or equal to ${min}`);
  };

/** One of several words. */
export const oneOf = (...names: readonly string[]): Check => {
  const all = new Set(names);
  const message = `Must be one of the following values: [${names.join(', ')}]`;
  return (value, report) => {
    if (typeof value !== 'string') report.wrongKind();
    else if (!all.has(value)) report.refuse(message, 'invalid property');
  };
};

/** A list of as many entries as the limit says. */
export const listOf =
  ({ min, max }: Limit, check: Check): Check =>
  (value, report) => {
    if (!Array.isArray(value)) return report.wrongKind();
    if (value.length < min || value.length > max) report.refuse(`Size must be between ${min} and ${max}`);
    // What is far too long is refused as a whole; a line for each of its entries would help nobody.
    const looked = Math.min(value.length, max + 1);
    for (let index = 0; index < looked; index += 1) report.enter(index, value[index], check);
  };

/** Looks at `type` and goes on with the check of that name; LINE's own schema would let an unknown one pass. */
export const byType = <Name extends string>(checks: Readonly<Record<Name, Check>>): Check => {
  const all = new Map(Object.entries<Check>(checks));
  const message = `Must be one of the following values: [${[...all.keys()].join(', ')}]`;
  return (value, report) => {
    if (!isObject(value)) return report.wrongKind();
    const { type } = value;
    const check = typeof type === 'string' ? all.get(type) : undefined;
    if (check) check(value, report);
    else if (report.isContent) report.refuse('invalid property');
    else if (type === undefined || type === null) report.refuseAt('type', UNSPECIFIED);
    else report.refuseAt('type', message);
  };
};
