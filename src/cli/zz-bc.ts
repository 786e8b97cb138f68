import { benchConsole } from './bench/console';

for (const f of await benchConsole()) console.log(f.page.padEnd(34), f.p50.toFixed(0), f.slowest.toFixed(0));
process.exit(0);
