import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FAMILY } from '../../../rich-menus/picture/svg';
import { root } from '../local/paths';

const { resolve } = createRequire(import.meta.url);

const packageOf = (name: string): string =>
  readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8');

let font: Uint8Array | undefined;

/** Loads painter and letters once; a run that finds every picture painted needs neither. */
const ready = async (): Promise<Uint8Array> => {
  if (font) return font;
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  font = readFileSync(resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf'));
  return font;
};

/** The versions of what a picture is made with, so that a newer painter paints again. */
const made = (): string => ['@resvg/resvg-wasm', '@expo-google-fonts/biz-udpgothic'].map(packageOf).join();

/** Paints a picture as PNG, with no letters but our own; one painted before is taken from `.tmp`. */
export const paint = async (svg: string): Promise<Uint8Array<ArrayBuffer>> => {
  const folder = join(root, '.tmp', 'rich-menus');
  const file = join(folder, `${createHash('sha256').update(made()).update(svg).digest('hex')}.png`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const painter = new Resvg(svg, {
    font: { fontBuffers: [await ready()], defaultFontFamily: FAMILY, loadSystemFonts: false },
  });
  const png = new Uint8Array(painter.render().asPng());
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, png);
  return png;
};
