import { inTokyo } from '../../core/calendar';
import type { Aside, Context, Meanwhile } from '../../core/dialogue/dialogue';
import { chooseLetters } from '../../core/her-data/moves';
import { type Button, type Message, panel, text } from '../../core/message';
import type { Intent, Understood } from '../../core/understanding';
import { human } from './human';
import { wording } from './wording';

const search: Button = {
  label: wording.search,
  action: { do: 'choose', move: { dialogue: 'find-place', version: 1, step: 'askOrigin', choice: 'begin' } },
  isMain: true,
};

const tea: Button = {
  label: wording.lonelyTea,
  action: {
    do: 'choose',
    move: {
      dialogue: 'find-place',
      version: 1,
      step: 'askOrigin',
      choice: 'begin',
      args: { activity: wording.teaActivity },
    },
  },
  isMain: true,
};

const usage: Button = {
  label: wording.usage,
  action: { do: 'choose', move: { dialogue: 'welcome', version: 1, step: 'menu', choice: 'usage' } },
};

const letters: Button = { label: wording.letters, action: { do: 'choose', move: chooseLetters() } };

/** Somebody who is lonely is thanked first; then company, and a line for the nights when that is not enough. */
const lonely = ({ city }: Context): Message => {
  const [line] = city.helpLines.despair;
  return panel(
    [
      wording.lonely,
      wording.lonelyCome,
      ...(line === undefined ? [] : [wording.lonelyLine(line.name, line.number)]),
    ],
    [
      tea,
      ...(line === undefined
        ? []
        : [
            {
              label: wording.callNumber(line.number),
              action: { do: 'call', number: line.number },
            } satisfies Button,
          ]),
    ],
  );
};

/** A sentence with the way on: into the conversation that is open, or to the search. */
const andThen = (line: string, meanwhile: Meanwhile): readonly Message[] =>
  meanwhile.isTalking ? [text(line)] : [panel([line], [search])];

/** She is greeted as the hour has it, and wished a good night where she goes to bed. */
const greeting = (words: string, { now }: Context): string => {
  if (wording.goodNightWords.test(words)) return wording.goodNight;
  const { time } = inTokyo(now);
  const { morning, day, evening } = wording.hello;
  return wording.greeting(time < '04:00' || time >= '17:00' ? evening : time < '10:00' ? morning : day);
};

const talk: readonly Intent[] = ['smalltalk', 'other', 'off_topic', 'usage'];

const saidSomething = (
  { intent }: Understood,
  words: string,
  context: Context,
  meanwhile: Meanwhile,
): readonly Message[] | undefined => {
  // Who asks what she is talking to is told the truth.
  if (talk.includes(intent) && wording.whoWords.test(words.normalize('NFKC'))) {
    return andThen(wording.who(context.city.name), meanwhile);
  }
  switch (intent) {
    case 'thanks':
      return [text(meanwhile.isTalking ? wording.thanks : `${wording.thanks}\n${wording.thanksHint}`)];
    case 'greeting':
      return andThen(greeting(words, context), meanwhile);
    case 'smalltalk':
      return andThen(wording.smalltalk, meanwhile);
    case 'later':
      return [text(wording.later)];
    case 'lonely':
      return [lonely(context), human(context)];
    case 'medical':
      return [panel([wording.medical, wording.medicalUrgent(context.city.helpLines.fire.number)], [search])];
    case 'care':
      return [human(context, wording.care)];
    case 'complaint':
      return [human(context, wording.complaint)];
    case 'off_topic':
      return [human(context, wording.offTopic)];
    case 'other':
      return meanwhile.isTalking ? undefined : andThen(wording.notOurs, meanwhile);
    case 'personal_info':
      return andThen(wording.personal, meanwhile);
    case 'confused':
      return [panel([wording.lost], [search, usage, letters])];
    case 'yes':
    case 'no':
      return meanwhile.isTalking ? undefined : andThen(wording.noted, meanwhile);
    case 'unclear_yes_no':
      return meanwhile.isTalking ? undefined : andThen(wording.nothingAsked, meanwhile);
    case 'choice':
      return meanwhile.isTalking ? undefined : andThen(wording.bareNumber, meanwhile);
    case 'more':
    case 'refine':
    case 'place_detail':
      return meanwhile.isTalking ? undefined : andThen(wording.nothingInView, meanwhile);
    case 'find_event':
    case 'notice_on':
    case 'notice_off':
    case 'notice_last':
    case 'notice_settings':
    case 'supporter':
      return [human(context, wording.notYet)];
    default:
      return undefined;
  }
};

/** Has an answer to everything an elder may send that no dialogue is about; undefined asks the question again. */
export const fallback: Aside = {
  answer: (heard, context, meanwhile) => {
    switch (heard.type) {
      case 'said':
        return saidSomething(heard.understood, heard.text, context, meanwhile);
      case 'sticker':
        return andThen(wording.sticker, meanwhile);
      case 'media':
        return andThen(wording[heard.kind], meanwhile);
      case 'location':
        return undefined;
    }
  },
};
