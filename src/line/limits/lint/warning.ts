import { isObject } from '../shape';

/** What LINE lets pass and a person suffers from. */
export type LintRule =
  | 'no-retry-key'
  | 'same-person-twice'
  | 'text-does-not-wrap'
  | 'letters-do-not-scale'
  | 'share-zero-cuts'
  | 'filler-is-deprecated'
  | 'too-many-choices'
  | 'too-many-quick-replies'
  | 'quick-replies-not-shown'
  | 'line-scheme-is-deprecated'
  | 'postback-text-is-deprecated'
  | 'alt-uri-has-no-effect'
  | 'personal-data'
  | 'menu-area-without-label'
  | 'menu-area-outside';

/** Something legal but bad, in plain words. */
export interface Warning {
  readonly rule: LintRule;
  readonly message: string;
  /** Where, e.g. `messages[0].contents.body.contents[1]`. */
  readonly property: string;
}

/** A JSON object. */
export type Node = Readonly<Record<string, unknown>>;

/** Deeper than this LINE would have refused the message. */
const DEEPEST = 60;

/** Visits every object below a value, each with its path and the name of the part it is. */
export const walk = (
  value: unknown,
  path: string,
  visit: (node: Node, path: string, name: string) => void,
  name = '',
  depth = 0,
): void => {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) walk(part, `${path}[${index}]`, visit, name, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  visit(value, path, name);
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'object') walk(part, `${path}.${key}`, visit, key, depth + 1);
  }
};

/** The names of the parts that are actions. */
export const isActionName = (name: string): boolean =>
  name === 'action' || name === 'actions' || name === 'defaultAction';
