import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { button } from './buttons';
import { type Data, initial, type Next } from './data';
import { dayOf, dayText, type HerDay } from './days';
import { wording } from './wording';

const messageFor = (day: HerDay, context: Context): Message =>
  panel(
    [wording.standInLine(day.name, dayText(day, context)), wording.standInHow],
    [
      {
        label: wording.callDesk(context.city.desk.phone),
        action: { do: 'call', number: context.city.desk.phone },
        isMain: true,
      },
    ],
    wording.standInTitle,
  );

/** What the other supporters would read, and the question whether to ask them. */
export const standInMessage = (known: Data, context: Context, here: Here): readonly Message[] => {
  const day = dayOf(known.day, context);
  if (!day) return [panel([wording.dayGone], [here(wording.backToMenu, 'menu')])];
  return [
    messageFor(day, context),
    panel(
      [wording.previewAbove],
      [here(wording.send, 'send', undefined, true), here(wording.backToMenu, 'menu')],
      wording.standInAsk,
    ),
  ];
};

/** Asks the other supporters of the same class at once. */
export const askStandIn = (known: Data, context: Context): Next => {
  const day = dayOf(known.day, context);
  if (!day) return { to: 'menu', data: initial, say: [text(wording.dayGone)] };
  return {
    end: true,
    effects: [
      {
        type: 'askStandIn',
        day: day.day,
        scope: day.scope,
        title: `${wording.standInTitle} ${day.name} ${day.date}`,
        messages: [messageFor(day, context)],
        audienceWords: wording.standInAudience(day.name),
        notAfter: day.endsAt,
      },
    ],
    say: [panel([wording.standInSent], [button(wording.backToMenu, 'menu')])],
  };
};
