import { Hono } from 'hono';
import { tokorozawa } from '../../city/tokorozawa';
import { consoleApp } from '../../console/app';
import type { ConsoleDeps } from '../../console/visit';
import { addDays, tokyoInstant } from '../../core/calendar';
import { placeOfEntry } from '../../core/place-entry';
import { createUnderstanding } from '../../core/understanding';
import { registry } from '../../dialogues/registry';
import { LineClient } from '../../line/client';
import { Closings } from '../../service/closings';
import { OwnLinks } from '../../service/own-links';
import { enter } from '../../service/sign-in/sign-in';
import { CatalogueKeeper } from '../../store/catalogue';
import { changePlaces } from '../../store/place-changes';
import { type LocalDatabase, migrate, openDatabase } from '../local/database';
import { quantile } from './load';

/** How long one page of the console takes, in ms, from the request to the last byte. */
export interface ConsoleFigure {
  readonly page: string;
  readonly p50: number;
  readonly slowest: number;
}

const ORIGIN = 'http://localhost:8787';
const TODAY = '2026-11-25';
const NOW = tokyoInstant(TODAY, '10:00');
const TRIES = 11;

const SIZE = { places: 1_000, lessons: 250, bookings: 5_000, people: 100_000 };

/** The pages that are opened; a form is sent where the page is one that answers a form. */
const PAGES: readonly {
  readonly page: string;
  readonly path: string;
  readonly form?: Record<string, string>;
}[] = [
  { page: 'home', path: '' },
  { page: 'places', path: '/places' },
  { page: 'a search of places', path: '/places?words=500&status=active' },
  { page: 'a place in its form', path: '/places/bench-500/edit' },
  { page: 'lessons', path: '/lessons' },
  { page: 'a lesson', path: '/lessons/lesson-3' },
  { page: 'writing a notice of a place', path: '/notices/write?place=bench-500&template=reminder' },
  {
    page: 'the live count of a district',
    path: '/notices/look-now',
    form: { audience: 'districts', districts: tokorozawa.districts[0]?.name ?? '' },
  },
  { page: 'the live count of everybody', path: '/notices/look-now', form: { audience: 'everyone' } },
  { page: 'notices', path: '/notices' },
];

const fill = async ({ db }: LocalDatabase): Promise<void> => {
  const { towns, activities, bounds } = tokorozawa;
  const added = Array.from({ length: SIZE.places }, (_, index) =>
    placeOfEntry(
      {
        name: `bench ${index}`,
        activities: [activities[index % activities.length]?.name ?? ''],
        town: towns[index % towns.length]?.name ?? '',
      },
      { number: index, set: 'bench' },
      tokorozawa,
      NOW,
    ),
  ).map((place, index) => ({
    ...place,
    id: `bench-${index}`,
    schedule: {
      rules: [
        {
          kind: 'nth-weekday' as const,
          weeks: [2, 4] as const,
          weekdays: [([0, 1, 2, 3, 4, 5, 6] as const)[index % 7] ?? 0],
          time: { from: '13:30', to: '15:00' },
          holidays: 'skipped' as const,
        },
      ],
    },
  }));
  await changePlaces(db, { added, changed: [] }, 0, { by: 'bench', now: NOW });
  const districts = JSON.stringify(tokorozawa.districts.map(({ name }) => name));
  const rows = (count: number): string =>
    `WITH RECURSIVE "n"("i") AS (SELECT 0 UNION ALL SELECT "i" + 1 FROM "n" WHERE "i" < ${count - 1})`;
  const district = `json_extract('${districts}', '$[' || ("i" % ${tokorozawa.districts.length}) || ']')`;
  await db.batch([
    db.prepare(
      `INSERT INTO "Person" ("id", "createdAt", "followedAt", "areaLabel", "areaLat", "areaLng", "areaDistrict")
       ${rows(SIZE.people)} SELECT 'U' || printf('%032x', "i" * 7919), 1, 1, 'x',
         ${bounds.south} + ("i" % 997) * ${(bounds.north - bounds.south) / 997},
         ${bounds.west} + ("i" % 991) * ${(bounds.east - bounds.west) / 991}, ${district} FROM "n"`,
    ),
    db.prepare(
      `INSERT INTO "NoticeChoice" ("personId", "what", "value", "since")
       ${rows(SIZE.people / 5)} SELECT 'U' || printf('%032x', "i" * 5 * 7919), 'area', ${district}, 1 FROM "n"`,
    ),
    db.prepare(
      `INSERT INTO "Course" ("id", "kind", "name", "sourceSet", "sourceKey") VALUES ('c', 'x', 'bench', 'b', 'c')`,
    ),
    db.prepare(
      `INSERT INTO "Lesson" ("id", "courseId", "date", "fromTime", "startsAt", "endsAt", "venue", "district", "seats", "opensAt",
         "closesAt", "sourceSet", "sourceKey")
       ${rows(SIZE.lessons)} SELECT 'lesson-' || "i", 'c', date('${addDays(TODAY, 1)}', '+' || ("i" / 5) || ' days'), '10:00',
         ${NOW + 86_400_000} + ("i" / 5) * 86400000, ${NOW + 93_600_000} + ("i" / 5) * 86400000, 'hall', ${district}, 20, 0,
         ${NOW + 86_400_000} + ("i" / 5) * 86400000, 'b', 'l' || "i" FROM "n"`,
    ),
    db.prepare(
      `INSERT INTO "Booking" ("id", "lessonId", "personId", "number", "people", "state", "madeBy", "madeAt", "changedAt")
       ${rows(SIZE.bookings)} SELECT 'b' || "i", 'lesson-' || ("i" % ${SIZE.lessons}), 'U' || printf('%032x', "i" * 7919),
         'n' || "i", 1, 'booked', 'chat', 1, 1 FROM "n"`,
    ),
    db.prepare(
      `INSERT INTO "Staff" ("id", "email", "name", "role", "scope", "createdAt", "activatedAt")
       VALUES ('s', 'bench@example.jp', 'bench', 'admin', '"all"', 1, 1)`,
    ),
  ]);
};

/** Opens the console's pages on a database of the size of a large city. */
export const benchConsole = async (): Promise<readonly ConsoleFigure[]> => {
  const local = await openDatabase(null);
  try {
    await migrate(local.db);
    await fill(local);
    const deps: ConsoleDeps = {
      db: local.db,
      line: new LineClient({ baseUrl: 'http://127.0.0.1:9', accessToken: 'token' }),
      city: tokorozawa,
      registry,
      understanding: createUnderstanding(tokorozawa),
      catalogue: new CatalogueKeeper(local.db, tokorozawa),
      links: new OwnLinks(ORIGIN, 'a secret for the bench'),
      log: () => {},
      closings: new Closings(),
      now: () => NOW,
      wait: async () => {},
      newId: () => crypto.randomUUID(),
      secret: 'a secret for the bench that is long enough',
    };
    const app = new Hono().route(
      '/console',
      consoleApp(() => deps),
    );
    const member = {
      id: 's',
      name: 'bench',
      email: 'bench@example.jp',
      role: 'admin',
      scope: 'all',
    } as const;
    const { token } = await enter(
      deps,
      { origin: ORIGIN, from: 'local', device: 'bench' },
      member,
      'passkey',
    );
    const headers = { cookie: `__Host-tsudoi-session=${token}`, origin: ORIGIN };
    const first = await (await app.request(`${ORIGIN}/console`, { headers })).text();
    const formToken = /name="formToken" value="([^"]+)"/.exec(first)?.[1] ?? '';
    const open = async ({ path, form }: (typeof PAGES)[number]): Promise<number> => {
      const began = performance.now();
      const answer = await app.request(`${ORIGIN}/console${path}`, {
        headers,
        ...(form === undefined
          ? {}
          : { method: 'POST', body: new URLSearchParams({ formToken, heading: 'x', text: 'x', ...form }) }),
      });
      const page = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${page.slice(0, 200)}`);
      return performance.now() - began;
    };
    const figures: ConsoleFigure[] = [];
    for (const page of PAGES) {
      await open(page);
      const times: number[] = [];
      for (let tried = 0; tried < TRIES; tried += 1) times.push(await open(page));
      times.sort((a, b) => a - b);
      figures.push({ page: page.page, p50: quantile(times, 0.5), slowest: times.at(-1) ?? 0 });
    }
    return figures;
  } finally {
    await local.close();
  }
};
