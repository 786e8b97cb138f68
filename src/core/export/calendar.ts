import { addDays, type CivilDate, tokyoInstant } from '../calendar';
import type { City } from '../city';
import type { Place } from '../place';
import { occurrencesBetween } from '../schedule';
import { facilityFacts } from './facilities';

/** How far ahead a calendar is written, in days. */
const AHEAD = 180;

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** Line breaks, commas and semicolons have a meaning of their own in a calendar file. */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');

const encoder = new TextEncoder();

/** A line of at most 75 bytes; what is longer goes on in the next one after a blank (RFC 5545, 3.1). */
const foldedLine = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  for (const sign of line) {
    if (encoder.encode(now + sign).length > 74) {
      lines.push(now);
      now = '';
    }
    now += sign;
  }
  return [...lines, now].join('\r\n ');
};

const eventsOf = (place: Place, from: CivilDate, now: number): readonly string[] =>
  occurrencesBetween(place.schedule, from, addDays(from, AHEAD)).flatMap(({ date, time }) => [
    'BEGIN:VEVENT',
    `UID:${place.id}-${date}-${time?.from ?? 'day'}@tsudoi`,
    `DTSTAMP:${stamp(now)}`,
    ...(time === undefined
      ? [`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`]
      : [
          `DTSTART:${stamp(tokyoInstant(date, time.from))}`,
          ...(time.to === undefined ? [] : [`DTEND:${stamp(tokyoInstant(date, time.to))}`]),
        ]),
    `SUMMARY:${escaped(place.name)}`,
    ...(place.address === undefined ? [] : [`LOCATION:${escaped(place.address)}`]),
    'END:VEVENT',
  ]);

/** Dates alone do not tell what a place is; this property does, and calendars pass over what they do not know. */
export const PLACE_PROPERTY = 'X-TSUDOI-PLACE';

/**
 * The real dates of places in the coming half year as a calendar file (iCalendar). What else is known of each place
 * stands in a property of our own, also of those that are paused, so that the file can be brought in again without loss.
 */
export const placesCalendar = (places: readonly Place[], city: City, from: CivilDate, now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tsudoi//places//JA',
    ...places.map((place) => `${PLACE_PROPERTY}:${escaped(JSON.stringify(facilityFacts(place, city)))}`),
    ...places.filter(({ status }) => status === 'active').flatMap((place) => eventsOf(place, from, now)),
    'END:VCALENDAR',
    '',
  ]
    .map(foldedLine)
    .join('\r\n');
