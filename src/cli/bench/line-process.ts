import { createEmulator } from '../../emulator/emulator';
import { serveEmulator } from '../../emulator/serve';

// A LINE platform in a process of its own, with as many friends as the first argument says; it tells its address and
// their ids to whoever started it, and ends with it.
const emulator = createEmulator({
  secret: 'bench',
  token: 'bench-token',
  seed: 1,
  settings: { isLinting: false },
});
const { url } = await serveEmulator(emulator, 0);
process.on('disconnect', () => process.exit(0));
process.send?.({ url, people: emulator.crowd(Number(process.argv[2])) });
