import type { Features } from '../model/features';
import type { Reading } from '../reading/read';
import { dangerKind, isTelling } from './kind';
import { createDangerGroups } from './lexicon/lexicon';
import { type Danger, isCry, isOnlyTalk, signedIn } from './signs';
import { dangerFeatures } from './weigh/features';
import { createWeigher, type PackedDanger } from './weigh/weigher';

/** Long messages are read piece by piece, so that a topic in one sentence does not hide a cry in the next. */
const PIECE = 160;
const OVERLAP = 20;

/** From these probabilities on danger is believed: beside words of danger, without any, and where words say it is talk. */
const ALARMING = 0.25;
const ALARMING_WITHOUT_WORDS = 0.7;
const ALARMING_IN_TALK = 0.85;
/** A sign is believed unless the sentence as a whole is as good as never danger, a cry for help unless it surely is none. */
const HARMLESS = 0.1;
const HARMLESS_CRY = 0.03;

/** A wish beside a danger speaks against it, so long sentences are weighed in parts of so many kana as well. */
const PART = 40;
/** A part is torn out of its sentence, and must be surer. */
const ALARMING_IN_PART = 0.85;

/** A danger, whether a sign told it or only the weights did, and how probable it is from 0 to 1. */
export interface DangerRead extends Danger {
  readonly isSigned: boolean;
  readonly probability: number;
}

/** Finds danger to life, limb or property, and despair, in messages. */
export type DangerReader = (reading: Reading) => DangerRead | undefined;

/** Makes what finds danger: signs and cries that staff can read, and weights for what they do not tell. */
export const createDangerReader = (read: (text: string) => Reading, packed: PackedDanger): DangerReader => {
  const groupsIn = createDangerGroups(read);
  const weigher = createWeigher(packed);
  const weigh = (reading: Reading): Weighed => {
    const groups = groupsIn(reading);
    const features = dangerFeatures(reading, groups);
    return { groups, features, probability: weigher.probability(features) };
  };
  const inPiece = (reading: Reading): DangerRead | undefined => {
    const whole = weigh(reading);
    const parts = partsOf(reading).map(weigh);
    const surest = parts.reduce((most, part) => (part.probability > most.probability ? part : most), whole);
    const signed = signedIn(reading);
    if (signed && surest.probability >= (isCry(reading.kana) ? HARMLESS_CRY : HARMLESS))
      return { ...signed, isSigned: true, probability: surest.probability };
    const isTalk = isOnlyTalk(reading.kana);
    const enough = isTalk
      ? ALARMING_IN_TALK
      : whole.groups.some(isTelling)
        ? ALARMING
        : ALARMING_WITHOUT_WORDS;
    const told =
      whole.probability >= enough
        ? whole
        : surest.probability >= ALARMING_IN_PART && !isTalk
          ? surest
          : undefined;
    if (!told) return undefined;
    return {
      kind: dangerKind(told.groups),
      words: weigher.reasons(told.features).join(' '),
      isSigned: false,
      probability: told.probability,
    };
  };
  return (reading) => {
    if (reading.kana.length <= PIECE) return inPiece(reading);
    for (let start = 0; start < reading.kana.length; start += PIECE - OVERLAP) {
      const found = inPiece(pieceOf(reading, start, start + PIECE));
      if (found) return found;
    }
    return undefined;
  };
};

interface Weighed {
  readonly groups: readonly string[];
  readonly features: Features;
  readonly probability: number;
}

const partsOf = (reading: Reading): readonly Reading[] => {
  const parts: Reading[] = [];
  const { length } = reading.kana;
  if (length <= PART) return parts;
  for (let start = 0; start + PART / 2 < length; start += PART / 2)
    parts.push(pieceOf(reading, start, start + PART));
  return parts;
};

const pieceOf = ({ plain, kana, at, source, breaks }: Reading, start: number, end: number): Reading => ({
  plain: plain.slice(at[start], at[end]),
  kana: kana.slice(start, end),
  at: at.slice(start, end),
  source: source.slice(start, end),
  breaks: breaks.slice(start, end + 1),
});
