import { dateText, tokyoDate } from '../../core/calendar';
import type { Context, Here } from '../../core/dialogue/dialogue';
import { type Message, panel, text } from '../../core/message';
import type { Volunteer, VolunteerState } from '../../core/volunteer/volunteer';
import { hereIn, lessonsButton } from './buttons';
import type { Next } from './data';
import { wording } from './wording';

/** Whether somebody's offer stands. */
export const isLive = (volunteer: Volunteer | undefined): volunteer is Volunteer =>
  volunteer !== undefined && volunteer.state !== 'ended';

/** Where she stands and what she can do. */
export const shownMine = ({ matters: { volunteer } }: Context, here: Here): readonly Message[] => {
  if (!isLive(volunteer)) {
    return [
      panel(
        [wording.askWayHint],
        [
          here(wording.begin, 'begin', undefined, true),
          here(wording.courses, 'courses'),
          here(wording.foundGroup, 'case', { kind: 'found-group' }),
          here(wording.listPlace, 'case', { kind: 'list-place' }),
        ],
        wording.mineTitle,
      ),
    ];
  }
  const isResting = volunteer.state === 'paused';
  return [
    panel(
      [wording.state[volunteer.state]],
      [
        isResting
          ? here(wording.resume, 'resume', undefined, true)
          : here(wording.seeMatches, 'matches', undefined, true),
        here(wording.courses, 'courses'),
        here(wording.change, 'change'),
        here(wording.rest, 'askEnd'),
      ],
      wording.mineTitle,
    ),
  ];
};

/** The courses that make helpers, each with its next date; they are booked where classes are. */
export const shownCourses = ({ city, lessons, now }: Context, here: Here): readonly Message[] => {
  const today = tokyoDate(now);
  const courses = city.courses
    .filter(({ purpose }) => purpose === 'training')
    .map(({ name }) => ({
      name,
      next: lessons.lessons.find(
        ({ course, startsAt, isCancelled }) => course.kind === name && startsAt > now && !isCancelled,
      ),
    }));
  const lines = courses.map(({ name, next }) =>
    next === undefined ? wording.courseNone(name) : wording.courseNext(name, dateText(next.date, today)),
  );
  const open = courses.filter(({ next }) => next !== undefined).map(({ name }) => lessonsButton(name));
  return [panel(lines, [...open.slice(0, 3), here(wording.backToMine, 'mine')], wording.coursesTitle)];
};

/** Whether she wants to rest or to end it. */
export const askEnd = (here: Here): readonly Message[] => [
  panel(
    [wording.endHint],
    [here(wording.pause, 'pause'), here(wording.end, 'end'), here(wording.keep, 'keep')],
    wording.askEnd,
  ),
];

/** Moves her offer, and says so; where there is none, shows that. */
export const moveMine = ({ matters: { volunteer } }: Context, to: VolunteerState, said: string): Next => {
  if (!isLive(volunteer) || volunteer.state === to) return { to: 'mine', data: {} };
  return {
    stay: true,
    data: {},
    say: [panel([said], to === 'wish' ? [hereIn('mine')(wording.seeMatches, 'matches')] : [])],
    effects: [{ type: 'moveVolunteer', expects: volunteer.revision, from: volunteer.state, to }],
  };
};

/** Nothing changes. */
export const keepMine = (): Next => ({ to: 'mine', data: {}, say: [text(wording.kept)] });
