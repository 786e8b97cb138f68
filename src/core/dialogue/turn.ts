import type { Effect } from '../effect';
import { type Answer, type Message, text } from '../message';
import type { Move } from '../move';
import { readPassedOn } from '../understanding';
import type { Chosen, Context, Heard, Registered, Ruling } from './dialogue';
import { questionAfter, withQuestion } from './question-after';
import { dialogueOf, type Registry } from './registry';
import { answerIn, isDoubtful, isFaint, isIntent, isWaved } from './said';
import { type Position, type State, TRAIL } from './state';
import { isSteer, STEER, type Steer, shortcuts } from './steer';
import { labelledButton, typedButton } from './typed-button';
import * as ways from './ways-on';
import { wording } from './wording';

/** What one event leads to: the state after it, what is said, and what must happen with it. */
export interface Decision {
  readonly state: State;
  readonly answer: Answer;
  readonly effects: readonly Effect[];
}

const same = (a: Position | null, b: Position | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether something is going on that one could stop. */
const isTalking = ({ home }: Registry, { at }: State): boolean =>
  at !== null && !(at.dialogue === home.dialogue && at.step === home.step);

/** One turn in the making, with all that can happen in it. It holds what does not change while a turn is decided, nothing outlives it. */
export class Turn {
  constructor(
    private readonly registry: Registry,
    private readonly state: State,
    private readonly context: Context,
  ) {}

  get meanwhile() {
    return { isTalking: isTalking(this.registry, this.state) };
  }

  /** The tap of a button. What it means stands in the button, not in the state. */
  chose(move: Move, picked?: string): Decision {
    if (move.dialogue === STEER) {
      return isSteer(move.choice) ? this.steer(move.choice, move.args) : this.oldButton();
    }
    const dialogue = dialogueOf(this.registry, move.dialogue);
    const here = this.state.at?.dialogue === move.dialogue ? this.state.at : undefined;
    const chosen: Chosen = {
      choice: move.choice,
      args: move.args ?? {},
      ...(picked === undefined ? {} : { picked }),
    };
    const ruling = dialogue?.choose(
      move.step,
      chosen,
      here?.data,
      here?.version ?? move.version,
      this.context,
    );
    return dialogue && ruling ? this.settle(dialogue, ruling) : this.oldButton();
  }

  /** Words, a place on the map, a picture: first to the open question, then to whoever knows what it is about. */
  heard(heard: Heard): Decision {
    const open = this.state.at;
    const dialogue = open && dialogueOf(this.registry, open.dialogue);
    const asked = open && dialogue?.ask(open.step, open.data, open.version, this.context, false);
    // The words of a button she sees are that button, whatever they mean elsewhere.
    const labelled = asked && labelledButton(heard, asked);
    if (labelled) return this.chose(labelled);
    const steer = this.steerIn(heard);
    if (steer !== undefined && !(asked && isFaint(heard))) return this.steer(steer);
    const isQuestion = asked && questionAfter([], asked).length > 0;
    const answer = answerIn(heard, isQuestion ? [] : (dialogue?.opensOn ?? []));
    const ruling = open && dialogue?.hear(open.step, answer, open.data, open.version, this.context);
    if (dialogue && ruling) return this.also(this.settle(dialogue, withQuestion(ruling, asked ?? [])), heard);
    const typed = asked && typedButton(heard, asked);
    if (typed) return this.chose(typed);
    if (steer !== undefined) return this.steer(steer);
    if (this.meanwhile.isTalking && isWaved(heard)) return this.steer('stop');
    if (this.meanwhile.isTalking && isIntent(heard, 'unclear_yes_no')) return this.askWhether();
    const opener = this.openerOf(heard);
    if (opener) return this.also(this.settle(opener, opener.begin(heard, this.context)), heard);
    if (isDoubtful(heard)) return this.doubted(heard);
    const aside = this.registry.fallback.answer(heard, this.context, this.meanwhile);
    if (heard.type === 'said' && heard.understood.intent === 'other') return this.noise(aside);
    if (!aside) return this.missed();
    const isOpen = this.meanwhile.isTalking && this.afterAside.at !== null;
    return this.aside([...aside, ...(isOpen ? questionAfter(aside, asked ?? []) : [])]);
  }

  isWorthResuming(heard: Heard): boolean {
    const open = this.state.at && dialogueOf(this.registry, this.state.at.dialogue);
    return Boolean(open?.isResumable) && !this.openerOf(heard) && this.steerIn(heard) === undefined;
  }

  askResume(): Decision {
    return this.aside([ways.goOnWithOld()]);
  }

  /** Goes to a step and asks it; `isStart` forgets the way that led here. */
  goTo(
    target: { readonly dialogue: string; readonly step: string },
    how: {
      readonly say?: readonly Message[];
      readonly effects?: readonly Effect[];
      readonly isStart?: boolean;
    },
  ): Decision {
    const dialogue = dialogueOf(this.registry, target.dialogue);
    if (!dialogue) throw new Error(`The registry names a dialogue it does not hold: ${target.dialogue}`);
    const ruling: Ruling = {
      next: { step: target.step, data: undefined },
      asks: true,
      say: how.say ?? [],
      effects: how.effects ?? [],
    };
    const decision = this.settle(dialogue, ruling);
    if (!how.isStart) return decision;
    const state: State = { ...decision.state, trail: [] };
    return { ...decision, state, answer: { ...decision.answer, shortcuts: this.shortcuts(state) } };
  }

  /** Says something and leaves the conversation where it was. */
  aside(messages: readonly Message[]): Decision {
    return this.say(messages, this.afterAside);
  }

  /** A question whose yes cannot be undone does not outlast an aside: the yes that follows may mean something else. */
  private get afterAside(): State {
    const { at } = this.state;
    const isFinal = at !== null && dialogueOf(this.registry, at.dialogue)?.isFinal(at.step) === true;
    return isFinal ? { ...this.state, at: null } : this.state;
  }

  private say(messages: readonly Message[], state: State): Decision {
    return { state, answer: { messages, shortcuts: this.shortcuts(state) }, effects: [] };
  }

  private openerOf(heard: Heard): Registered | undefined {
    if (heard.type === 'location') {
      return this.registry.dialogues.find((dialogue) => dialogue.opensOn.includes('location'));
    }
    if (heard.type !== 'said' || isDoubtful(heard)) return undefined;
    const { intent } = heard.understood;
    return this.registry.dialogues.find(
      (dialogue) => dialogue.opensOn.includes(intent) || dialogue.opensAlso(heard, this.context),
    );
  }

  private steerIn(heard: Heard): Steer | undefined {
    if (heard.type !== 'said') return undefined;
    const bare = heard.text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
    if (wording.stopWords.some((word) => word === bare)) return 'stop';
    switch (heard.understood.intent) {
      case 'back':
        return 'back';
      case 'restart':
      case 'menu':
        return 'restart';
      case 'repeat':
        return 'repeat';
      case 'resume':
        return 'resume';
      case 'human':
        return 'human';
      case 'confused':
        return this.meanwhile.isTalking ? 'repeat' : undefined;
      default:
        return undefined;
    }
  }

  private steer(choice: Steer, args?: Readonly<Record<string, string>>): Decision {
    switch (choice) {
      case 'restart':
        return this.goTo(this.registry.home, { isStart: true });
      case 'stop':
        return this.goTo(this.registry.home, {
          say: [text(this.meanwhile.isTalking ? wording.stopped : wording.nothingToStop)],
          isStart: true,
        });
      case 'human':
        return this.aside(this.registry.human(this.context, this.meanwhile));
      case 'resume':
      case 'repeat':
        return this.askAgain(choice === 'repeat', []);
      case 'back':
        return this.back();
      case 'also': {
        const wish = args && readPassedOn(args);
        if (!wish) return this.oldButton();
        return this.heard({ type: 'said', text: '', understood: wish });
      }
    }
  }

  private back(): Decision {
    const previous = this.state.trail.at(-1);
    if (!previous)
      return this.goTo(this.registry.home, { say: [text(wording.noFurtherBack)], isStart: true });
    const state: State = { ...this.state, at: previous, trail: this.state.trail.slice(0, -1), misses: 0 };
    return new Turn(this.registry, state, this.context).askAgain(false, []);
  }

  private askAgain(simply: boolean, say: readonly Message[]): Decision {
    const { at } = this.state;
    const dialogue = at && dialogueOf(this.registry, at.dialogue);
    const asked = dialogue?.ask(at?.step ?? '', at?.data, at?.version ?? 0, this.context, simply);
    if (!asked) return this.goTo(this.registry.home, { say, isStart: true });
    return this.say([...say, ...asked], this.state);
  }

  private oldButton(): Decision {
    return this.goTo(this.registry.home, { say: [text(wording.oldButton)], isStart: true });
  }

  /** Whether she goes on or not; the question she was asked stays open. */
  private askWhether(): Decision {
    return this.aside([ways.goOnOrStop()]);
  }

  /** Nothing begins on a guess: an open question is asked again, and where none is open she is asked which wish it was. */
  private doubted(heard: Heard): Decision {
    const asker = dialogueOf(this.registry, this.registry.whichWish);
    return asker && !this.meanwhile.isTalking
      ? this.settle(asker, asker.begin(heard, this.context))
      : this.missed();
  }

  /** What makes no sense here is taken kindly once; if it goes on, she may be trying to say something. */
  private noise(kindly: readonly Message[] | undefined): Decision {
    if (!kindly || this.state.misses > 0) return this.missed();
    const state: State = { ...this.state, misses: 1 };
    return new Turn(this.registry, state, this.context).aside(kindly);
  }

  /** Nobody understood: the question again, then fewer words and two ways out, then a person. */
  private missed(): Decision {
    const state: State = { ...this.state, misses: this.state.misses + 1 };
    const turn = new Turn(this.registry, state, this.context);
    if (state.misses === 1) return turn.askAgain(true, [text(wording.notUnderstood)]);
    if (state.misses === 2) {
      const { at } = turn.afterAside;
      return turn.aside([ways.twoWaysOut(at !== null)]);
    }
    return turn.aside(this.registry.human(this.context, this.meanwhile));
  }

  /** The second wish of a sentence is not lost: it waits behind a button. */
  private also(decision: Decision, heard: Heard): Decision {
    const wish = heard.type === 'said' ? heard.understood.also : undefined;
    if (!wish || !this.registry.dialogues.some((dialogue) => dialogue.opensOn.includes(wish.intent))) {
      return decision;
    }
    const { messages } = decision.answer;
    return { ...decision, answer: { ...decision.answer, messages: [...messages, ways.alsoThis(wish)] } };
  }

  private shortcuts(state: State) {
    return shortcuts(state, isTalking(this.registry, state));
  }

  private settle(dialogue: Registered, ruling: Ruling): Decision {
    const { at, trail } = this.state;
    if (ruling.next === null) {
      const state: State = { ...this.state, at: null, trail: [], misses: 0 };
      return {
        state,
        answer: { messages: ruling.say, shortcuts: this.shortcuts(state) },
        effects: ruling.effects,
      };
    }
    const next: Position = {
      dialogue: dialogue.id,
      version: dialogue.version,
      step: ruling.next.step,
      data: ruling.next.data,
    };
    const leaves = at !== null && ruling.asks && !same(at, next);
    const state: State = {
      ...this.state,
      at: next,
      trail: leaves ? [...trail, at].slice(-TRAIL) : trail,
      misses: 0,
    };
    const asked = ruling.asks ? dialogue.ask(next.step, next.data, next.version, this.context, false) : [];
    return {
      state,
      answer: { messages: [...ruling.say, ...(asked ?? [])], shortcuts: this.shortcuts(state) },
      effects: ruling.effects,
    };
  }
}
