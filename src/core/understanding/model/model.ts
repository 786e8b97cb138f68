import { type Intent, intents } from '../intents';
import type { Feature } from './features';
import { hashOf } from './hash';

/** An intent with its probability. */
export interface Weighed {
  readonly intent: Intent;
  readonly probability: number;
}

/** Weighs intents by the features of a sentence. */
export interface Model {
  /** Most probable first. */
  readonly weigh: (features: readonly Feature[]) => readonly Weighed[];
  /** The features that spoke most for one intent. */
  readonly reasons: (features: readonly Feature[], intent: Intent) => readonly string[];
}

/** Packed weights: `scale` times a signed byte. */
export interface Packed {
  readonly scale: number;
  /** Base64 of: 3 bytes hash, 1 byte count, then count pairs of intent and signed byte. */
  readonly data: string;
}

const BYTE = 256;

/** Unpacks weights for use. */
export const createModel = ({ scale, data }: Packed): Model => {
  const raw = atob(data);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  const places = new Map<number, number>();
  for (let at = 0; at < bytes.length; ) {
    const hash = ((bytes[at] ?? 0) * BYTE + (bytes[at + 1] ?? 0)) * BYTE + (bytes[at + 2] ?? 0);
    places.set(hash, at + 3);
    at += 4 + 2 * (bytes[at + 3] ?? 0);
  }
  const placeOf = (name: string): number => places.get(hashOf(name)) ?? -1;
  const signed = (at: number): number => {
    const byte = bytes[at] ?? 0;
    return (byte > 127 ? byte - BYTE : byte) * scale;
  };
  return {
    weigh: (features) => {
      const scores = new Float64Array(intents.length);
      for (const [name, value] of features) {
        const place = placeOf(name);
        if (place < 0) continue;
        const end = place + 1 + 2 * (bytes[place] ?? 0);
        for (let at = place + 1; at < end; at += 2) {
          const intent = bytes[at] ?? 0;
          scores[intent] = (scores[intent] ?? 0) + signed(at + 1) * value;
        }
      }
      const most = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - most));
      const sum = powers.reduce((total, power) => total + power, 0);
      return intents
        .map((intent, at) => ({ intent, probability: (powers[at] ?? 0) / sum }))
        .sort((a, b) => b.probability - a.probability);
    },
    reasons: (features, intent) => {
      const wanted = intents.indexOf(intent);
      const spoke: (readonly [string, number])[] = [];
      for (const [name, value] of features) {
        const place = placeOf(name);
        if (place < 0) continue;
        const end = place + 1 + 2 * (bytes[place] ?? 0);
        for (let at = place + 1; at < end; at += 2) {
          if (bytes[at] === wanted && signed(at + 1) * value > 0.05)
            spoke.push([name, signed(at + 1) * value]);
        }
      }
      return spoke
        .sort(([, a], [, b]) => b - a)
        .slice(0, 5)
        .map(([name]) => name);
    },
  };
};
