import type { Lesson } from './course';
import { calendarWords, venueText } from './wording';

/** Longest line in octets (RFC 5545 §3.1); a line goes on after a break and one space. */
const LINE = 75;

const octets = (letter: string): number => {
  const point = letter.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

const folded = (line: string): string => {
  let out = '';
  let length = 0;
  for (const letter of line) {
    const size = octets(letter);
    if (length + size > LINE) {
      out += '\r\n ';
      length = 1;
    }
    out += letter;
    length += size;
  }
  return out;
};

const escaped = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** `20261210T010000Z`: instants in UTC need no description of a time zone. */
const stamp = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');

const event = (lesson: Lesson, now: number, note: string | undefined): readonly string[] => {
  const place = [venueText(lesson.venue), lesson.venue.address ?? lesson.venue.town].filter(
    (part) => part !== undefined,
  );
  const about = [
    ...(note === undefined ? [] : [note]),
    ...(lesson.bring === undefined ? [] : [calendarWords.bring(lesson.bring)]),
    ...(lesson.phone === undefined ? [] : [calendarWords.phone(lesson.phone)]),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${lesson.id}@tsudoi`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(lesson.startsAt)}`,
    `DTEND:${stamp(lesson.endsAt)}`,
    `SUMMARY:${escaped(lesson.course.name)}`,
    `LOCATION:${escaped(place.join(' '))}`,
    ...(about.length === 0 ? [] : [`DESCRIPTION:${escaped(about.join('\n'))}`]),
    ...(lesson.venue.at === undefined || lesson.venue.isApproximate
      ? []
      : [`GEO:${lesson.venue.at.lat};${lesson.venue.at.lng}`]),
    `STATUS:${lesson.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
};

/** Lessons as a calendar file (RFC 5545). `note` is the first line of each entry, such as a booking number. */
export const calendarOf = (lessons: readonly Lesson[], now: number, note?: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tsudoi//lessons//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...lessons.flatMap((lesson) => event(lesson, now, note)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
