import type { Scope } from '../core/staff';

/**
 * A scope as a parameter of a query: null for the whole city, else a JSON list of districts. It is read by
 * `(?n IS NULL OR "district" IN (SELECT value FROM json_each(?n)))`, so that no row beyond it ever leaves the database.
 */
export const scopeParameter = (scope: Scope): string | null =>
  scope === 'all' ? null : JSON.stringify(scope);
