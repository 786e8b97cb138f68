import type { DangerKind } from './signs';

/** What the groups of danger's words that are no ailment tell of. */
const kindOf: Readonly<Record<string, DangerKind>> = {
  die: 'despair',
  vanish: 'despair',
  endlife: 'despair',
  nolife: 'despair',
  farewell: 'despair',
  followdead: 'despair',
  means: 'despair',
  burden: 'despair',
  smoke: 'fire',
  flame: 'fire',
  scorch: 'fire',
  firecan: 'fire',
  firething: 'fire',
  gas: 'fire',
  fumes: 'fire',
  explode: 'fire',
  stranger: 'crime',
  intrude: 'crime',
  breakin: 'crime',
  snatch: 'crime',
  weapon: 'crime',
  violence: 'crime',
  threat: 'crime',
  stalk: 'crime',
  abuse: 'crime',
  abduct: 'crime',
  missing: 'crime',
  wander: 'crime',
  lost: 'crime',
};

const kinds: readonly DangerKind[] = ['despair', 'fire', 'crime'];

/** Which help is needed, by the groups that a sentence holds; an ambulance where nothing speaks for another. */
export const dangerKind = (groups: readonly string[]): DangerKind => {
  const votes = (kind: DangerKind): number => groups.filter((group) => kindOf[group] === kind).length;
  const ailing = groups.filter((group) => ailments.includes(group)).length;
  const [most] = [...kinds].sort((a, b) => votes(b) - votes(a));
  return most !== undefined && votes(most) > 0 && votes(most) >= ailing ? most : 'health';
};

/** Whether a group of words alone tells of danger, or is only found beside it: a person, a time, a place. */
export const isTelling = (group: string): boolean => group in kindOf || ailments.includes(group);

const ailments: readonly string[] = [
  ...[
    'chest',
    'belly',
    'pain',
    'suffer',
    'breathless',
    'choke',
    'overdose',
    'blood',
    'vomit',
    'sweat',
    'pale',
  ],
  ...['droop', 'numb', 'speechless', 'mind', 'unresponsive', 'faint', 'fall', 'wound', 'burn', 'sting'],
  ...['allergy', 'seizure', 'dizzy', 'heat', 'cold', 'drown', 'hitcar', 'breath', 'swallow', 'poison'],
  ...['odd', 'cannot', 'confined', 'unanswered', 'help', 'flood', 'quake', 'sight', 'heart_beat', 'sugar'],
];
