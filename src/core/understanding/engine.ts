import type { City } from '../city';
import { dangerIn } from './danger/danger';
import type { Said } from './index';
import type { Intent, Slots } from './intents';
import { createLexicon } from './lexicon/lexicon';
import { personalIn } from './personal/personal';
import { createReader, type Reading } from './reading/read';
import { scamIn } from './scam/scam';
import { slotsFor } from './slots/allowed';
import { type AreaSaid, createAreaReader } from './slots/area/area';
import { namesOf } from './slots/area/gazetteer';
import { aroundPlace } from './slots/area/wording';
import { dayIn } from './slots/day/day';
import { bareNumberIn, countIn, ordinalIn } from './slots/number/number';
import { spoken } from './slots/spoken';
import { createKindReader, topicIn, wishIn } from './slots/wish/wish';
import { wholeIn } from './whole/whole';
import type { Understood } from './wish';

/** Builds the engine for one city: everything that does not change between messages is made here. */
export const createEngine = (city: City): ((text: string, said: Said) => Understood) => {
  const read = createReader(namesOf(city));
  const readArea = createAreaReader(city, read);
  const kinds = createKindReader(city, read);
  const lexicon = createLexicon(read);
  return (text, said) => {
    const reading = read(text);
    const { kana } = reading;
    const written = spoken(reading);
    const area = readArea(reading);
    const day = dayIn(written, said.now);
    const ordinal = ordinalIn(written);
    const count = countIn(written);
    const activity = kinds.activity(reading);
    const course = kinds.course(reading);
    const topic = topicIn(kana);
    const all: Slots = {
      ...wishIn(kana),
      ...(area ? { area: area.area } : {}),
      ...(activity === undefined ? {} : { activity }),
      ...(day ? { day: day.day } : {}),
      ...(count === undefined ? {} : { count }),
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(course ? { course: course.name } : {}),
      ...(topic === undefined ? {} : { topic }),
    };
    const answer = (
      intent: Intent,
      confidence: number,
      why: readonly string[],
      more: Slots = {},
    ): Understood => ({
      intent,
      slots: slotsFor(intent, { ...all, ...more }),
      confidence,
      why,
    });
    const danger = dangerIn(kana);
    if (danger) return answer('emergency', 1, [danger.words], { kind: danger.kind });
    const scam = scamIn(kana);
    if (scam) return answer('scam', 0.9, [scam.words], { kind: scam.kind });
    const personal = personalIn(reading);
    if (personal !== undefined) return answer('personal_info', 0.95, [personal]);
    const number = bareNumberIn(written);
    if (number !== undefined) return answer('choice', 0.95, [written], { ordinal: number });
    const only = onlyArea(reading, area);
    if (only) return answer('location', 0.95, [only.words]);
    const whole = wholeIn(kana);
    if (whole) return answer(whole, 0.95, [kana]);
    const cues = lexicon.cuesIn(reading);
    const intent = guess(cues, all, course !== undefined);
    return answer(intent, intent === 'other' ? 0.3 : 0.7, [...cues.values()]);
  };
};

/** A place and nothing but politeness around it. */
const onlyArea = ({ kana }: Reading, area: AreaSaid | undefined): AreaSaid | undefined => {
  if (!area) return undefined;
  const rest = `${kana.slice(0, area.start)} ${kana.slice(area.end)}`;
  return aroundPlace.test(rest) ? area : undefined;
};

const guess = (cues: ReadonlyMap<string, string>, slots: Slots, hasCourse: boolean): Intent => {
  const has = (name: string): boolean => cues.has(name);
  if (has('unclear') && !has('seek')) return 'unclear_yes_no';
  if (has('waitlist')) return 'waitlist';
  if (has('undo')) return 'undo';
  if (has('cancel')) return 'cancel';
  if (has('change') && has('booking_noun')) return 'change';
  if (has('my_bookings')) return 'my_bookings';
  if (has('book') && (has('please') || has('booking_noun'))) return 'book';
  if (has('notice') && has('stop_notice')) return 'notice_off';
  if (has('notice') && has('want_notice')) return 'notice_on';
  if (has('volunteer')) return 'volunteer';
  if (has('class') || hasCourse) return 'find_class';
  if (has('what_on') || has('event')) return 'find_event';
  if (has('human')) return 'human';
  if (has('medical')) return 'medical';
  if (has('care')) return 'care';
  if (slots.ordinal !== undefined) return 'choice';
  if (slots.activity !== undefined || (has('place') && has('seek'))) return 'find_place';
  if (slots.topic !== undefined && has('ask')) return 'place_detail';
  if (has('more')) return 'more';
  if (has('refine')) return 'refine';
  if (slots.area !== undefined) return 'location';
  if (has('usage')) return 'usage';
  if (has('thanks')) return 'thanks';
  if (has('greeting')) return 'greeting';
  if (has('off')) return 'off_topic';
  return 'other';
};
