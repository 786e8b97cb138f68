/**
 * A line of the log: a name like `answer.push.failed` and ids or counts, never what a person wrote.
 */
export type Log = (name: string, ids: Readonly<Record<string, string | number | boolean>>) => void;
