import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokorozawa } from '../../src/city/tokorozawa';
import { createUnderstanding, type Understood } from '../../src/core/understanding';

/** A labelled sentence, of either corpus. */
export interface Labelled {
  readonly text: string;
  readonly now?: string;
  readonly intent: string;
  readonly slots?: Readonly<Record<string, string | number>>;
  readonly maybe?: Readonly<Record<string, '*' | readonly (string | number)[]>>;
  readonly accept?: readonly string[];
  readonly never?: readonly string[];
}

/** A sentence with what it was taken for. */
export interface Scored {
  readonly one: Labelled;
  readonly got: Understood;
  readonly isRight: boolean;
  readonly isFair: boolean;
  readonly isHarm: boolean;
  readonly wrongSlots: readonly string[];
}

const NOW = '2026-11-24T10:00:00+09:00';

/** Answers that use no slot, so that what else was found does not matter. */
const slotless = new Set(
  'emergency scam lonely medical care complaint human greeting thanks smalltalk off_topic other personal_info privacy privacy_erase notice_last later resume confused usage survey report yes no unclear_yes_no'.split(
    ' ',
  ),
);
const free = new Set(['topic', 'course', 'field', 'kind']);

const folded = (value: unknown): string =>
  String(value)
    .replaceAll('ヶ', 'ケ')
    .replace(/^.*（(トコフィット)）.*$/u, '$1');

const isOneOf = (value: unknown, allowed: Labelled['maybe'], name: string): boolean => {
  const values = allowed?.[name];
  return values === '*' || (Array.isArray(values) && values.some((one) => folded(one) === folded(value)));
};

/** Sentences that were labelled without slots tell nothing about them. */
const wrongSlots = (one: Labelled, got: Understood): string[] => {
  if (one.slots === undefined) return [];
  const found: Readonly<Record<string, unknown>> = { ...got.slots };
  const missed = Object.entries(one.slots ?? {}).filter(
    ([name, value]) =>
      found[name] === undefined ||
      (folded(found[name]) !== folded(value) && !isOneOf(found[name], one.maybe, name)),
  );
  const extra = slotless.has(got.intent)
    ? []
    : Object.entries(found).filter(
        ([name, value]) =>
          !free.has(name) && !(name in (one.slots ?? {})) && !isOneOf(value, one.maybe, name),
      );
  return [...missed.map(([name]) => name), ...extra.map(([name]) => `+${name}`)];
};

const understanding = createUnderstanding(tokorozawa);

/** Reads a corpus and understands every sentence of it. */
export const score = (folder: string): readonly Scored[] => {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(path, name), 'utf8').split('\n').filter(Boolean))
    .map((line): Scored => {
      const one: Labelled = JSON.parse(line);
      const got = understanding.understand(one.text, { now: Date.parse(one.now ?? NOW) });
      const isRight = got.intent === one.intent;
      return {
        one,
        got,
        isRight,
        isFair: isRight || (one.accept ?? []).includes(got.intent),
        isHarm: (one.never ?? []).includes(got.intent),
        wrongSlots: wrongSlots(one, got),
      };
    });
};

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`;

/** The figures of a corpus and which intents are taken for which, most frequent first. */
export const report = (title: string, scored: readonly Scored[]): string => {
  const confused = new Map<string, number>();
  for (const { one, got, isFair } of scored) {
    if (isFair) continue;
    const pair = `${one.intent} taken for ${got.intent}`;
    confused.set(pair, (confused.get(pair) ?? 0) + 1);
  }
  const table = [...confused].sort(([, a], [, b]) => b - a).slice(0, 25);
  return [
    `${title}: ${scored.length} sentences, strict ${percent(scored.filter(({ isRight }) => isRight).length, scored.length)}, fair ${percent(scored.filter(({ isFair }) => isFair).length, scored.length)}, all slots right ${percent(scored.filter((one) => one.wrongSlots.length === 0).length, scored.length)}`,
    ...table.map(([pair, times]) => `  ${String(times).padStart(3)} ${pair}`),
  ].join('\n');
};

/** Share of sentences for which something holds, 0 to 1. */
export const share = (scored: readonly Scored[], holds: (one: Scored) => boolean): number =>
  scored.filter(holds).length / scored.length;
