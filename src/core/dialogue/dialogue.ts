import type { City, Point } from '../city';
import type { Booking } from '../course/course';
import type { LessonList } from '../course/lesson-list';
import type { Effect } from '../effect';
import type { HerMatters } from '../her-matters';
import type { Button, Message } from '../message';
import type { HerNotices } from '../notice/her-notices';
import type { Person } from '../person';
import type { PlaceIndex } from '../search';
import type { Intent, Understood } from '../understanding';

/** All a dialogue may know. It is handed in, so that the same turn can be decided again with the same result. */
export interface Context {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When she did it, by LINE's clock, in the same unit. */
  readonly occurredAt: number;
  readonly city: City;
  readonly person: Person;
  /** The id of this turn: what it makes is named after it, so that deciding again makes the same. */
  readonly turn: string;
  /** The city's places, ready to be searched. */
  readonly places: PlaceIndex;
  /** The coming lessons with their seats. */
  readonly lessons: LessonList;
  /** Her own bookings, newest first. */
  readonly bookings: readonly Booking[];
  /** What she chose to hear, heard last, and may tell others. */
  readonly notices: HerNotices;
  /** What else she has under way with us. */
  readonly matters: HerMatters;
}

/** What she did, as far as a step can use it. Taps on buttons come as `choose`, not here. */
export type Heard =
  | { readonly type: 'said'; readonly text: string; readonly understood: Understood }
  | { readonly type: 'location'; readonly at: Point; readonly label?: string }
  | { readonly type: 'sticker' }
  | { readonly type: 'media'; readonly kind: 'photo' | 'voice' | 'video' | 'file' };

/** A tapped button of a step. */
export interface Chosen {
  readonly choice: string;
  readonly args: Readonly<Record<string, string>>;
  /** The date of a date picker, `YYYY-MM-DD`. */
  readonly picked?: string;
}

/** What a step decides. `say` comes before whatever the next step asks. */
export type Outcome<S extends string, D> =
  | {
      readonly to: S;
      readonly data?: D;
      readonly say?: readonly Message[];
      readonly effects?: readonly Effect[];
    }
  | {
      readonly stay: true;
      readonly data?: D;
      readonly say: readonly Message[];
      readonly effects?: readonly Effect[];
    }
  | { readonly end: true; readonly say: readonly Message[]; readonly effects?: readonly Effect[] };

/** Makes a button of the step that is asking. */
export type Here = (
  label: string,
  choice: string,
  args?: Readonly<Record<string, string>>,
  isMain?: boolean,
) => Button;

/** One question of a dialogue and what it does with an answer. */
export interface Step<S extends string, D> {
  readonly ask: (data: D, context: Context, here: Here) => readonly Message[];
  /** A tapped button; undefined says that this choice no longer exists. */
  readonly choose?: (chosen: Chosen, data: D, context: Context) => Outcome<S, D> | undefined;
  /** Words or a location; undefined says that they do not answer this question. */
  readonly hear?: (heard: Heard, data: D, context: Context) => Outcome<S, D> | undefined;
  /** The same question in simpler words, for someone who is lost. */
  readonly askSimply?: (data: D, context: Context, here: Here) => readonly Message[];
  /** What is said yes to here cannot be undone: once she was answered anything else, the question is no longer open. */
  readonly isFinal?: boolean;
}

/** A conversation about one thing. Steps have names, data are read by a schema, the version counts changes. */
export interface Dialogue<S extends string = string, D = unknown> {
  readonly id: string;
  readonly version: number;
  readonly first: S;
  readonly initial: D;
  /** Reads stored data of this or an older version; undefined where it can no longer be used. */
  readonly read: (stored: unknown, version: number) => D | undefined;
  /** The wishes that begin this dialogue from anywhere. */
  readonly opensOn: readonly Intent[];
  /** What else begins it, for what she has under way: a question about her only booking. */
  readonly opensAlso?: (heard: Heard, context: Context) => boolean;
  /** Begins with what she already said, so that nothing is asked twice. */
  readonly open?: (heard: Heard, context: Context) => Outcome<S, D> | undefined;
  /** True where a started conversation is worth going on with after a pause. */
  readonly isResumable?: boolean;
  readonly steps: { readonly [name in S]: Step<S, D> };
}

/** Answers something without touching the conversation that is going on. */
export interface Aside {
  readonly answer: (heard: Heard, context: Context, meanwhile: Meanwhile) => readonly Message[] | undefined;
}

/** What an aside may know of the conversation it interrupts. */
export interface Meanwhile {
  readonly isTalking: boolean;
}

/** A dialogue with its own types folded away, as the registry holds it. */
export interface Registered {
  readonly id: string;
  readonly version: number;
  readonly first: string;
  readonly opensOn: readonly Intent[];
  readonly opensAlso: (heard: Heard, context: Context) => boolean;
  readonly isResumable: boolean;
  readonly stepNames: readonly string[];
  readonly isFinal: (step: string) => boolean;
  readonly begin: (heard: Heard | undefined, context: Context) => Ruling;
  readonly ask: (
    step: string,
    data: unknown,
    version: number,
    context: Context,
    simply: boolean,
  ) => readonly Message[] | undefined;
  readonly choose: (
    step: string,
    chosen: Chosen,
    data: unknown,
    version: number,
    context: Context,
  ) => Ruling | undefined;
  readonly hear: (
    step: string,
    heard: Heard,
    data: unknown,
    version: number,
    context: Context,
  ) => Ruling | undefined;
}

/** An outcome with its data already bound to a step. */
export interface Ruling {
  readonly next: { readonly step: string; readonly data: unknown } | null;
  /** True if the next step's question is still to be asked. */
  readonly asks: boolean;
  readonly say: readonly Message[];
  readonly effects: readonly Effect[];
}

/** Folds a dialogue's types away at the one place where stored data becomes typed again. */
export const register = <S extends string, D>(dialogue: Dialogue<S, D>): Registered => {
  const isStep = (name: string): name is S => Object.hasOwn(dialogue.steps, name);
  const here =
    (step: string): Here =>
    (label, choice, args, isMain) => ({
      label,
      action: {
        do: 'choose',
        move: {
          dialogue: dialogue.id,
          version: dialogue.version,
          step,
          choice,
          ...(args === undefined ? {} : { args }),
        },
      },
      ...(isMain === undefined ? {} : { isMain }),
    });
  const dataOf = (stored: unknown, version: number): D =>
    (stored === undefined ? undefined : dialogue.read(stored, version)) ?? dialogue.initial;
  const rule = (outcome: Outcome<S, D>, step: string, data: D): Ruling => {
    const effects = outcome.effects ?? [];
    if ('end' in outcome) return { next: null, asks: false, say: outcome.say, effects };
    const kept = outcome.data ?? data;
    if ('stay' in outcome) return { next: { step, data: kept }, asks: false, say: outcome.say, effects };
    return { next: { step: outcome.to, data: kept }, asks: true, say: outcome.say ?? [], effects };
  };
  return {
    id: dialogue.id,
    version: dialogue.version,
    first: dialogue.first,
    opensOn: dialogue.opensOn,
    opensAlso: (heard, context) => dialogue.opensAlso?.(heard, context) ?? false,
    isResumable: dialogue.isResumable ?? false,
    stepNames: Object.keys(dialogue.steps),
    isFinal: (step) => isStep(step) && dialogue.steps[step].isFinal === true,
    begin: (heard, context) => {
      const outcome = heard === undefined ? undefined : dialogue.open?.(heard, context);
      return rule(outcome ?? { to: dialogue.first }, dialogue.first, dialogue.initial);
    },
    ask: (step, data, version, context, simply) => {
      if (!isStep(step)) return undefined;
      const { ask, askSimply } = dialogue.steps[step];
      return (simply ? (askSimply ?? ask) : ask)(dataOf(data, version), context, here(step));
    },
    choose: (step, chosen, data, version, context) => {
      if (!isStep(step)) return undefined;
      const known = dataOf(data, version);
      const outcome = dialogue.steps[step].choose?.(chosen, known, context);
      return outcome && rule(outcome, step, known);
    },
    hear: (step, heard, data, version, context) => {
      if (!isStep(step)) return undefined;
      const known = dataOf(data, version);
      const outcome = dialogue.steps[step].hear?.(heard, known, context);
      return outcome && rule(outcome, step, known);
    },
  };
};
