import type { Chosen, Context } from '../../core/dialogue/dialogue';
import { roundedPoint } from '../../core/geo';
import { text } from '../../core/message';
import { originAt } from '../../core/search';
import { type SearchData, type SearchOrigin, searchData, type Wishes } from './data';
import { initial, type Move, show } from './moves';
import { lookAt } from './results';
import { dontTell, tellMe } from './tell-me';
import { wording } from './wording';

const originOf = ({ args }: Chosen): SearchOrigin | undefined => {
  const [lat, lng] = (args.at ?? '').split(',').map(Number);
  const read = searchData.shape.origin.safeParse({ kind: args.kind, label: args.label, at: { lat, lng } });
  return read.success ? read.data : undefined;
};

const wishesOf = ({ args }: Chosen): Wishes => {
  if (args.wishes === undefined) return {};
  try {
    return searchData.shape.wishes.safeParse(JSON.parse(args.wishes)).data ?? {};
  } catch {
    return {};
  }
};

/** The buttons under results; each says by itself what it is about, so it works next spring as well. */
export const chooseResult = (chosen: Chosen, data: SearchData, context: Context): Move | undefined => {
  switch (chosen.choice) {
    case 'detail': {
      const place = chosen.args.place ?? '';
      if (!lookAt(place, data, context)) return { to: 'askOrigin', data: initial, say: [text(wording.gone)] };
      return { to: 'detail', data: { ...data, place } };
    }
    case 'more': {
      const origin = originOf(chosen);
      const seen = Number(chosen.args.seen ?? 0);
      if (!origin || !Number.isInteger(seen)) return undefined;
      return show({ ...initial, wishes: wishesOf(chosen), seen }, origin, context);
    }
    case 'keep': {
      const origin = originOf(chosen);
      if (!origin) return undefined;
      const { district } = originAt(context.city, origin.at, origin.kind);
      const area = {
        label: origin.label,
        at: roundedPoint(origin.at),
        isCentre: origin.kind !== 'exact',
        ...(district === undefined ? {} : { district }),
      };
      return { stay: true, say: [text(wording.kept(origin.label))], effects: [{ type: 'keepArea', area }] };
    }
    case 'tellMe':
    case 'dontTell': {
      const origin = originOf(chosen);
      if (!origin) return undefined;
      return chosen.choice === 'tellMe' ? tellMe(chosen, origin, context) : dontTell(chosen, origin);
    }
    case 'narrow':
      return { to: 'narrow' };
    case 'clear':
      return data.origin
        ? show({ ...data, wishes: {}, seen: 0 }, data.origin, context)
        : { to: 'askOrigin', data: initial };
    case 'other':
      return { to: 'askOrigin', data: { ...initial, wishes: data.wishes } };
    default:
      return undefined;
  }
};
