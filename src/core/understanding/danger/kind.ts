import type { DangerKind } from './signs';

/** Groups of danger's words that tell which help is needed, and how surely. */
const told: Readonly<Record<DangerKind, Readonly<Record<string, number>>>> = {
  despair: {
    ...{ die: 3, vanish: 3, means: 2.5, followdead: 2.5, testament: 2.5 },
    ...{ endlife: 1.5, nolife: 1.5, burden: 1.5, farewell: 1 },
  },
  fire: {
    ...{ smoke: 3, flame: 3, gas: 3, fumes: 3, explode: 2.5, scorch: 2.5, firemen: 2.5 },
    ...{ firecan: 1, firething: 0.5 },
  },
  crime: {
    ...{
      breakin: 2.5,
      snatch: 2.5,
      stalk: 2.5,
      abuse: 2.5,
      abduct: 2.5,
      missing: 2.5,
      police: 2.5,
      weapon: 2,
    },
    ...{ violence: 2, stranger: 2, intrude: 2, threat: 2, lost: 2, wander: 1.5, dementia: 0.5 },
  },
  health: {
    ...{ chest: 1.5, breathless: 2, choke: 2, overdose: 2, poison: 1, swallow: 1, allergy: 1.5, seizure: 2 },
    ...{ hitcar: 2, drown: 2, faint: 1.5, unresponsive: 1.5, mind: 1.5, speechless: 2, numb: 1.5, droop: 1 },
    ...{
      burn: 2,
      sting: 2.5,
      heat: 1.5,
      cold: 1,
      sugar: 2,
      dizzy: 1.5,
      sight: 1,
      eyes: 1.5,
      pale: 2,
      vomit: 1.5,
    },
    ...{ pain: 1, suffer: 1.5, breath: 0.5, blood: 1, sweat: 1.5, belly: 0.5, heart_beat: 1.5, high: 0.5 },
    ...{
      fall: 1,
      wound: 1,
      confined: 1.5,
      cannot: 0.5,
      odd: 1,
      unanswered: 2,
      flood: 2.5,
      quake: 2.5,
      help: 0.5,
    },
  },
};

/** Whether a group of words alone tells of danger, or is only found beside it: a person, a time, a place. */
export const isTelling = (group: string): boolean =>
  Object.values(told).some((groups) => groups[group] !== undefined);

const kinds: readonly DangerKind[] = ['health', 'despair', 'crime', 'fire'];

/** Which help is needed, by the groups that a sentence holds; an ambulance where nothing speaks for another. */
export const dangerKind = (groups: readonly string[]): DangerKind => {
  const votes = (kind: DangerKind): number =>
    groups.reduce((sum, group) => sum + (told[kind][group] ?? 0), 0);
  return kinds.reduce((most, kind) => (votes(kind) > votes(most) ? kind : most));
};
