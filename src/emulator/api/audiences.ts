import { Hono } from 'hono';
import { checkAudienceAddition, checkNewAudience, isUserId } from '../../line/limits';
import { isFields, listIn, textIn } from '../json';
import { AUDIENCE_JOBS, AUDIENCES, type Audience } from '../state/audiences';
import { perMinute } from '../state/buckets';
import type { World } from '../state/world';
import { newAudienceView } from './audience-view';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const UPLOAD = '/v2/bot/audienceGroup/upload';
const rate = perMinute(60);

/** The most ids a file may have, and the room they need, bytes. */
const FILE_IDS = 1_500_000;
const FILE_BYTES = 60_000_000;

/** Audiences made: of ids in the body or in a file, or of those a send reached. They are ready a while later. */
export const audiences = (world: World): Hono<LineEnv> => {
  world.agenda.on('audience', (id) => world.audiences.finish(Number(id)));
  return new Hono<LineEnv>()
    .post(UPLOAD, guard(world, { name: 'create-audience', rate, body: 'json' }), (c) => {
      const { body } = c.get('call');
      const refusal = checkNewAudience(body);
      return refusal ? refuseFor(c, refusal) : create(world, c, body, idsIn(body));
    })
    .put(UPLOAD, guard(world, { name: 'add-to-audience', rate, body: 'json' }), (c) => {
      const { body } = c.get('call');
      const refusal = checkAudienceAddition(body);
      if (refusal) return refuseFor(c, refusal);
      return addTo(world, c, isFields(body) ? Number(body.audienceGroupId) : 0, body, idsIn(body));
    })
    .post(
      `${UPLOAD}/byFile`,
      guard(world, { name: 'create-audience-by-file', rate, body: 'bytes', limit: FILE_BYTES }),
      async (c) => {
        const form = await formIn(c);
        const refusal = checkNewAudience({ ...form.fields, audiences: [] });
        if (refusal) return refuseFor(c, refusal);
        return wrongFile(c, form.ids) ?? create(world, c, form.fields, form.ids);
      },
    )
    .put(
      `${UPLOAD}/byFile`,
      guard(world, { name: 'add-to-audience-by-file', rate, body: 'bytes', limit: FILE_BYTES }),
      async (c) => {
        const { fields, ids } = await formIn(c);
        return wrongFile(c, ids) ?? addTo(world, c, Number(fields.audienceGroupId), fields, ids);
      },
    )
    .post(
      '/v2/bot/audienceGroup/click',
      guard(world, { name: 'create-click-audience', rate, body: 'json' }),
      (c) => ofSend(world, c, 'CLICK'),
    )
    .post(
      '/v2/bot/audienceGroup/imp',
      guard(world, { name: 'create-imp-audience', rate, body: 'json' }),
      (c) => ofSend(world, c, 'IMP'),
    );
};

const idsIn = (body: unknown): readonly string[] =>
  listIn(body, 'audiences').flatMap((entry) => textIn(entry, 'id') ?? []);

/** LINE's own names for what is wrong with an audience stand in `details`. */
const refuseCode = (c: LineContext, message: string, code: string): Response =>
  refuse(c, 400, message, { details: [{ message: code }] });

const formIn = async (c: LineContext) => {
  const headers = { 'content-type': c.req.header('content-type') ?? '' };
  const form = await new Response(c.get('call').bytes, { headers }).formData().catch(() => new FormData());
  const fields: Record<string, string> = {};
  let ids: readonly string[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = value;
    else ids = (await value.text()).split(/\r?\n/).filter((line) => line.trim() !== '');
  }
  return { fields, ids };
};

const wrongFile = (c: LineContext, ids: readonly string[]): Response | undefined => {
  if (ids.length > FILE_IDS) {
    return refuseCode(c, 'too many audiences', 'UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS');
  }
  if (ids.length === 0) return refuseCode(c, 'file is empty', 'UPLOAD_AUDIENCE_GROUP_NO_VALID_AUDIENCE_IDS');
  return ids.every(isUserId)
    ? undefined
    : refuseCode(c, 'audience id format is invalid', 'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT');
};

const create = (world: World, c: LineContext, body: unknown, ids: readonly string[]): Response => {
  if (world.audiences.all.size >= AUDIENCES) {
    return refuseCode(c, 'too many audience groups', 'AUDIENCE_GROUP_COUNT_MAX_OVER');
  }
  const audience = world.audiences.add({
    type: 'UPLOAD',
    description: textIn(body, 'description') ?? '',
    at: world.now(),
    ids: new Set(),
  });
  upload(world, audience, body, ids);
  return answer(c, newAudienceView(audience), 202);
};

const addTo = (world: World, c: LineContext, id: number, body: unknown, ids: readonly string[]): Response => {
  const audience = world.audiences.all.get(id);
  if (audience?.type !== 'UPLOAD') {
    return refuseCode(c, 'audience group not found', 'AUDIENCE_GROUP_NOT_FOUND');
  }
  const underWay = audience.jobs.filter(({ status }) => status === 'QUEUED' || status === 'WORKING');
  if (underWay.length >= AUDIENCE_JOBS) {
    return refuse(c, 429, 'The API rate limit has been exceeded. Try again later.', {
      why: `At most ${AUDIENCE_JOBS} uploads into one audience may be under way.`,
    });
  }
  upload(world, audience, body, ids);
  return answer(c, {}, 202);
};

/** People who never consented are left out without a word. */
const upload = (world: World, audience: Audience, body: unknown, ids: readonly string[]): void => {
  const known = ids.filter((id) => world.people.get(id)?.hasConsented !== false);
  for (const id of known) audience.ids.add(id);
  if (ids.length > 0) {
    world.audiences.addJob(audience, textIn(body, 'uploadDescription') ?? '', known.length, world.now());
  }
  world.agenda.add({
    at: world.now() + world.settings.asyncDelay,
    kind: 'audience',
    about: String(audience.id),
  });
};

/** Nobody is seen to click here, so an audience of clicks stays empty; one of impressions holds all who got it. */
const ofSend = (world: World, c: LineContext, type: 'CLICK' | 'IMP'): Response => {
  const { body } = c.get('call');
  const refusal = checkNewAudience(body);
  if (refusal) return refuseFor(c, refusal);
  const requestId = textIn(body, 'requestId') ?? '';
  const sent = world.sendings.get(requestId);
  if (!sent) {
    return refuseCode(c, 'request id not found', 'REQUEST_ID_NOT_FOUND');
  }
  const audience = world.audiences.add({
    type,
    description: textIn(body, 'description') ?? '',
    requestId,
    at: world.now(),
    ids: new Set(type === 'IMP' ? sent.chatIds : []),
  });
  upload(world, audience, body, []);
  return answer(c, newAudienceView(audience), 202);
};
