import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { restoreWorld, saveWorld } from './state/saved';
import type { World } from './state/world';

/** How long after a change the file is written, ms; many changes at once are written once. */
const PAUSE = 500;

/**
 * Keeps a world in a file: reads it now if it is there, writes it after each change and when the returned function is
 * called. Settings named in `given` are not taken from the file. Throws if the file is not an emulator's state.
 */
export const keepIn = (file: string, world: World, given: readonly string[]): (() => void) => {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) restoreWorld(world, JSON.parse(readFileSync(file, 'utf8')), given);
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    // Renaming is one step: whoever is killed while writing leaves the old file whole.
    writeFileSync(`${file}.new`, JSON.stringify(saveWorld(world)));
    renameSync(`${file}.new`, file);
  };
  const stop = world.listen(() => {
    timer ??= setTimeout(write, PAUSE);
  });
  return () => {
    stop();
    write();
  };
};
