import { z } from 'zod';
import { addDays, isCivilDate, isClockTime, tokyoInstant } from '../../../core/calendar';
import { isTopic } from '../../../core/notice';
import type { Place } from '../../../core/place';
import { messagesOf, wordsIn } from '../../../service/broadcast/content';
import { phonesOf } from '../../../service/broadcast/look';
import { districtsOf, maySendTo } from '../../../service/broadcast/reach';
import { findLesson, type StaffLesson } from '../../../store/lessons/staff-lessons';
import type { NoticeWords, StoredNotice } from '../../../store/notices/notice';
import { loadPlace } from '../../../store/places';
import { optional, type Problem, readTyped, type Typed, ticked } from '../../form';
import type { Visit } from '../../visit';
import { audienceIn, type NamedRule, typedOfRule } from './audience';
import { writeWords } from './wording';

/** The event a notice is about, which decides which audiences can be chosen. */
export interface EventOfNotice {
  readonly lesson?: StaffLesson;
  readonly place?: Place;
}

/** A draft that was read from a form. */
export interface Draft {
  readonly words: NoticeWords;
  /** The districts it reaches, the empty text for the whole city. */
  readonly reach: readonly string[];
}

/** Most characters of a heading and of a text; what an elder reads in one look. */
const LONGEST = { heading: 20, text: 400 };

const form = z.object({
  heading: z
    .string({ error: writeWords.headingMissing })
    .trim()
    .min(1, writeWords.headingMissing)
    .max(LONGEST.heading, writeWords.headingMissing),
  text: z
    .string({ error: writeWords.textMissing })
    .trim()
    .min(1, writeWords.textMissing)
    .max(LONGEST.text, writeWords.textMissing),
  phone: optional(),
  topic: optional(),
  forDay: optional().refine((day) => day === undefined || isCivilDate(day), writeWords.dayWrong),
  sendAt: optional().transform((text, context): number | undefined => {
    if (text === undefined) return undefined;
    const [date = '', time = ''] = text.split('T');
    if (isCivilDate(date) && isClockTime(time.slice(0, 5))) return tokyoInstant(date, time.slice(0, 5));
    context.addIssue(writeWords.sendAtWrong);
    return z.NEVER;
  }),
  audience: z.string({ error: writeWords.audienceMissing }),
  districts: ticked,
  alsoCourse: optional(),
  nearMetres: optional(),
  nearPlace: optional(),
  kinds: ticked,
  correctionOf: optional(),
});

type Filled = z.infer<typeof form>;

/** Which event the fields `lesson` and `place` name, if it lies within reach. */
export const eventIn = async (
  visit: Visit,
  lesson: string | undefined,
  place: string | undefined,
): Promise<EventOfNotice> => {
  const { deps, staff } = visit;
  const foundLesson = lesson ? await findLesson(deps.db, staff.scope, lesson) : undefined;
  const foundPlace = place ? (await loadPlace(deps.db, place))?.place : undefined;
  return {
    ...(foundLesson === undefined ? {} : { lesson: foundLesson }),
    ...(foundPlace !== undefined && maySendTo(staff.scope, [foundPlace.district ?? ''])
      ? { place: foundPlace }
      : {}),
  };
};

/** Reads a draft from a form, or says what must be put right. */
export const draftIn = async (
  visit: Visit,
  typed: Typed,
  event: EventOfNotice,
): Promise<
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly problems: readonly Problem[] }
> => {
  const read = readTyped(typed, form);
  if (!read.ok) return { ok: false, problems: read.problems };
  const filled = read.value;
  const named = await audienceIn(visit, filled, event);
  if ('field' in named) return { ok: false, problems: [named] };
  const { rule } = named;
  const isDrill = filled.kinds.includes('drill');
  if (isDrill && rule.type !== 'testers') {
    return { ok: false, problems: [{ field: 'audience', message: writeWords.drillOnly }] };
  }
  if (filled.sendAt !== undefined && filled.sendAt < visit.now) {
    return { ok: false, problems: [{ field: 'sendAt', message: writeWords.sendAtPast }] };
  }
  const reach = await districtsOf(visit.deps, rule, event.place && { place: event.place.id });
  if (!maySendTo(visit.staff.scope, reach)) {
    return { ok: false, problems: [{ field: 'audience', message: writeWords.outOfScope }] };
  }
  return { ok: true, draft: { words: wordsOf(visit, filled, named), reach } };
};

const wordsOf = (visit: Visit, filled: Filled, { rule, inWords }: NamedRule): NoticeWords => {
  const { heading, text, phone, topic, forDay, sendAt, kinds } = filled;
  const isOurs = phone !== undefined && phonesOf(visit.deps).includes(phone);
  const content = messagesOf({
    heading,
    text,
    ...(isOurs ? { phone, callLabel: writeWords.callLabel(phone) } : {}),
  });
  return {
    title: heading,
    content: JSON.stringify(content),
    rule,
    audienceWords: inWords,
    ...(topic !== undefined && isTopic(topic) ? { topic } : {}),
    isDrill: kinds.includes('drill'),
    isCancellation: kinds.includes('cancellation'),
    ...(forDay === undefined ? {} : { forDay, notAfter: tokyoInstant(addDays(forDay, 1)) }),
    ...(sendAt === undefined ? {} : { sendAt }),
  };
};

/** A stored notice as the fields of the form. */
export const typedOf = (
  notice: StoredNotice,
  toLocal: (at: number) => string,
  nameOf: (place: string) => string,
): Typed => {
  const written = wordsIn(notice.content);
  return {
    heading: written?.heading ?? notice.title,
    text: written?.text ?? '',
    phone: written?.phone ?? '',
    topic: notice.topic ?? '',
    forDay: notice.forDay ?? '',
    sendAt: notice.sendAt === undefined ? '' : toLocal(notice.sendAt),
    ...typedOfRule(notice.rule, nameOf),
    kinds: [...(notice.isDrill ? ['drill'] : []), ...(notice.isCancellation ? ['cancellation'] : [])],
    correctionOf: notice.correctionOf ?? '',
  };
};
