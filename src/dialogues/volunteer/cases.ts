import { callBackButton } from '../../core/call-back/button';
import type { Context, Heard, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { officeFor, officeOf, type ReachableOffice } from '../../core/office';
import { areaNamed } from './area';
import type { Data, Next } from './data';
import { wording } from './wording';

/** Begins with what she already said about the group. */
export const openCase = (heard: Heard, kind: Data['kind'], context: Context): Next => {
  const slots = heard.type === 'said' ? heard.understood.slots : {};
  const area = areaNamed(slots.area, context) ?? context.person.area;
  const known: Data = {
    ...(kind === undefined ? {} : { kind }),
    ...(area === undefined ? {} : { area }),
    ...(slots.activity === undefined ? {} : { activity: slots.activity }),
  };
  return { to: kind === undefined ? 'askCase' : 'confirmCase', data: known };
};

/** What the coordinator would be told, read back before it is. */
export const readBack = ({ kind = 'found-group', area, activity }: Data, here: Here): readonly Message[] => {
  const known = [
    ...(area === undefined ? [] : [wording.nearby(area.label)]),
    ...(activity === undefined ? [] : [wording.caseAbout(activity)]),
  ];
  return [
    panel(
      [...(known.length === 0 ? [] : [wording.caseKnown(known.join('、'))]), wording.caseNoName],
      [here(wording.caseYes, 'tell', { kind }, true), here(wording.caseNo, 'leave')],
      wording.caseAsk[kind],
    ),
  ];
};

/** We know no number of hers: she calls a number that is confirmed, or gives hers on our own page. */
const whomToCall = ({ name, phone }: ReachableOffice, turn: string): Message =>
  panel(
    [wording.caseNext, wording.visitPhone(name, phone)],
    [
      { label: wording.call(phone), action: { do: 'call', number: phone }, isMain: true },
      callBackButton(wording.callMe, turn),
    ],
  );

/** Tells the coordinator, with what is known and nothing else. */
export const tell = (
  kind: NonNullable<Data['kind']>,
  { area, activity }: Data,
  { city, person, turn }: Context,
): Next => ({
  end: true,
  say: [
    text(wording.caseDone[kind]),
    whomToCall(area === undefined ? officeOf(city, person) : officeFor(city, area), turn),
  ],
  effects: [
    {
      type: 'openCase',
      kind,
      ...(area?.district === undefined ? {} : { district: area.district }),
      facts: {
        ...(area === undefined ? {} : { area: area.label }),
        ...(activity === undefined ? {} : { activity }),
      },
    },
  ],
});
