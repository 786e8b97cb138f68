import { dateText, timeRangeText, timeText, tokyoDate } from '../../core/calendar';
import { callBackButton } from '../../core/call-back/button';
import type { City } from '../../core/city';
import type { Context } from '../../core/dialogue/dialogue';
import { type Button, type Message, panel } from '../../core/message';
import { officeFor, officeOf, type ReachableOffice } from '../../core/office';
import { officeOpening } from '../../core/office-hours';
import { wording } from './wording';

const call = ({ phone }: ReachableOffice): Button => ({
  label: wording.callNumber(phone),
  action: { do: 'call', number: phone },
  isMain: true,
});

/** Whether somebody answers now, and if not, when. */
const openingText = ({ city, now }: Pick<Context, 'city' | 'now'>): string => {
  const opening = officeOpening(city.officeHours, now);
  return opening.isOpen
    ? wording.open(timeText(opening.to))
    : wording.closed(dateText(opening.next, tokyoDate(now)), timeText(opening.from));
};

/**
 * A person who answers the phone: the office of her own area if its number is verified, else the city's desk. The
 * number stands as text too.
 */
export const human = (context: Pick<Context, 'city' | 'person' | 'now' | 'turn'>, line?: string): Message => {
  const { city, person, turn } = context;
  const office = officeOf(city, person);
  return panel(
    [
      ...(line === undefined ? [] : [line]),
      wording.human(office.name, office.phone),
      openingText(context),
      wording.hours(timeRangeText(city.officeHours)),
    ],
    [call(office), callBackButton(wording.callMe, turn)],
    wording.humanTitle,
  );
};

/** What is said when a fault of ours keeps us from answering. */
export const sorry = ({ city }: { readonly city: City }): readonly Message[] => {
  const desk = officeFor(city, {});
  return [
    panel(
      [wording.sorry, wording.human(desk.name, desk.phone), wording.hoursUnknown],
      [call(desk)],
      wording.humanTitle,
    ),
  ];
};
