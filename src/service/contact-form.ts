import { bookedMessage } from '../core/course/booked-message';
import { type ContactReading, KEEP_CONTACT, readContact } from '../core/course/contact';
import type { Lesson } from '../core/course/course';
import { lessonOf } from '../core/course/lesson-list';
import { mayBook } from '../core/course/seats';
import { type BookingRow, bookingRow, bookWithContact } from '../store/bookings/contacts';
import { lessonKeeperOf } from '../store/lessons/keeper';
import type { Deps } from './deps';
import { enqueuePersonal } from './notices/personal';

/** What a form's link says of itself. */
export interface FormLink {
  readonly booking: string;
  /** Base 36, as it stands in the address. */
  readonly until: string;
  readonly signature: string;
}

/** Where a form stands. Only `open` can be filled in. */
export type FormState =
  | { readonly state: 'open'; readonly booking: BookingRow; readonly lesson: Lesson }
  /** It was sent already: the booking stands. */
  | { readonly state: 'done'; readonly booking: BookingRow; readonly lesson: Lesson }
  /** The link is ours but too old. */
  | { readonly state: 'expired' }
  /** Nobody of ours made this link, or what it was for is gone. */
  | { readonly state: 'unknown' }
  /** The hold ran out and somebody else has the seat. */
  | { readonly state: 'full'; readonly lesson: Lesson };

type FormDeps = Pick<Deps, 'db' | 'links' | 'now'>;

/** The lessons as they are this moment. */
const lessonNow = async ({ db }: FormDeps, id: string): Promise<Lesson | undefined> => {
  const reading = lessonKeeperOf(db).reading(false);
  return lessonOf(reading.take(await reading.statement.all()), id);
};

/** Looks at a link: who is it for, and can it still be used. */
export const openForm = async (deps: FormDeps, link: FormLink): Promise<FormState> => {
  const now = deps.now();
  const until = /^[0-9a-z]{1,11}$/.test(link.until) ? Number.parseInt(link.until, 36) : Number.NaN;
  const booking = await bookingRow(deps.db, link.booking);
  if (!booking || Number.isNaN(until)) return { state: 'unknown' };
  const subject = { booking: booking.id, personId: booking.personId };
  if (!(await deps.links.isContact(subject, until, link.signature))) return { state: 'unknown' };
  const lesson = await lessonNow(deps, booking.lesson);
  if (!lesson) return { state: 'unknown' };
  if (now >= until) return { state: 'expired' };
  if (booking.state === 'booked') return { state: 'done', booking, lesson };
  if (booking.state !== 'held' && booking.state !== 'lapsed') return { state: 'unknown' };
  const isKept = booking.state === 'held' && (booking.until ?? 0) > now;
  return isKept || mayBook(lesson, booking.people, now)
    ? { state: 'open', booking, lesson }
    : { state: 'full', lesson };
};

/** What became of a sent form: it may have to be mended, or it is what {@link openForm} says now. */
export type SentForm =
  | FormState
  | (Extract<FormState, { state: 'open' }> & Extract<ContactReading, { readonly problems: unknown }>);

/** Takes a filled-in form: books the held seat, keeps the contact, and lets the chat confirm. */
export const sendForm = async (
  deps: FormDeps,
  link: FormLink,
  typed: { readonly name: string; readonly phone: string },
): Promise<SentForm> => {
  const form = await openForm(deps, link);
  if (form.state === 'done') {
    // The first sending may have died before the chat was told; the same notice is queued once only.
    await confirmInChat(deps, form);
    return form;
  }
  if (form.state !== 'open') return form;
  const reading = readContact(typed);
  if ('problems' in reading) return { ...form, ...reading };
  const { booking, lesson } = form;
  const isBooked = await bookWithContact(
    deps.db,
    booking,
    reading.contact,
    lesson.endsAt + KEEP_CONTACT,
    deps.now(),
  );
  if (!isBooked) return openForm(deps, link);
  const done = { state: 'done', booking: { ...booking, state: 'booked' }, lesson } as const;
  await confirmInChat(deps, done);
  return done;
};

const confirmInChat = async (
  deps: FormDeps,
  { booking, lesson }: Extract<FormState, { state: 'done' }>,
): Promise<void> => {
  await enqueuePersonal(deps, {
    id: `booked:${booking.id}`,
    kind: 'confirmation',
    person: booking.personId,
    title: `${lesson.course.name} ${lesson.date}`,
    messages: [bookedMessage(booking, lesson, deps.now())],
  });
};
