import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One source file of ours. */
export interface Source {
  /** From `src/`, e.g. `core/move.ts`. */
  readonly path: string;
  readonly text: string;
  /** Without comments; strings stay. */
  readonly code: string;
  /** What it imports: packages as they stand, own files as paths from `src/` without an ending. */
  readonly imports: readonly {
    readonly target: string;
    readonly isOwn: boolean;
    readonly isTypeOnly: boolean;
  }[];
}

/** Every TypeScript file under `src`, without what is generated. */
export const sources = (): readonly Source[] => filesIn(join(root, 'src')).map(read);

/** Every file below a folder whose name ends like TypeScript. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : filesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

const read = (file: string): Source => {
  const text = readFileSync(file, 'utf8');
  const code = withoutComments(text);
  const path = relative(join(root, 'src'), file);
  const found = code.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  );
  return {
    path,
    text,
    code,
    imports: [...found].map(([, type, from, dynamic]) => {
      const specifier = from ?? dynamic ?? '';
      const isOwn = specifier.startsWith('.');
      return {
        target: isOwn
          ? relative(join(root, 'src'), join(dirname(file), specifier)).replace(/\.tsx?$/, '')
          : specifier,
        isOwn,
        isTypeOnly: type !== undefined,
      };
    }),
  };
};

/** Takes comments out and leaves strings, templates and regular expressions alone; each kept piece matches first. */
export const withoutComments = (text: string): string =>
  text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[=(,:[!&|?{};\n]\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, kept: string | undefined) => kept ?? '',
  );
