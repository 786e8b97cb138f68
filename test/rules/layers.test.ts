import { describe, expect, it } from 'vitest';
import { type Source, sources } from '../support/sources';

/** What a folder of `src` may import: other folders, and packages by their beginning. The design's table of layers. */
const may: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  core: { folders: ['core'], packages: ['zod', 'date-fns', '@date-fns/tz', '@holiday-jp/holiday_jp'] },
  dialogues: { folders: ['core', 'dialogues'], packages: ['zod'] },
  line: { folders: ['core', 'line'], packages: ['@line/bot-sdk', 'hono', 'zod'] },
  store: {
    folders: ['core', 'store', 'generated'],
    packages: ['@prisma/', '@cloudflare/workers-types', 'zod'],
  },
  service: {
    folders: ['core', 'dialogues', 'line', 'store', 'service', 'city'],
    packages: [
      'zod',
      '@line/bot-sdk',
      '@cloudflare/workers-types',
      'csv-parse',
      '@simplewebauthn/server',
      'otpauth',
      '@better-auth/utils',
    ],
  },
  console: {
    folders: ['core', 'service', 'store', 'console', 'line/preview'],
    packages: ['hono', 'zod', 'uqr'],
  },
  forms: { folders: ['core', 'service', 'store', 'forms'], packages: ['hono', 'zod'] },
  emulator: {
    folders: ['line/limits', 'line/preview', 'emulator'],
    packages: ['hono', '@hono/', 'zod', '@line/bot-sdk', 'node:', 'esbuild', 'msw'],
  },
  city: { folders: ['core', 'city'], packages: [] },
  'hosted-model': { folders: ['core', 'hosted-model'], packages: ['zod'] },
};

/** Packages that a folder may use for their types only. */
const typesOnly: Readonly<Record<string, readonly string[]>> = { service: ['@line/bot-sdk'] };

const folderOf = (path: string): string => path.split('/')[0] ?? '';

const breaches = (source: Source): readonly string[] => {
  const rule = may[folderOf(source.path)];
  if (!rule) return [];
  return source.imports.flatMap(({ target, isOwn, isTypeOnly }) => {
    const allowed = isOwn
      ? rule.folders.some((folder) => target === folder || target.startsWith(`${folder}/`))
      : rule.packages.some(
          (name) =>
            target === name ||
            target.startsWith(name.endsWith('/') || name.endsWith(':') ? name : `${name}/`),
        );
    const isForced = !isOwn && !isTypeOnly && (typesOnly[folderOf(source.path)] ?? []).includes(target);
    return allowed && !isForced ? [] : [`${source.path} imports ${target}`];
  });
};

const all = sources();

describe('the layers', () => {
  it('are kept by every import', () => {
    expect(all.length).toBeGreaterThan(30);
    expect(all.flatMap(breaches)).toEqual([]);
  });

  it('would be seen to break if core imported the store', () => {
    const bad: Source = {
      path: 'core/bad.ts',
      text: '',
      code: '',
      imports: [{ target: 'store/turns', isOwn: true, isTypeOnly: true }],
    };
    expect(breaches(bad)).toEqual(['core/bad.ts imports store/turns']);
  });

  it('keep dialogues apart from each other', () => {
    const crossing = all
      .filter(({ path }) => path.startsWith('dialogues/') && path !== 'dialogues/registry.ts')
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, isOwn }) => isOwn && target.startsWith('dialogues/'))
          .filter(({ target }) => target.split('/')[1] !== path.split('/')[1])
          .map(({ target }) => `${path} imports ${target}`),
      );
    expect(crossing).toEqual([]);
  });

  it('keep the worker from reaching the emulator, by any road', () => {
    const byPath = new Map(all.map((source) => [source.path.replace(/\.tsx?$/, ''), source]));
    const reached = new Set<string>();
    const visit = (path: string): void => {
      const source = byPath.get(path) ?? byPath.get(`${path}/index`);
      if (!source || reached.has(source.path)) return;
      reached.add(source.path);
      for (const { target, isOwn } of source.imports) if (isOwn) visit(target);
    };
    visit('worker');
    expect(reached.size).toBeGreaterThan(30);
    expect([...reached].filter((path) => /^(emulator|cli)\//.test(path))).toEqual([]);
  });

  it('keep city folders free of code', () => {
    const withCode = all
      .filter(({ path }) => path.startsWith('city/'))
      .filter(({ code }) => /\b(function|class|await|new)\b/.test(code.replace(/'[^']*'|`[^`]*`/g, '')))
      .map(({ path }) => path);
    expect(withCode).toEqual([]);
  });
});

describe('core', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\.|\bfetch\(|\bprocess\.|\bsetTimeout\b|\bperformance\.|\bconsole\./;

  it('has no clock, no randomness and touches nothing outside', () => {
    const core = all.filter(({ path }) => path.startsWith('core/') || path.startsWith('dialogues/'));
    expect(core.filter(({ code }) => impure.test(code)).map(({ path }) => path)).toEqual([]);
  });

  it('would be seen to look at a clock', () => {
    expect(impure.test('const now = Date.now();')).toBe(true);
    expect(impure.test('const at = new Date(instant);')).toBe(false);
  });
});
