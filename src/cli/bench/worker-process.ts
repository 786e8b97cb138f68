import { readdirSync, readFileSync } from 'node:fs';

/** What a process uses: processor time since it began, in ms, and resident memory now, in MiB. */
export interface Usage {
  readonly cpu: number;
  readonly resident: number;
}

const NOTHING: Usage = { cpu: 0, resident: 0 };

/** The fields of a process's `stat` after its name, which may hold anything. */
const fieldsOf = (pid: string): readonly string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const isOurWorker = (pid: string): boolean => {
  try {
    const isWorkerd = readFileSync(`/proc/${pid}/stat`, 'utf8').includes('(workerd)');
    return isWorkerd && Number(fieldsOf(pid)[1]) === process.pid;
  } catch {
    // It ended while we looked.
    return false;
  }
};

/** The workerd this process started last; what it uses is nothing where the system does not tell. */
export class WorkerProcess {
  private readonly pid: string | undefined;

  constructor() {
    try {
      this.pid = readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .findLast(isOurWorker);
    } catch {
      this.pid = undefined;
    }
  }

  /** What it uses now. Linux counts processor time in hundredths of a second and memory in pages of 4 KiB. */
  usage(): Usage {
    if (this.pid === undefined) return NOTHING;
    const fields = fieldsOf(this.pid);
    const pages = Number(readFileSync(`/proc/${this.pid}/statm`, 'utf8').split(' ')[1]);
    return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, resident: (pages * 4_096) / 1_048_576 };
  }

  /** Looks again and again while something goes on; says afterwards how much processor time lay between two instants. */
  watch(): { readonly stop: () => (from: number, to: number) => number } {
    const looks: { readonly at: number; readonly cpu: number }[] = [];
    const look = () => looks.push({ at: Date.now(), cpu: this.usage().cpu });
    look();
    const timer = setInterval(look, 20);
    return {
      stop: () => {
        clearInterval(timer);
        look();
        return (from, to) =>
          (looks.find(({ at }) => at >= to)?.cpu ?? 0) - (looks.findLast(({ at }) => at <= from)?.cpu ?? 0);
      },
    };
  }
}
