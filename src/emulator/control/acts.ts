import { type Context, Hono } from 'hono';
import { z } from 'zod';
import * as acts from '../phone/acts';
import * as more from '../phone/more-acts';
import { tap } from '../phone/tap';
import type { PersonRecord } from '../state/people';
import {
  accountLinked,
  beaconed,
  chatShown,
  draftChanged,
  membershipChanged,
  menuShown,
  said,
  sentLocation,
  sentMedia,
  sentSticker,
  tapped,
  unsent,
  videoPlayed,
} from './contract';
import type { Script } from './script';
import { nobody, personOf } from './valid';

type Outcome = object | acts.CannotDo;
type Act = (stage: acts.Stage, person: PersonRecord, body: unknown) => Promise<Outcome>;

/** Makes an act out of the schema of its body and what it does. */
const act =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (stage: acts.Stage, person: PersonRecord, body: z.output<Schema>) => Promise<Outcome>,
  ): Act =>
  (stage, person, body) =>
    run(stage, person, schema.parse(body));

const nothing = z.unknown();

/** Every act of a person that has a JSON body, by the last part of its path. */
const all: Readonly<Record<string, Act>> = {
  follow: act(nothing, (stage, person) => acts.follow(stage, person)),
  block: act(nothing, (stage, person) => acts.block(stage, person)),
  say: act(said, (stage, person, { text, ...rest }) => acts.say(stage, person, text, rest)),
  location: act(sentLocation, (stage, person, place) =>
    acts.sendMessage(stage, person, { type: 'location', ...place }),
  ),
  sticker: act(sentSticker, (stage, person, sticker) =>
    acts.sendMessage(stage, person, { type: 'sticker', ...sticker }),
  ),
  tap: act(tapped, tap),
  unsend: act(unsent, (stage, person, { messageId }) => acts.unsend(stage, person, messageId)),
  'video-played': act(videoPlayed, (stage, person, { trackingId }) =>
    more.playVideo(stage, person, trackingId),
  ),
  beacon: act(beaconed, more.meetBeacon),
  'account-link': act(accountLinked, more.linkAccount),
  membership: act(membershipChanged, more.changeMembership),
  chat: act(chatShown, async ({ world }, person, { isOpen }) => {
    world.chats.show(person.id, isOpen, world.now());
    return {};
  }),
  menu: act(menuShown, async ({ world }, person, { isOpen }) => {
    world.chats.of(person.id).isMenuOpen = isOpen;
    world.chats.touch(person.id);
    return {};
  }),
  draft: act(draftChanged, async ({ world }, person, { text }) => {
    world.chats.of(person.id).draft = text;
    return {};
  }),
  media: act(sentMedia.extend({ contentType: z.string(), base64: z.string() }), (stage, person, file) =>
    acts.sendMedia(stage, person, {
      kind: file.kind,
      contentType: file.contentType,
      bytes: new Uint8Array(Buffer.from(file.base64, 'base64')),
      ...(file.name === undefined ? {} : { name: file.name }),
      ...(file.duration === undefined ? {} : { duration: file.duration }),
    }),
  ),
};

/** Does one act by its name; throws a ZodError if the body does not fit, undefined if there is no such act. */
export const perform = (
  stage: acts.Stage,
  person: PersonRecord,
  name: string,
  body: unknown,
): Promise<Outcome> | undefined => all[name]?.(stage, person, body);

/** `POST /people/:id/<act>`: what a person does with her phone. */
export const personActs = (stage: acts.Stage, script: Script) =>
  new Hono().post('/people/:id/:act', async (c) => {
    const person = personOf(stage.world, c);
    if (!person) return nobody(c);
    const name = c.req.param('act');
    const body = name === 'media' ? await fileIn(c) : await jsonIn(c);
    if (body === undefined) return c.json({ error: 'The body is not JSON.' }, 400);
    try {
      const at = stage.world.now();
      const outcome = await perform(stage, person, name, body);
      if (!outcome) return c.json({ error: `There is no act "${name}".` }, 404);
      if ('cannot' in outcome) return c.json({ error: outcome.cannot }, 409);
      script.note(at, person.id, name, body);
      return c.json(outcome);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      return c.json({ error: z.prettifyError(error) }, 400);
    }
  });

const jsonIn = async (c: Context): Promise<unknown> => {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    return undefined;
  }
};

/** A file comes as the body itself; inside, and in an exported session, it is base64. */
const fileIn = async (c: Context): Promise<unknown> => {
  const contentType = c.req.header('content-type') ?? 'application/octet-stream';
  if (contentType.startsWith('application/json') && c.req.query('kind') === undefined) return jsonIn(c);
  const bytes = Buffer.from(await c.req.arrayBuffer());
  return { ...c.req.query(), contentType, base64: bytes.toString('base64') };
};
