import { defineConfig, type Plugin } from 'vitest/config';

/** Lets Node load the workerd flavour of the Prisma client, so that one generated client is enough. */
const wasmModule = (): Plugin => ({
  name: 'wasm-module',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.wasm?module')) return;
    const file = id.slice(0, -'?module'.length);
    return `import { readFileSync } from 'node:fs'; export default new WebAssembly.Module(readFileSync(${JSON.stringify(file)}));`;
  },
});

export default defineConfig({
  plugins: [wasmModule()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    env: { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_HIDE_BANNER: 'true' },
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
