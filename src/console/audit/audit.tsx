import { Hono } from 'hono';
import type { AuditEntry, Fields } from '../../core/audit';
import { addDays, isCivilDate, tokyoInstant } from '../../core/calendar';
import { searchAudit } from '../../store/audit';
import { page } from '../page';
import { Select, TextField } from '../parts/form';
import { momentText } from '../parts/moment';
import { Table } from '../parts/table';
import { route } from '../route';
import type { ConsoleEnv, Visit } from '../visit';
import { wording } from '../wording';
import { words } from './wording';

/** How many entries one page shows. */
const LIMIT = 200;

const startOf = (date: string | undefined): number | undefined =>
  date !== undefined && isCivilDate(date) ? tokyoInstant(date) : undefined;

const endOf = (date: string | undefined): number | undefined =>
  date !== undefined && isCivilDate(date) ? tokyoInstant(addDays(date, 1)) : undefined;

/** A field left empty asks for nothing. */
const filled = (text: string | undefined): string | undefined => text || undefined;

const auditPage = async (visit: Visit) => {
  const ask = visit.c.req.query();
  const entries = await searchAudit(
    visit.deps.db,
    visit.staff,
    {
      staffId: filled(ask.staff),
      action: filled(ask.action),
      subjectKind: filled(ask.kind),
      subjectId: filled(ask.subject),
      from: startOf(ask.since),
      until: endOf(ask.until),
      words: filled(ask.words),
    },
    LIMIT,
  );
  return page(visit, {
    title: words.title,
    isWide: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <form method="get" action="/console/audit" class="filters">
          <TextField name="since" label={words.since} type="date" value={ask.since} />
          <TextField name="until" label={words.until} type="date" value={ask.until} />
          <Select
            name="action"
            label={words.action}
            value={ask.action}
            empty={words.all}
            options={Object.entries(words.actions).map(([value, label]) => ({ value, label }))}
          />
          <TextField name="words" label={words.words} type="search" value={ask.words} />
          <button type="submit" class="second">
            {wording.search}
          </button>
        </form>
        {entries.length === 0 ? <p>{words.nothing}</p> : <Entries entries={entries} />}
        {entries.length === LIMIT && <p class="note">{words.limited(LIMIT)}</p>}
      </>
    ),
  });
};

const Entries = ({ entries }: { readonly entries: readonly AuditEntry[] }) => (
  <Table
    caption={words.title}
    head={[words.when, words.who, words.what, words.which, words.changes, words.from]}
  >
    {entries.map((entry) => (
      <tr>
        <td>{momentText(entry.at)}</td>
        <td>{entry.staffName}</td>
        <td>{words.actions[entry.action] ?? entry.action}</td>
        <td>
          {words.kinds[entry.subjectKind] ?? entry.subjectKind}{' '}
          <span class="small soft">{entry.subjectId}</span>
          {entry.district && <span class="tag">{entry.district}</span>}
        </td>
        <td>
          <Changes before={entry.before ?? {}} after={entry.after ?? {}} />
        </td>
        <td>{entry.from}</td>
      </tr>
    ))}
  </Table>
);

const valueText = (value: unknown): string =>
  value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value);

const Changes = ({ before, after }: { readonly before: Fields; readonly after: Fields }) => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.length === 0 ? null : (
    <ul class="small">
      {names.map((name) => (
        <li>
          {words.fields[name] ?? name}：{before[name] === undefined ? '' : `${valueText(before[name])} → `}
          {valueText(after[name])}
        </li>
      ))}
    </ul>
  );
};

/** The record of what staff did, to be searched. */
export const auditRoutes = new Hono<ConsoleEnv>().get(
  '/audit',
  route('audit.read', (visit) => auditPage(visit)),
);
