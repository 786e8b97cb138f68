import type { Context } from 'hono';
import type { AuditEntry } from '../core/audit';
import type { CivilDate } from '../core/calendar';
import type { StaffMember } from '../core/staff';
import type { Deps } from '../service/deps';
import type { StaffSession } from '../store/staff-sessions';

/** What the console works with: the use cases' own things and the secret its keys are drawn from. */
export interface ConsoleDeps extends Deps {
  readonly secret: string;
}

/** What Hono carries for us through one request. */
export interface ConsoleEnv {
  Bindings: Record<string, unknown>;
  Variables: { readonly deps: ConsoleDeps; secureHeadersNonce?: string };
}

/** The request as Hono has it. */
export type Ask = Context<ConsoleEnv>;

/** One request of somebody signed in who may make it. */
export interface Visit {
  readonly c: Ask;
  readonly deps: ConsoleDeps;
  readonly staff: StaffMember;
  readonly session: StaffSession;
  /** Proves that a form was made for this session. */
  readonly formToken: string;
  /** Epoch milliseconds, and the day in Tokyo. */
  readonly now: number;
  readonly today: CivilDate;
  /** An audit entry of hers at this moment. */
  readonly entry: (did: Did) => AuditEntry;
}

/** What an audit entry says beyond who, when and from where. */
export type Did = Pick<AuditEntry, 'action' | 'subjectKind' | 'subjectId' | 'district' | 'before' | 'after'>;

/** The network address a request came from; Cloudflare names it, a local run has none. */
export const addressOf = (c: Ask): string => c.req.header('cf-connecting-ip') ?? 'local';
