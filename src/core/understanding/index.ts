import type { City } from '../city';
import type { Intent, Slots } from './intents';

export type { Intent, Slots } from './intents';
export interface Wish {
  readonly intent: Intent;
  readonly slots: Slots;
}
export interface Understood extends Wish {
  readonly confidence: number;
  readonly why: readonly string[];
  readonly also?: Wish;
}
export interface Understanding {
  understand(text: string, context: { now: number; asked?: unknown }): Understood;
  mask(text: string): string;
}
export const passOn = (wish: Wish): Record<string, string> => ({
  intent: wish.intent,
  slots: JSON.stringify(wish.slots),
});
export const readPassedOn = (_: Readonly<Record<string, string>>): Understood | undefined => undefined;
export const createUnderstanding = (city: City): Understanding => ({
  mask: (text) => text,
  understand: (text) => {
    const t = text.normalize('NFKC');
    const area =
      city.towns.find((x) => x.name === t || x.base === t)?.base === t
        ? t
        : (city.towns.find((x) => t.includes(x.name))?.name ?? t.match(/(\S+駅)/)?.[1]);
    const activity = city.activities.find((a) => t.includes(a.name))?.name;
    const slots: Slots = { ...(area ? { area } : {}), ...(activity ? { activity } : {}) };
    const intent: Intent = /119|救急|倒れ/.test(t)
      ? 'emergency'
      : /もどる/.test(t)
        ? 'back'
        : /ありがとう/.test(t)
          ? 'thanks'
          : /(\d)番/.test(t)
            ? 'choice'
            : activity
              ? 'find_place'
              : area
                ? 'location'
                : /さがす/.test(t)
                  ? 'find_place'
                  : 'other';
    return {
      intent,
      slots: intent === 'choice' ? { ordinal: Number(/(\d)番/.exec(t)?.[1]) } : slots,
      confidence: 1,
      why: [],
    };
  },
});
