import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { benchBroadcast } from './bench/broadcast';
import { benchConsole } from './bench/console';
import { benchEmulator } from './bench/emulator';
import { benchPage } from './bench/page';
import { benchSearch } from './bench/search';
import { benchTurnCost } from './bench/turn-cost';
import { benchUnderstanding } from './bench/understanding';
import { benchWebhook } from './bench/webhook';
import { bundleWorker } from './local/bundle';

/** The peer's figures on the same kind of machine: events a second and p99 in ms at 10 connections (its own run). */
const PEER = { perSecond: 68, p99: 1500 };

const line = (what: string, figure: string, target: string): void =>
  console.log(`${what.padEnd(48)} ${figure.padStart(26)}   ${target}`);
const ms = (time: number): string => `${time.toFixed(time < 10 ? 3 : 0)} ms`;

/** Each part of the bench by the name it can be asked for alone. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  search: async () => {
    for (const count of [1_000, 100_000]) {
      const { p50, p99 } = benchSearch(count);
      line(
        `nearest places among ${count}`,
        `${ms(p50)} / p99 ${ms(p99)}`,
        count === 1_000 ? '<= 1 ms' : '<= 5 ms',
      );
    }
  },
  understanding: async () => {
    const understanding = benchUnderstanding();
    line(
      `understanding, ${understanding.sentences} sentences`,
      `${ms(understanding.mean)} / p99 ${ms(understanding.p99)}`,
      '<= 0.2 ms',
    );
    line('understanding, index built', ms(understanding.build), '');
  },
  emulator: async () => {
    const emulator = await benchEmulator();
    line('emulator, checked pushes a second of one core', emulator.inProcess.toFixed(0), '>= 2000');
    line('  over HTTP, by the wall', emulator.overHttp.toFixed(0), '');
    for (const messages of [20, 1_000]) {
      const { shown, frame, slowFrame } = await benchPage(messages);
      line(
        `a message on the page after ${messages} others`,
        ms(shown),
        messages > 20 ? 'as quick as after 20' : '',
      );
      line('  a frame while the chat is scrolled', `${ms(frame)} / p95 ${ms(slowFrame)}`, '<= 17 ms');
    }
  },
  console: async () => {
    line('console: 1,000 places, 5,000 bookings, 100,000 people', '', '');
    for (const { page, p50, slowest } of await benchConsole()) {
      line(`  ${page}`, `${ms(p50)} / slowest ${ms(slowest)}`, '<= 200 ms');
    }
  },
  turn: async () => {
    const cost = await benchTurnCost();
    line(`trips to D1 a turn, ${cost.turns} turns`, cost.trips.toFixed(2), '<= 3');
    line('rows written a turn', cost.rowsWritten.toFixed(0), '<= 3');
    line('  with what some turns record besides', cost.rowsWithEffects.toFixed(2), '');
  },
  broadcast: async () => {
    const broadcast = await benchBroadcast(100_000);
    const near = `to ${broadcast.people} people`;
    const { quarter, all, again } = broadcast.held;
    const mib = (size: number): string => `${size.toFixed(1)} MiB`;
    line(`multicasts ${near}`, String(broadcast.multicasts), '<= 200');
    line('  other calls to LINE', String(broadcast.otherCalls), 'O(1)');
    line('  multicasts a second', broadcast.callsPerSecond.toFixed(0), '>= 180 (90 % of 200)');
    line('  most in any one second', String(broadcast.mostInASecond), '<= 200');
    line('  a bare loop of calls in the same run', broadcast.bareCallsPerSecond.toFixed(0), '');
    line('  processor time of the worker a multicast', ms(broadcast.cpuPerCall), '');
    line('  the same of the bare loop', ms(broadcast.bareCpuPerCall), '');
    line('  until everybody is written down', ms(broadcast.expansion), '');
    line('  rows written a person', broadcast.rowsPerPerson.toFixed(2), '<= 2');
    line('  as D1 bills them, with index entries', broadcast.billedPerPerson.toFixed(2), '');
    line(`  heap kept after ${broadcast.people / 4} people`, mib(quarter.heap), '');
    line(`  heap kept after ${broadcast.people}`, mib(all.heap), 'as after a quarter');
    line('  the process, with its database, by then', mib(all.resident - quarter.resident), 'flat');
    line('  and after as many once more', mib(again.resident - all.resident), 'flat');
    line('  lost, doubled', `${broadcast.lost}, ${broadcast.doubled}`, '0, 0');
  },
  webhook: async () => {
    const bundle = await bundleWorker('bench-worker');
    const size = bundle.modules.reduce((sum, { path }) => sum + gzipSync(readFileSync(path)).length, 0);
    line('worker, gzipped', `${(size / 1024).toFixed(0)} KiB`, '<= 1536 KiB');
    for (const { ours, bare } of await benchWebhook(bundle)) {
      const at = `at ${ours.connections} connections`;
      line(
        `events answered a second ${at}`,
        ours.answeredPerSecond.toFixed(0),
        ours.connections === 10 ? `>= ${3 * PEER.perSecond} (3 x peer)` : '',
      );
      line(`  same number of bare D1 trips ${at}`, bare.perSecond.toFixed(0), '');
      line(`  ours of that`, `${((100 * ours.answeredPerSecond) / bare.perSecond).toFixed(0)} %`, '>= 60 %');
      line(
        `  webhook answered ${at}`,
        `p50 ${ms(ours.p50)} p99 ${ms(ours.p99)}`,
        ours.connections === 10 ? `p99 <= ${PEER.p99 / 5} ms` : '',
      );
      line(`  replies lost, webhooks refused`, `${ours.repliesLost}, ${ours.notOk}`, '0, 0');
    }
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`The bench has no part "${unknown}"; it has ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
line('what', 'measured', 'target');
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await measure();
}
process.exit(0);
