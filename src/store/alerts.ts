import type { D1Database } from '@cloudflare/workers-types';

/** Tells staff that something needs a person. The same matter is raised once. */
export const raiseAlert = async (
  db: D1Database,
  alert: { readonly kind: string; readonly subject: string },
  now: number,
): Promise<void> => {
  await db
    .prepare('INSERT OR IGNORE INTO "Alert" ("id", "kind", "subject", "raisedAt") VALUES (?1, ?2, ?3, ?4)')
    .bind(`${alert.kind}:${alert.subject}`, alert.kind, alert.subject, now)
    .run();
};
