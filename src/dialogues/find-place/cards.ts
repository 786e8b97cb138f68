import { dateText, occasionText, tokyoDate } from '../../core/calendar';
import type { Context, Here } from '../../core/dialogue/dialogue';
import type { Button, Card, Fact } from '../../core/message';
import { officeFor } from '../../core/office';
import type { Known, Place } from '../../core/place';
import { scheduleText } from '../../core/schedule';
import type { PlaceHit } from '../../core/search';
import { wording } from './wording';

/** What might keep her before a closed door: a report that is being checked, and sittings that are off. */
export const cautions = ({ place, cancelled }: PlaceHit, today: string): readonly string[] => [
  ...(place.doubtedAt === undefined ? [] : [wording.doubted]),
  ...cancelled.map(({ date }) => wording.cancelledOn(dateText(date, today))),
];

const nextText = (hit: PlaceHit, today: string): string => {
  const { next } = hit;
  const off = cautions(hit, today);
  if (next === undefined) return [...off, wording.nextUnknown].join('\n');
  const unsure = next.holidayUnsure ? [wording.holidayUnsure] : [];
  return [...off, occasionText(next.date, next.time, today), ...unsure].join('\n');
};

/** What it costs. */
export const feeText = ({ fee }: Place): string => {
  if (fee.kind === 'unknown') return wording.unknown;
  if (fee.kind === 'free') return wording.feeFree;
  return fee.text === undefined ? wording.feeYen(fee.yen) : `${wording.feeYen(fee.yen)}（${fee.text}）`;
};

const known = (words: { readonly yes: string; readonly no: string }, value: Known): string[] =>
  value === 'unknown' ? [] : [words[value]];

const accessText = ({ access }: Place): string => {
  const parts = [
    ...known(wording.steps, access.steps),
    ...known(wording.wheelchair, access.wheelchair),
    ...known(wording.toilet, access.toilet),
    ...known(wording.parking, access.parking),
  ];
  return parts.length === 0 ? wording.accessUnknown : parts.join('、');
};

const bookingText = ({ booking }: Place): string =>
  booking === 'yes' ? wording.bookingYes : booking === 'no' ? wording.bookingNo : wording.unknown;

/** The number that answers for a place: its own, else the nearest office's that has been verified. */
export const phoneOf = (
  place: Place,
  { city }: Context,
): { readonly name: string; readonly phone: string } =>
  place.phone === undefined ? officeFor(city, place) : { name: place.name, phone: place.phone };

/** Opens the place on a map; none where nobody knows the spot. */
export const mapButton = ({ at }: Place): Button[] =>
  at === undefined
    ? []
    : [
        {
          label: wording.map,
          action: {
            do: 'open',
            url: `https://www.google.com/maps/search/?api=1&query=${at.lat}%2C${at.lng}`,
          },
        },
      ];

/** Calls a number. */
export const callButton = (phone: string): Button => ({
  label: wording.call(phone),
  action: { do: 'call', number: phone },
});

/** She can hear from this place, or stop hearing, in one tap; the dialogue about notices does it. */
const followButton = ({ id }: Place, { notices }: Context): Button => {
  const isFollowed = notices.places.includes(id);
  return {
    label: isFollowed ? wording.unfollow : wording.follow,
    action: {
      do: 'choose',
      move: {
        dialogue: 'notices',
        version: 1,
        step: 'place',
        choice: isFollowed ? 'unfollow' : 'follow',
        args: { place: id },
      },
    },
  };
};

/** How far it is. */
export const lead = ({ minutes, isApproximate }: PlaceHit): string =>
  minutes === undefined ? wording.farUnknown : wording.minutes(minutes, isApproximate);

const mainFacts = (hit: PlaceHit, context: Context): readonly Fact[] => {
  const { place } = hit;
  return [
    { label: wording.factNext, value: nextText(hit, tokyoDate(context.now)), isMain: true },
    { label: wording.factActivity, value: place.activities.join('、') || wording.unknown },
    { label: wording.factFee, value: feeText(place) },
    { label: wording.factAccess, value: accessText(place) },
  ];
};

/** A found place as one card of several, with its number so that 「2番」 can be said. */
export const shortCard = (hit: PlaceHit, position: number, context: Context, here: Here): Card => ({
  lead: `${position}. ${lead(hit)}`,
  title: hit.place.name,
  facts: mainFacts(hit, context),
  buttons: [
    here(wording.detail, 'detail', { place: hit.place.id }, true),
    callButton(phoneOf(hit.place, context).phone),
    ...mapButton(hit.place),
  ],
});

/** Everything that is known of one place, and the way on; what is not known is said to be unknown. */
export const fullCard = (hit: PlaceHit, context: Context, onward: Button): Card => {
  const { place } = hit;
  const { name, phone } = phoneOf(place, context);
  const today = tokyoDate(context.now);
  const schedule = scheduleText(place.schedule, today);
  const address = place.address ?? place.town;
  return {
    lead: lead(hit),
    title: place.name,
    facts: [
      ...mainFacts(hit, context),
      ...(place.description === undefined ? [] : [{ label: wording.factMore, value: place.description }]),
      { label: wording.factSchedule, value: schedule.join('\n') || wording.nextUnknown },
      { label: wording.factBooking, value: bookingText(place) },
      { label: wording.factPhone, value: place.phone === undefined ? wording.phoneOf(name, phone) : phone },
      ...(address === undefined
        ? []
        : [
            {
              label: wording.factAddress,
              value: place.isApproximate ? wording.approximate(address) : address,
            },
          ]),
      ...(place.audience === undefined ? [] : [{ label: wording.factAudience, value: place.audience }]),
      ...(place.checkedAt === undefined
        ? []
        : [{ label: wording.factChecked, value: dateText(tokyoDate(place.checkedAt)) }]),
    ],
    buttons: [callButton(phone), ...mapButton(place), followButton(place, context), onward],
  };
};
