import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of the workerd processes that this one started, in MiB; 0 where the system does not tell. */
const residentNow = (): number => {
  let pages = 0;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (!stat.includes('(workerd)') || Number(parent) !== process.pid) continue;
        pages += Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
      } catch {
        // It ended while we looked.
      }
    }
  } catch {
    return 0;
  }
  return (pages * 4_096) / 1_048_576;
};

/** Looks at the worker's memory while it works; says at the end by how much it grew at most, in MiB. */
export const watchMemory = (): { readonly stop: () => number } => {
  const before = residentNow();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentNow());
  }, 200);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(most, residentNow()) - before;
    },
  };
};
