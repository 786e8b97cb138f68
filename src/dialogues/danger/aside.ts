import type { City, HelpLine } from '../../core/city';
import type { Aside } from '../../core/dialogue/dialogue';
import type { Button, Message, PanelMessage } from '../../core/message';
import { wording } from './wording';

const call = (line: HelpLine): Button => ({
  label: wording.call(line.name, line.number),
  action: { do: 'call', number: line.number },
});

const urgent = (title: string, line: string, lines: readonly HelpLine[]): PanelMessage => ({
  type: 'panel',
  tone: 'urgent',
  title,
  lines: [line],
  buttons: lines.map(call),
});

const emergency = (kind: string | undefined, { helpLines }: City): Message => {
  const { fire, police, despair } = helpLines;
  switch (kind) {
    case 'fire':
      return urgent(wording.fireTitle(fire.number), wording.fireLine, [fire, police]);
    case 'crime':
      return urgent(wording.crimeTitle(police.number), wording.crimeLine, [police, fire]);
    case 'despair':
      return {
        type: 'panel',
        tone: 'urgent',
        title: wording.despairTitle,
        lines: [
          wording.despairLine,
          ...despair.map((line) => wording.call(line.name, line.number)),
          wording.despairUrgent(fire.number),
        ],
        buttons: [...despair, fire].map(call),
      };
    default:
      return urgent(wording.healthTitle(fire.number), wording.healthLine, [fire, police]);
  }
};

const scam = (kind: string | undefined, city: City): Message => {
  const { policeAdvice, consumer } = city.helpLines;
  if (kind === 'us') {
    return {
      type: 'panel',
      tone: 'calm',
      title: wording.scamUsTitle,
      lines: [wording.scamUs(city.desk.name, city.desk.phone)],
      buttons: [
        {
          label: wording.call(city.desk.name, city.desk.phone),
          action: { do: 'call', number: city.desk.phone },
        },
      ],
    };
  }
  return {
    type: 'panel',
    tone: 'urgent',
    title: wording.scamTitle,
    lines: [wording.scamLine(policeAdvice.number, consumer.number)],
    buttons: [policeAdvice, consumer].map(call),
  };
};

/** Danger comes before every other rule and leaves the conversation where it was. */
export const danger: Aside = {
  answer: (heard, { city }) => {
    if (heard.type !== 'said') return undefined;
    const { intent, slots } = heard.understood;
    if (intent === 'emergency') return [emergency(slots.kind, city)];
    if (intent === 'scam') return [scam(slots.kind, city)];
    return undefined;
  },
};
