import { Hono } from 'hono';
import { tokorozawa } from '../../src/city/tokorozawa';
import { type LocalDatabase, migrate, openDatabase } from '../../src/cli/local/database';
import { consoleApp } from '../../src/console/app';
import type { ConsoleDeps } from '../../src/console/visit';
import type { Role, Scope, StaffMember } from '../../src/core/staff';
import { createUnderstanding } from '../../src/core/understanding';
import { registry } from '../../src/dialogues/registry';
import { LineClient } from '../../src/line/client';
import { Closings } from '../../src/service/closings';
import { OwnLinks } from '../../src/service/own-links';
import { enter } from '../../src/service/sign-in/sign-in';
import { CatalogueKeeper } from '../../src/store/catalogue';

/** Where the console stands in these tests. */
export const ORIGIN = 'http://localhost:8787';

/** Wednesday, 25 November 2026, 10:00 in Tokyo. */
export const MORNING = Date.UTC(2026, 10, 25, 1);

/** A console with a database of its own, whose clock the test turns. */
export interface TestConsole {
  readonly deps: ConsoleDeps;
  readonly app: Hono;
  readonly clock: { now: number };
  /** Somebody of the staff who has signed in, in a browser of her own. */
  readonly signedIn: (name: string, role: Role, scope?: Scope) => Promise<StaffBrowser>;
  /** A browser that nobody has used. */
  readonly browser: () => StaffBrowser;
  readonly close: () => Promise<void>;
}

/** Opens a console on a fresh database. */
export const openConsole = async (lineUrl = 'http://127.0.0.1:9'): Promise<TestConsole> => {
  const database: LocalDatabase = await openDatabase(null);
  await migrate(database.db);
  const clock = { now: MORNING };
  const deps: ConsoleDeps = {
    db: database.db,
    line: new LineClient({ baseUrl: lineUrl, accessToken: 'token' }),
    city: tokorozawa,
    registry,
    understanding: createUnderstanding(tokorozawa),
    closings: new Closings(),
    catalogue: new CatalogueKeeper(database.db, tokorozawa, async () => {}),
    links: new OwnLinks(ORIGIN, 'a secret for tests'),
    log: () => {},
    now: () => clock.now,
    wait: async () => {},
    newId: () => crypto.randomUUID(),
    secret: 'a secret for tests that is long enough',
  };
  const app = new Hono().route(
    '/console',
    consoleApp(() => deps),
  );
  const browser = () => new StaffBrowser(app);
  return {
    deps,
    app,
    clock,
    browser,
    signedIn: async (name, role, scope = 'all') => {
      const member = await hire(deps, name, role, scope);
      const origin = { origin: ORIGIN, from: 'local', device: 'test' };
      const { token } = await enter(deps, origin, member, 'passkey');
      const used = browser();
      used.cookies.set('__Host-tsudoi-session', token);
      await used.open('/console/account');
      return used;
    },
    close: database.close,
  };
};

const hire = async (deps: ConsoleDeps, name: string, role: Role, scope: Scope): Promise<StaffMember> => {
  const id = deps.newId();
  const email = `${id}@example.jp`;
  await deps.db
    .prepare(
      `INSERT INTO "Staff" ("id", "email", "name", "role", "scope", "createdAt", "activatedAt")
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)`,
    )
    .bind(id, email, name, role, JSON.stringify(scope), deps.now())
    .run();
  return { id, email, name, role, scope, activatedAt: deps.now() };
};

/** A browser without scripts: keeps cookies, sends forms with the token of the page it saw last, follows nothing. */
export class StaffBrowser {
  readonly cookies = new Map<string, string>();
  private formToken = '';

  constructor(private readonly app: { request: (request: Request) => Response | Promise<Response> }) {}

  /** Opens a page. */
  async open(path: string): Promise<Page> {
    return this.take(new Request(`${ORIGIN}${path}`, { headers: { cookie: this.cookieHeader() } }));
  }

  /** Sends a form. */
  async send(
    path: string,
    fields: Readonly<Record<string, string | readonly string[] | File>>,
  ): Promise<Page> {
    const body = Object.values(fields).some((value) => value instanceof File)
      ? new FormData()
      : new URLSearchParams();
    body.append('formToken', this.formToken);
    for (const [name, value] of Object.entries(fields)) {
      if (value instanceof File) {
        if (body instanceof FormData) body.append(name, value);
      } else for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    const headers = { cookie: this.cookieHeader(), origin: ORIGIN };
    return this.take(new Request(`${ORIGIN}${path}`, { method: 'POST', headers, body }));
  }

  /** Sends a form and opens the page it leads to. */
  async sendAndFollow(
    path: string,
    fields: Readonly<Record<string, string | readonly string[] | File>>,
  ): Promise<Page> {
    const sent = await this.send(path, fields);
    return sent.location === undefined ? sent : this.open(sent.location);
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private async take(request: Request): Promise<Page> {
    const response = await this.app.request(request);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const token = /name="formToken" value="([^"]+)"/.exec(text)?.[1];
    if (token !== undefined) this.formToken = token;
    return {
      status: response.status,
      text,
      bytes,
      headers: response.headers,
      location: response.headers.get('location') ?? undefined,
    };
  }
}

/** What came back. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  readonly location: string | undefined;
}
