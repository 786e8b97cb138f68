import { dateText, tokyoDate } from '../../core/calendar';
import type { Chosen, Context, Dialogue, Heard, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import { districtAt, districtOf, topics } from '../../core/notice';
import { choose, chooseArea, type Data, data, hereIn, type Next, type Step, start, stop } from './choices';
import { wording } from './wording';

const homeDistrict = ({ city, person }: Context): string | undefined =>
  person.area && districtAt(city, person.area.at);

/** Which districts she hears of now, in words. */
const areasNow = (context: Context): string => {
  const { areas } = context.notices;
  if (areas.length >= context.city.districts.length) return wording.wholeCity;
  if (areas.length > 0) return wording.areas(areas);
  const home = homeDistrict(context);
  return home === undefined ? wording.wholeCity : wording.homeArea(home);
};

/** How many of the places she follows stand as buttons. */
const PLACES = 3;

const settings = (context: Context, here: Here): Message[] => {
  const isStopped = context.notices.stopped.includes('broadcasts');
  return [
    panel(
      [isStopped ? wording.nowNone : wording.nowAll(areasNow(context)), wording.night],
      isStopped
        ? [here(wording.start, 'on', undefined, true), here(wording.showLast, 'last')]
        : [
            here(wording.chooseTopics, 'topics'),
            here(wording.chooseAreas, 'areas'),
            here(wording.showLast, 'last'),
            here(wording.stop, 'stop'),
          ],
      wording.settingsTitle,
    ),
    ...followed(context, here),
  ];
};

/** The places she hears from, each with a button that stops it. */
const followed = ({ notices, places }: Context, here: Here): Message[] => {
  const hers = places.places.filter(({ id }) => notices.places.includes(id));
  if (hers.length === 0) return [];
  return [
    panel(
      hers.length > PLACES ? [wording.placesMore(hers.length - PLACES)] : [],
      hers
        .slice(0, PLACES)
        .map(({ id, name }) => here(wording.placeStopNamed(name), 'unfollow', { place: id })),
      wording.placesTitle,
    ),
  ];
};

const lastOnes = (context: Context, here: Here): Message[] => {
  const [first, ...more] = context.notices.last;
  const back = panel([wording.night], [here(wording.back, 'settings')]);
  if (!first) return [panel([wording.lastNone], [here(wording.back, 'settings')])];
  const today = tokyoDate(context.now);
  const shown = [first, ...more].slice(0, 2);
  // LINE takes five messages at once; each notice is shown by its day and its first message.
  return [
    ...shown.flatMap(({ sentAt, messages }) => [
      text(wording.lastDay(dateText(tokyoDate(sentAt), today))),
      ...messages.slice(0, 1),
    ]),
    back,
  ];
};

const hear = (heard: Heard): Next | undefined => {
  if (heard.type !== 'said') return undefined;
  switch (heard.understood.intent) {
    case 'notice_on':
      return start();
    case 'notice_off':
      return stop(hereIn('stopped'));
    case 'notice_last':
      return { to: 'last' };
    case 'notice_settings':
      return { to: 'settings' };
    default:
      return undefined;
  }
};

const hearArea = (heard: Heard, context: Context): Next | undefined => {
  if (heard.type === 'location') {
    const district = districtAt(context.city, heard.at);
    return district === undefined ? undefined : chooseArea(district, false, context, hereIn('areas'));
  }
  const area = heard.type === 'said' ? heard.understood.slots.area : undefined;
  if (area === undefined) return hear(heard);
  const district = districtOf(context.city, area, wording.districtMark);
  return district === undefined
    ? { to: 'areas', say: [text(wording.areaUnknown(area))] }
    : chooseArea(district, false, context, hereIn('areas'));
};

const step = (name: Step) => ({
  choose: (chosen: Chosen, _: Data, context: Context) => choose(chosen, context, hereIn(name)),
  hear: (heard: Heard) => hear(heard),
});

/** Which notices she gets: chosen by kind and district, stopped in one tap, the last ones again. */
export const notices: Dialogue<Step, Data> = {
  id: 'notices',
  version: 1,
  first: 'settings',
  initial: {},
  read: (stored) => data.safeParse(stored).data,
  opensOn: ['notice_on', 'notice_off', 'notice_last', 'notice_settings'],
  open: hear,
  steps: {
    settings: { ...step('settings'), ask: (_, context, here) => settings(context, here) },
    topics: {
      ...step('topics'),
      ask: (_, { notices: { stopped } }, here) => [
        panel(
          [wording.topicsLine],
          topics.map((topic) =>
            stopped.includes(topic)
              ? here(wording.topicOff(wording.topic[topic]), 'topicOn', { topic })
              : here(wording.topicOn(wording.topic[topic]), 'topicOff', { topic }),
          ),
          wording.topicsTitle,
        ),
      ],
    },
    areas: {
      ...step('areas'),
      ask: (_, context, here) => {
        const home = homeDistrict(context);
        return [
          panel(
            [wording.areasHint],
            [
              ...(home === undefined
                ? []
                : [here(wording.areasOnly(home), 'onlyArea', { district: home }, true)]),
              here(wording.areasAll, 'allAreas'),
            ],
            wording.areasTitle,
          ),
        ];
      },
      askSimply: (_, __, here) => [
        panel([wording.areasSimply], [here(wording.areasAll, 'allAreas')], wording.areasTitle),
      ],
      hear: (heard, _, context) => hearArea(heard, context),
    },
    stopped: {
      ...step('stopped'),
      ask: (_, { notices: { stopped } }, here) =>
        stopped.includes('reminders')
          ? [panel([wording.remindersStopped], [here(wording.startReminders, 'startReminders')])]
          : [
              panel(
                [wording.night],
                [here(wording.stopReminders, 'stopReminders'), here(wording.showLast, 'last')],
              ),
            ],
    },
    last: { ...step('last'), ask: (_, context, here) => lastOnes(context, here) },
    place: { ...step('place'), ask: (_, context, here) => settings(context, here) },
  },
};
