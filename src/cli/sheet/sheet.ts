import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../local/paths';
import { forbidden, heads, samples } from './wording';

/** One thing a person can be shown, with what speaks against it. */
export interface SheetLine {
  /** The folder it is from, e.g. `dialogues/welcome`. */
  readonly from: string;
  readonly key: string;
  readonly text: string;
  /** Characters in all, and kanji in the sentence that has most. */
  readonly length: number;
  readonly kanji: number;
  /** Words that must not stand there, with what to write instead. */
  readonly flagged: readonly string[];
}

/** The most kanji a sentence should have (弘前大学, category II). */
export const MOST_KANJI = 13;

/** Folders whose `wording.ts` elders read; lexica of understanding and the staff's own pages are not for them. */
const FOLDERS = [
  'dialogues',
  'core/dialogue',
  'core/calendar',
  'core/call-back',
  'core/course',
  'core/notice',
  'core/place-wish',
  'core/survey',
  'forms',
];

const filesIn = (folder: string): string[] => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return name === 'wording.ts' ? [path] : [];
  });
};

/** Every sentence of every dialogue; functions are filled with samples by the names of their parameters. */
export const wordingSheet = async (): Promise<readonly SheetLine[]> => {
  const files = [
    ...FOLDERS.flatMap((folder) => filesIn(join(root, 'src', folder))),
    ...filesIn(join(root, 'rich-menus')),
  ];
  const lines: SheetLine[] = [];
  for (const file of files) {
    const from = relative(join(root, 'src'), file).replace(/^\.\.\/|\/wording\.ts$/g, '');
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
    for (const [name, value] of Object.entries(module))
      lines.push(...linesIn(from, name === 'wording' ? '' : name, value));
  }
  return lines;
};

const linesIn = (from: string, key: string, value: unknown): readonly SheetLine[] => {
  if (typeof value === 'string') return value === '' ? [] : [lineOf(from, key, value)];
  if (typeof value === 'function')
    return linesIn(from, key, filled(value as (...values: unknown[]) => unknown));
  if (Array.isArray(value)) return value.flatMap((one, index) => linesIn(from, `${key}[${index}]`, one));
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    linesIn(from, key === '' ? name : `${key}.${name}`, one),
  );
};

/** Calls a sentence with samples; nothing for a function that takes something richer than words and numbers. */
const filled = (sentence: (...values: unknown[]) => unknown): unknown => {
  const names =
    /^\(?([^)=]*)/
      .exec(String(sentence))?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  try {
    return sentence(...names.map((name) => samples[name] ?? samples.name));
  } catch {
    return undefined;
  }
};

const lineOf = (from: string, key: string, text: string): SheetLine => {
  const kanji = Math.max(
    ...text.split(/[。\n]/).map((sentence) => sentence.match(/\p{Script=Han}/gu)?.length ?? 0),
  );
  const flagged = forbidden.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${found} → ${instead}`];
  });
  return { from, key, text, length: [...text].length, kanji, flagged };
};

/** The sheet as staff read it: folder by folder, a line a sentence. */
export const sheetText = (lines: readonly SheetLine[]): string => {
  const byFolder = Map.groupBy(lines, ({ from }) => from);
  const body = [...byFolder].flatMap(([from, own]) => [
    '',
    `== ${from}`,
    ...own.flatMap(({ key, text, length, kanji, flagged }) => [
      `${key}（${length}${heads.length}・${heads.kanji}${kanji}）`,
      ...text.split('\n').map((part) => `    ${part}`),
      ...flagged.map((one) => `  ! ${one}`),
      ...(kanji > MOST_KANJI ? [`  ? ${heads.manyKanji}`] : []),
    ]),
  ]);
  const count = lines.reduce((sum, { flagged }) => sum + flagged.length, 0);
  return [...body, '', count === 0 ? heads.none : heads.some(count)].join('\n');
};
