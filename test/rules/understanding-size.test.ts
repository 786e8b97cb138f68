import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** Bytes of UTF-8 that all of the understanding may take once it is minified, with its words and weights. */
const ROOM = 300_000;

it('understanding, with its words and weights, takes no more than 300 KB of the bundle', async () => {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, '..', '..', 'src', 'core', 'understanding', 'index.ts')],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const sizes = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([path]) => path.includes('core/understanding/')),
  );
  const bytes = sizes.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  expect(sizes.length).toBeGreaterThan(20);
  expect(bytes).toBeLessThanOrEqual(ROOM);
});
