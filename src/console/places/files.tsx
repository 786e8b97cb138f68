import { Hono } from 'hono';
import { placesCalendar } from '../../core/export/calendar';
import { facilitiesCsv, facilitiesGeoJson, type Layout } from '../../core/export/facilities';
import { type ImportPlan, planned } from '../../core/import';
import type { Place } from '../../core/place';
import { isWithin } from '../../core/staff';
import { encodeShiftJis } from '../../service/encode-shift-jis';
import { applyImport, previewImport } from '../../service/import-places';
import { digestOf } from '../../service/sign-in/secrets';
import { recordAudit } from '../../store/audit';
import { loadPlace } from '../../store/places';
import { placesWithin } from '../../store/staff-places';
import type { Problem } from '../form';
import { page, refusalPage } from '../page';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { ImportPage } from './import-page';
import { words } from './wording';

/** More places than any city has. */
const ALL = 200_000;

/** What a form with a file holds. */
interface SentFile {
  readonly bytes: Uint8Array | undefined;
  readonly set: string;
  readonly digest: string;
  readonly revision: number;
}

const sentFile = async ({ c }: Visit): Promise<SentFile> => {
  const { file, set, digest, revision } = await c.req.parseBody();
  return {
    bytes: file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined,
    set: typeof set === 'string' ? set.trim() : '',
    digest: typeof digest === 'string' ? digest : '',
    revision: Number(revision),
  };
};

/** What proves that two uploads are one file. */
const digestOfFile = (bytes: Uint8Array): Promise<string> =>
  digestOf(new TextDecoder('latin1').decode(bytes));

const importPage = (visit: Visit, set: string, problem?: Problem) =>
  page(visit, {
    title: words.importTitle,
    status: problem ? 422 : 200,
    problems: problem ? [problem] : [],
    isWide: true,
    body: <ImportPage set={set} />,
  });

/** Whether everything a plan writes lies within the visitor's districts, before and after. */
const isWithinReach = async (
  visit: Visit,
  places: readonly Place[],
  changed: readonly Place[],
): Promise<boolean> => {
  const { scope } = visit.staff;
  if (scope === 'all') return true;
  if (!places.every(({ district }) => isWithin(scope, district))) return false;
  for (const { id } of changed) {
    const before = await loadPlace(visit.deps.db, id);
    if (!isWithin(scope, before?.place.district)) return false;
  }
  return true;
};

/** Reads the file, and says what is wrong with it where nothing can be planned. */
const previewed = async (
  visit: Visit,
  sent: SentFile,
): Promise<{ readonly plan: ImportPlan; readonly digest: string } | { readonly problem: Problem }> => {
  const { db, city } = visit.deps;
  if (!/^[a-z0-9-]{1,20}$/.test(sent.set))
    return { problem: { field: 'set', message: words.importSetWrong } };
  if (!sent.bytes) return { problem: { field: 'file', message: words.importFileMissing } };
  const preview = await previewImport(db, sent.bytes, { city, bounds: city.bounds, set: sent.set });
  if ('refused' in preview) return { problem: { field: 'file', message: words.importRefused } };
  return { plan: preview.plan, digest: await digestOfFile(sent.bytes) };
};

const look = async (visit: Visit) => {
  const sent = await sentFile(visit);
  const read = await previewed(visit, sent);
  if ('problem' in read) return importPage(visit, sent.set, read.problem);
  return page(visit, {
    title: words.importTitle,
    isWide: true,
    body: <ImportPage set={sent.set} plan={read.plan} digest={read.digest} />,
  });
};

const apply = async (visit: Visit) => {
  const sent = await sentFile(visit);
  const read = await previewed(visit, sent);
  if ('problem' in read) return importPage(visit, sent.set, read.problem);
  const { plan, digest } = read;
  if (digest !== sent.digest)
    return importPage(visit, sent.set, { field: 'file', message: words.importDiffers });
  if (plan.revision !== sent.revision) {
    return importPage(visit, sent.set, { field: 'file', message: words.importStale });
  }
  const { added, changed } = planned(plan);
  if (!(await isWithinReach(visit, [...added, ...changed], changed))) {
    return importPage(visit, sent.set, { field: 'file', message: words.importOutOfScope });
  }
  const ids = [...added, ...changed].map(({ id }) => id);
  const entry = {
    ...visit.entry({ action: 'place.imported', subjectKind: 'places', subjectId: sent.set }),
    after: { added: added.length, changed: changed.length, ids: ids.slice(0, 500) },
  };
  const change = { by: visit.staff.id, now: visit.now, entry };
  const outcome = await applyImport(visit.deps.db, plan, change);
  if (outcome === 'stale') return importPage(visit, sent.set, { field: 'file', message: words.importStale });
  return visit.c.redirect('/console/places?done=saved', 303);
};

/** What a format gives: a text, or the signs that it cannot hold. */
const fileOf = (
  visit: Visit,
  format: string,
  places: readonly Place[],
):
  | { readonly name: string; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> }
  | { readonly missing: readonly string[] }
  | undefined => {
  const { city } = visit.deps;
  const name = `places-${visit.today}`;
  if (format === 'geojson') {
    return { name: `${name}.geojson`, type: 'application/geo+json', body: facilitiesGeoJson(places, city) };
  }
  if (format === 'ics') {
    return {
      name: `${name}.ics`,
      type: 'text/calendar; charset=utf-8',
      body: placesCalendar(places, city, visit.today, visit.now),
    };
  }
  const [layoutName, encoding] = format.split('-');
  const layout: Layout = layoutName === 'old' ? 'old' : 'new';
  const csv = facilitiesCsv(places, city, layout);
  if (encoding === 'utf8') {
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: `\ufeff${csv}` };
  }
  const encoded = encodeShiftJis(csv);
  return 'missing' in encoded
    ? encoded
    : { name: `${name}.csv`, type: 'text/csv; charset=shift_jis', body: encoded.bytes };
};

/** Lists of places in and out. */
export const placeFileRoutes = new Hono<ConsoleEnv>()
  .get(
    '/places/import',
    route('place.import', (visit) => importPage(visit, 'facilities')),
  )
  .post('/places/import', route('place.import', look))
  .post('/places/import/apply', route('place.import', apply))
  .get(
    '/places/export',
    route('place.export', (visit) =>
      page(visit, {
        title: words.exportTitle,
        body: (
          <>
            <h1>{words.exportTitle}</h1>
            <p>{words.exportLead}</p>
            <ul>
              {Object.entries(words.exports).map(([format, label]) => (
                <li>
                  <a href={`/console/places/export/${format}`}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        ),
      }),
    ),
  )
  .get(
    '/places/export/:format',
    route('place.export', async (visit) => {
      const format = visit.c.req.param('format') ?? '';
      if (!Object.hasOwn(words.exports, format)) return refusalPage(visit, 404, wording.notFound);
      const { db } = visit.deps;
      const found = await placesWithin(db, visit.staff.scope, {}, { offset: 0, limit: ALL });
      const places = found.places.map(({ place }) => place);
      const file = fileOf(visit, format, places);
      if (!file) return refusalPage(visit, 404, wording.notFound);
      if ('missing' in file) return refusalPage(visit, 409, words.notInShiftJis(file.missing.join(' ')));
      await recordAudit(db, {
        ...visit.entry({ action: 'place.exported', subjectKind: 'places', subjectId: format }),
        after: { places: places.length },
      });
      return visit.c.body(file.body, 200, {
        'Content-Type': file.type,
        'Content-Disposition': `attachment; filename="${file.name}"`,
        'Cache-Control': 'no-store',
      });
    }),
  );
