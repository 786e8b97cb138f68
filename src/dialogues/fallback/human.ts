import type { City, Office } from '../../core/city';
import type { Context } from '../../core/dialogue/dialogue';
import { type Message, panel } from '../../core/message';
import { wording } from './wording';

const show = (office: Required<Pick<Office, 'name' | 'phone'>> & Office, line?: string): Message =>
  panel(
    [
      ...(line === undefined ? [] : [line]),
      wording.human(office.name, office.phone),
      office.hours === undefined ? wording.hoursUnknown : wording.hours(office.hours),
    ],
    [{ label: wording.callNumber(office.phone), action: { do: 'call', number: office.phone }, isMain: true }],
    wording.humanTitle,
  );

/** A person who answers the phone; the number stands as text too. Only verified numbers are in the city's data. */
export const human = ({ city }: Pick<Context, 'city'>, line?: string): Message => show(city.desk, line);

/** What is said when a fault of ours keeps us from answering. */
export const sorry = ({ city }: { readonly city: City }): readonly Message[] => [
  human({ city }, wording.sorry),
];
