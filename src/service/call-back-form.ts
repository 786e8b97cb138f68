import { type CallTime, type CallTopic, callTimes, callTopics } from '../core/call-back/call-back';
import { callBackTaken } from '../core/call-back/message';
import { wording } from '../core/call-back/wording';
import { type ContactReading, readContact } from '../core/course/contact';
import { originAt } from '../core/search';
import { askForCall, callerOf, isCallAsked } from '../store/call-requests';
import type { Deps } from './deps';
import { personalNotice } from './notices/personal';

/** What the link of a call-back says of itself. */
export interface CallLink {
  /** The turn in which the link was given. */
  readonly turn: string;
  /** Base 36, as it stands in the address. */
  readonly until: string;
  readonly signature: string;
}

/** What she typed and chose. */
export interface TypedCall {
  readonly name: string;
  readonly phone: string;
  readonly topic: string;
  readonly time: string;
}

/** Where the form stands; only `open` can be filled in. */
export type CallForm =
  | { readonly state: 'open' }
  | ({ readonly state: 'open' } & Extract<ContactReading, { readonly problems: unknown }>)
  | { readonly state: 'done' }
  | { readonly state: 'expired' }
  | { readonly state: 'unknown' };

type FormDeps = Pick<Deps, 'db' | 'links' | 'city' | 'now'>;

const look = async (deps: FormDeps, link: CallLink) => {
  const until = /^[0-9a-z]{1,11}$/.test(link.until) ? Number.parseInt(link.until, 36) : Number.NaN;
  const caller = await callerOf(deps.db, link.turn);
  if (!caller || Number.isNaN(until)) return undefined;
  const isOurs = await deps.links.isCallBack(
    { booking: link.turn, personId: caller.person },
    until,
    link.signature,
  );
  return isOurs ? { caller, until } : undefined;
};

/** Looks at a link: whose it is, and whether it can still be used. */
export const openCall = async (deps: FormDeps, link: CallLink): Promise<CallForm> => {
  const known = await look(deps, link);
  if (!known) return { state: 'unknown' };
  if (await isCallAsked(deps.db, link.turn)) return { state: 'done' };
  return deps.now() < known.until ? { state: 'open' } : { state: 'expired' };
};

const topicIn = (typed: string): CallTopic => callTopics.find((one) => one === typed) ?? 'other';
const timeIn = (typed: string): CallTime => callTimes.find((one) => one === typed) ?? 'any';

/** Takes a filled-in form: staff see the request, and the chat says that it was taken, without anything personal. */
export const sendCall = async (deps: FormDeps, link: CallLink, typed: TypedCall): Promise<CallForm> => {
  const form = await openCall(deps, link);
  const known = await look(deps, link);
  if (form.state !== 'open' || !known) return form;
  const reading = readContact(typed);
  if ('problems' in reading) return { state: 'open', ...reading };
  const now = deps.now();
  const { person, area } = known.caller;
  const { district } = area === undefined ? {} : originAt(deps.city, area, 'exact');
  await askForCall(
    deps.db,
    {
      id: link.turn,
      person,
      ...(district === undefined ? {} : { district }),
      topic: wording.topic[topicIn(typed.topic)],
      time: wording.time[timeIn(typed.time)],
      contact: reading.contact,
    },
    personalNotice(
      {
        id: `call-back-answer:${link.turn}`,
        kind: 'call-back-answer',
        person,
        title: wording.title,
        messages: [callBackTaken()],
      },
      now,
    ),
    now,
  );
  return { state: 'done' };
};
