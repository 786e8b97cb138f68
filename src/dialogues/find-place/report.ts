import type { Context, Heard, Outcome, Step } from '../../core/dialogue/dialogue';
import { type Button, panel } from '../../core/message';
import { reportOn, reportSomething } from '../../core/place-report/moves';
import { saysShut, wrongIn } from '../../core/place-report/report';
import type { SearchData } from './data';
import { wording } from './wording';

/** How many of the shown places are offered as the one she speaks of. */
const MOST = 3;

/** She says that something shown is wrong: first it must be clear which place she means. */
export const hearReport = (
  heard: Heard,
  data: SearchData,
  context: Context,
): Outcome<'report', SearchData> | undefined => {
  if (heard.type !== 'said' || data.shown.length + (data.place === undefined ? 0 : 1) === 0) return undefined;
  if (heard.understood.intent !== 'report' && !saysShut(heard.text)) return undefined;
  const what = wrongIn(heard.text);
  return {
    to: 'report',
    data: { ...data, report: { saidIn: context.turn, ...(what === undefined ? {} : { what }) } },
  };
};

/** Asks which of the places in view is meant; the buttons lead on to what is wrong with it. */
export const reportStep: Step<'report', SearchData> = {
  ask: ({ place, shown, report }, { places }) => {
    const ids = place === undefined ? shown.slice(0, MOST) : [place];
    const seen = places.places.filter(({ id }) => ids.includes(id));
    const button = ({ id, name }: { readonly id: string; readonly name: string }): Button => ({
      label: name,
      action: { do: 'choose', move: reportOn(id, report?.saidIn, report?.what) },
      isMain: seen.length === 1,
    });
    return [
      panel(
        [],
        [
          ...seen.map(button),
          { label: wording.reportOther, action: { do: 'choose', move: reportSomething() } },
        ],
        seen.length === 1 ? wording.askReportThis : wording.askReportWhich,
      ),
    ];
  },
};
