import { tokyoDate } from '../../core/calendar';
import type { Chosen, Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { classNews, findingsIn } from '../../core/notice';
import { button } from './buttons';
import { type Data, data, initial, type Next, type Step } from './data';
import { dayOf, dayText, herDays, keyOf, namesOf } from './days';
import { preview, send } from './preview';
import { askStandIn, standInMessage } from './stand-in';
import { wording } from './wording';

/** How many days can be picked from at once. */
const DAYS = 4;

/** The code in her words makes her a supporter, or says why it does not. */
const redeem = (heard: Heard, context: Context): Next | undefined => {
  const { invite } = context.notices;
  if (heard.type !== 'said') return undefined;
  if (!invite) return /\d{6}/.test(heard.text.normalize('NFKC')) ? wrongCode : undefined;
  const effects = [{ type: 'redeemInvite', codeHash: invite.codeHash } as const];
  // A code that gives nothing is a member of the staff showing which LINE is hers.
  if (invite.scopes.length === 0) return { end: true, effects, say: [text(wording.staffLinked)] };
  const names = namesOf(invite.scopes, context);
  return {
    end: true,
    effects,
    say: [panel([wording.welcome(names)], [button(wording.welcomeNext, 'menu')], wording.welcomeTitle)],
  };
};

const wrongCode: Next = { to: 'askCode', say: [text(wording.codeWrong)] };

const menu = (context: Context, here: Here): readonly Message[] => {
  const { scopes } = context.notices;
  if (scopes.length === 0) return [panel([wording.askCode], [], wording.askCodeTitle)];
  const today = herDays(context).find(
    ({ date, isCancelled }) => date === tokyoDate(context.now) && !isCancelled,
  );
  return [
    panel(
      [wording.menuLine(namesOf(scopes, context))],
      [
        here(wording.tell, 'tell', undefined, true),
        ...(today ? [here(wording.cancelToday(today.name), 'cancel', { day: keyOf(today) })] : []),
        here(wording.standIn, 'standIn'),
      ],
      wording.menuTitle,
    ),
  ];
};

/** Which day it is about; not asked where there is only one. */
const pickDay = (aim: Data['aim'], context: Context): Next => {
  if (context.notices.scopes.length === 0) return { to: 'askCode', data: initial };
  const days = herDays(context).filter(({ isCancelled }) => !isCancelled);
  const [only] = days;
  if (!only) return { to: 'menu', data: initial, say: [text(wording.noDays)] };
  if (days.length > 1) return { to: 'askDay', data: { aim } };
  return withDay({ aim }, keyOf(only));
};

const withDay = (known: Data, day: string): Next =>
  known.aim === 'standIn'
    ? { to: 'preview', data: { ...known, day } }
    : { to: 'askWhat', data: { ...known, day } };

/** The buttons of all steps. What a button is about stands in it, as far as it may be done again. */
const choose = ({ choice, args }: Chosen, known: Data, context: Context): Next | undefined => {
  const isHers = context.notices.scopes.length > 0;
  if (!isHers && choice !== 'menu') return { to: 'askCode', data: initial, say: [text(wording.notHers)] };
  switch (choice) {
    case 'menu':
      return { to: isHers ? 'menu' : 'askCode', data: initial };
    case 'tell':
      return pickDay('tell', context);
    case 'standIn':
      return pickDay('standIn', context);
    case 'cancel':
    case 'day': {
      const day = dayOf(args.day, context);
      if (!day) return { to: 'menu', data: initial, say: [text(wording.dayGone)] };
      if (day.isCancelled) return { to: 'menu', data: initial, say: [text(wording.alreadyCancelled)] };
      return choice === 'cancel'
        ? { to: 'preview', data: { aim: 'tell', day: keyOf(day), news: 'cancelled' } }
        : withDay({ aim: args.aim === 'standIn' ? 'standIn' : 'tell' }, keyOf(day));
    }
    case 'news': {
      const news = classNews.find((one) => one === args.news);
      if (!news || !dayOf(known.day, context)) return pickDay('tell', context);
      return { to: news === 'cancelled' ? 'preview' : 'askWords', data: { ...known, news } };
    }
    case 'rewrite':
      return known.news === undefined ? pickDay('tell', context) : { to: 'askWords' };
    case 'send':
      return known.aim === 'standIn' ? askStandIn(known, context) : send(known, args.count, context);
    case 'stop':
      return withdraw(args.notice, context);
    default:
      return undefined;
  }
};

const withdraw = (notice: string | undefined, context: Context): Next =>
  notice !== undefined && context.notices.withdrawable.includes(notice)
    ? {
        to: 'menu',
        data: initial,
        effects: [{ type: 'withdrawNotice', notice }],
        say: [text(wording.withdrawn)],
      }
    : { to: 'menu', data: initial, say: [text(wording.tooLateToStop)] };

/** Her words go on to the preview, unless something in them must not go to others. */
const hearWords = (heard: Heard, known: Data, context: Context): Next | undefined => {
  if (heard.type !== 'said' || known.news === undefined) return undefined;
  const [finding] = findingsIn(heard.text, context.city.domains);
  if (finding) return { stay: true, say: [text(wording.findings[finding])] };
  return { to: 'preview', data: { ...known, words: heard.text.trim() } };
};

/** Said instead of tapped: no, or the reason why it is off. */
const hearAtPreview = (heard: Heard, known: Data, context: Context): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  const { intent } = heard.understood;
  if (intent === 'no') return { to: 'menu', data: initial };
  return intent !== 'yes' && known.news === 'cancelled' ? hearWords(heard, known, context) : undefined;
};

const opened = (heard: Heard, context: Context): Next => {
  const redeemed = redeem(heard, context);
  return redeemed ?? { to: context.notices.scopes.length === 0 ? 'askCode' : 'menu', data: initial };
};

/** A supporter's own business: the code that makes her one, and what she tells her people. */
export const supporter: Dialogue<Step, Data> = {
  id: 'supporter',
  version: 1,
  first: 'menu',
  initial,
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['supporter'],
  open: opened,
  isResumable: true,
  steps: {
    menu: {
      ask: (_, context, here) => menu(context, here),
      choose,
      hear: (heard, _, context) => redeem(heard, context),
    },
    askCode: {
      ask: () => [panel([wording.askCode], [], wording.askCodeTitle)],
      askSimply: () => [panel([wording.askCodeSimply, wording.askCode], [], wording.askCodeTitle)],
      choose,
      hear: (heard, _, context) => redeem(heard, context),
    },
    askDay: {
      ask: ({ aim }, context, here) => [
        panel(
          [wording.askDayLine],
          herDays(context)
            .filter(({ isCancelled }) => !isCancelled)
            .slice(0, DAYS)
            .map((day) =>
              here(wording.day(day.name, dayText(day, context)), 'day', { day: keyOf(day), aim }),
            ),
          aim === 'standIn' ? wording.askDayStandIn : wording.askDay,
        ),
      ],
      choose,
    },
    askWhat: {
      ask: (known, context, here) => {
        const day = dayOf(known.day, context);
        if (!day) return [panel([wording.dayGone], [here(wording.backToMenu, 'menu')])];
        return [
          panel(
            [wording.askWhatLine(day.name, dayText(day, context))],
            classNews.map((news) => here(wording.news[news], 'news', { news })),
            wording.askWhat,
          ),
        ];
      },
      choose,
    },
    askWords: {
      ask: ({ news = 'free' }) => [panel([wording.askWordsHint], [], wording.askWords[news])],
      choose,
      hear: hearWords,
    },
    preview: {
      ask: (known, context, here) =>
        known.aim === 'standIn' ? standInMessage(known, context, here) : preview(known, context, here),
      choose,
      hear: hearAtPreview,
    },
    sent: {
      ask: (_, context, here) => menu(context, here),
      choose,
    },
  },
};
