/** What somebody of the staff did, to what; written once and never changed. */
export interface AuditEntry {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Absent for what nobody signed in for, as a refused sign-in. */
  readonly staffId?: string;
  /** As it was then; the entry must be readable after she left. */
  readonly staffName: string;
  /** `noun.pastverb`, as `place.edited`. */
  readonly action: string;
  /** What it was done to: a kind as `place`, and its id. */
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly district?: string;
  /** The fields that changed, before and after; never a secret, and no personal data of elders. */
  readonly before?: Fields;
  readonly after?: Fields;
  /** The network address it came from. */
  readonly from: string;
}

/** Named values as an audit entry keeps them. */
export type Fields = Readonly<Record<string, unknown>>;

/** Only the fields in which two records differ, as before and after. */
export const changesBetween = (
  before: Fields,
  after: Fields,
): { readonly before: Fields; readonly after: Fields } => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const of = (record: Fields): Fields =>
    Object.fromEntries(names.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]]])));
  return { before: of(before), after: of(after) };
};
