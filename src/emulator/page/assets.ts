import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { previewStyles } from '../../line/preview';
import { pageStyles } from './styles/page';
import { phoneStyles } from './styles/phone';
import { trafficStyles } from './styles/traffic';

/** The page's stylesheet; what draws messages comes first, so that the page can set it in its place. */
export const stylesheet = `${previewStyles}${pageStyles}${phoneStyles}${trafficStyles}`;

const entry = join(dirname(fileURLToPath(import.meta.url)), 'island', 'main.ts');

let bundled: Promise<string> | undefined;

/** The page's script, bundled when it is first asked for: an emulator that serves tests never pays for it. */
export const script = (): Promise<string> => {
  bundled ??= bundle();
  return bundled;
};

const bundle = async (): Promise<string> => {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('The page has no script.');
  return file.text;
};
