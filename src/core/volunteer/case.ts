/** What a coordinator is asked to look after: a group to be founded, or one that is not on the map yet. */
export type CaseKind = 'found-group' | 'list-place';

/** What is known of it. Never what she wrote, never a name. */
export interface CaseFacts {
  /** Around where, as she named it. */
  readonly area?: string;
  readonly activity?: string;
}

/** Opens a case for the coordinator of a district; named after the turn, so that one wish opens one. */
export interface OpenCase {
  readonly type: 'openCase';
  readonly kind: CaseKind;
  readonly district?: string;
  readonly facts: CaseFacts;
}
