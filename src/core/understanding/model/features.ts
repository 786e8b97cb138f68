import type { Reading } from '../reading/read';

/** What is known of a sentence before its intent is weighed. */
export interface Facts {
  readonly reading: Reading;
  /** Cues of the lexicon, by name. */
  readonly cues: Iterable<string>;
  /** Short facts: that a place was named, that it asks. */
  readonly marks: readonly string[];
  /** Spans of the kana that stand for a kind of thing, with its sign. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly sign: string }[];
}

/** A feature of a sentence and how strongly it counts. */
export type Feature = readonly [name: string, value: number];

const SHORTEST = 2;
const LONGEST = 4;
/** Kana beyond this add nothing to what a sentence is about, and keep the time linear. */
const ENOUGH = 160;

/** The sound of a sentence with names of places, activities and numbers replaced by signs. */
export const outlineOf = ({ reading: { kana }, spans }: Facts): string => {
  let outline = '^';
  for (let at = 0; at < Math.min(kana.length, ENOUGH); ) {
    const span = spans.find(({ start }) => start === at);
    if (span && span.end > at) {
      outline += span.sign;
      at = span.end;
      continue;
    }
    const char = kana[at] ?? '';
    outline += char >= '0' && char <= '9' ? '0' : char;
    at += 1;
  }
  return `${outline.replace(/0+/g, '0')}$`;
};

/** Everything a sentence is weighed by: pieces of its sound, its cues and pairs of them, and facts. */
export const featuresOf = (facts: Facts): readonly Feature[] => {
  const outline = outlineOf(facts);
  const pieces = new Set<string>();
  for (let start = 0; start < outline.length; start += 1) {
    for (let length = SHORTEST; length <= LONGEST && start + length <= outline.length; length += 1) {
      pieces.add(outline.slice(start, start + length));
    }
  }
  const cues = [...new Set(facts.cues)].sort();
  const piece = 2.5 / Math.sqrt(pieces.size || 1);
  const features: Feature[] = [...pieces].map((name) => [name, piece]);
  const cue = 1 / Math.sqrt(cues.length || 1);
  for (const [at, name] of cues.entries()) {
    features.push([`cue ${name}`, cue]);
    for (const other of cues.slice(at + 1)) features.push([`cue ${name}+${other}`, cue / 2]);
  }
  for (const mark of facts.marks) features.push([`mark ${mark}`, 0.5]);
  return features;
};
