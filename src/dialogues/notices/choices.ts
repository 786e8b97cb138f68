import { z } from 'zod';
import type { Chosen, Context, Here, Outcome } from '../../core/dialogue/dialogue';
import { panel, text } from '../../core/message';
import { isTopic, topics } from '../../core/notice';
import { wording } from './wording';

/** The steps of the dialogue about notices. */
export type Step = 'settings' | 'topics' | 'areas' | 'stopped' | 'last' | 'place';

/** Nothing is remembered between steps: what she chose is stored at once. */
export const data = z.object({});
export type Data = z.infer<typeof data>;
export type Next = Outcome<Step, Data>;

const EVERYTHING = ['broadcasts', ...topics] as const;

/** The same buttons in every step, so that one of last spring still does what it says. */
export const hereIn =
  (step: Step): Here =>
  (label, choice, args, isMain) => ({
    label,
    action: {
      do: 'choose',
      move: {
        dialogue: 'notices',
        version: 1,
        step,
        choice,
        ...(args === undefined ? {} : { args }),
      },
    },
    ...(isMain === undefined ? {} : { isMain }),
  });

/** Stops at once: what she asked for must not hang on a second question. */
export const stop = (here: Here): Next => ({
  to: 'stopped',
  effects: [{ type: 'spareHer', what: 'broadcasts' }],
  say: [panel(wording.stoppedLines, [here(wording.start, 'on')], wording.stoppedTitle)],
});

/** Everything she had stopped comes again; then she is asked for which district. */
export const start = (): Next => ({
  to: 'areas',
  effects: [{ type: 'tellHerAgain', what: EVERYTHING }],
  say: [panel([wording.startedLine, wording.night], [], wording.startedTitle)],
});

/** The buttons of every step; each says by itself what it is about. */
export const choose = (chosen: Chosen, context: Context, here: Here): Next | undefined => {
  switch (chosen.choice) {
    case 'settings':
    case 'topics':
    case 'areas':
    case 'last':
      return { to: chosen.choice };
    case 'stop':
      return stop(here);
    case 'on':
      return start();
    case 'stopReminders':
      return {
        stay: true,
        effects: [{ type: 'spareHer', what: 'reminders' }],
        say: [panel([wording.remindersStopped], [here(wording.startReminders, 'startReminders')])],
      };
    case 'startReminders':
      return {
        stay: true,
        effects: [{ type: 'tellHerAgain', what: ['reminders'] }],
        say: [panel([wording.remindersStarted], [here(wording.back, 'settings')])],
      };
    case 'topicOff':
    case 'topicOn':
      return toggle(chosen, here);
    case 'onlyArea':
    case 'addArea':
      return chooseArea(chosen.args.district ?? '', chosen.choice === 'addArea', context, here);
    case 'allAreas':
      return {
        stay: true,
        effects: [{ type: 'chooseAreas', areas: context.city.districts.map(({ name }) => name) }],
        say: [panel([wording.areasAllChosen], [here(wording.back, 'settings')])],
      };
    case 'follow':
    case 'unfollow':
      return follow(chosen, context, here);
    default:
      return undefined;
  }
};

const toggle = ({ choice, args }: Chosen, here: Here): Next | undefined => {
  const topic = args.topic ?? '';
  if (!isTopic(topic)) return undefined;
  const name = wording.topic[topic];
  const isOff = choice === 'topicOff';
  return {
    stay: true,
    effects: isOff
      ? [{ type: 'spareHer', what: topic }]
      : [{ type: 'tellHerAgain', what: [topic, 'broadcasts'] }],
    say: [
      panel(
        [isOff ? wording.topicStopped(name) : wording.topicStarted(name)],
        [here(wording.otherTopics, 'topics'), here(wording.back, 'settings')],
      ),
    ],
  };
};

/** She hears of this district, alone or besides those she chose before. */
export const chooseArea = (
  district: string,
  isMore: boolean,
  context: Context,
  here: Here,
): Next | undefined => {
  if (!context.city.districts.some(({ name }) => name === district)) return undefined;
  const areas = isMore ? [...new Set([...context.notices.areas, district])] : [district];
  return {
    stay: true,
    effects: [{ type: 'chooseAreas', areas }],
    say: [panel([wording.areaChosen(areas.join('・'))], [here(wording.back, 'settings')])],
  };
};

const follow = ({ choice, args }: Chosen, { places }: Context, here: Here): Next => {
  const place = places.places.find(({ id }) => id === args.place);
  if (!place) return { to: 'settings', say: [text(wording.placeGone)] };
  return choice === 'follow'
    ? {
        stay: true,
        effects: [{ type: 'followPlace', place: place.id }],
        say: [
          panel(
            [wording.placeFollowed(place.name)],
            [here(wording.placeStop, 'unfollow', { place: place.id })],
          ),
        ],
      }
    : {
        stay: true,
        effects: [{ type: 'unfollowPlace', place: place.id }],
        say: [panel([wording.placeUnfollowed(place.name)], [here(wording.back, 'settings')])],
      };
};
