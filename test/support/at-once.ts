/**
 * Runs a job for each of many, as many at a time as the local database's connections bear: a thousand open requests
 * would be refused by the socket, not by what is tested. Results stand in the order of the things.
 */
export const atOnce = async <T, R>(
  things: readonly T[],
  job: (thing: T, index: number) => Promise<R>,
  connections = 64,
): Promise<readonly R[]> => {
  const queue = [...things.entries()];
  const results = new Map<number, R>();
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, thing] = next;
      results.set(index, await job(thing, index));
    }
  };
  await Promise.all(Array.from({ length: Math.min(connections, things.length) }, worker));
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
};
