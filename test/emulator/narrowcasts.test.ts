import { describe, expect, it } from 'vitest';
import { openChannel, PUSH, type TestChannel, text } from './channel';

const NARROWCAST = '/v2/bot/message/narrowcast';
const GROUP = '/v2/bot/audienceGroup';

const progressOf = ({ get }: TestChannel, headers: Headers) =>
  get(`/v2/bot/message/progress/narrowcast?requestId=${headers.get('x-line-request-id')}`);

const audienceOf = async (channel: TestChannel, ids: readonly string[]): Promise<number> => {
  const audiences = ids.map((id) => ({ id }));
  const { json } = await channel.post(`${GROUP}/upload`, { description: '参加する人', audiences });
  channel.pass(2_000);
  return json.audienceGroupId;
};

const to = (audienceGroupId: number) => ({
  messages: [text('あす')],
  recipient: { type: 'audience', audienceGroupId },
});

describe('a narrowcast', () => {
  it('to a few uploaded people is accepted, sent a while later and told of by its request id', async () => {
    const channel = openChannel();
    const [hana, yoshi] = [channel.emulator.person('花子'), channel.emulator.person('よし')];
    const { status, headers } = await channel.post(NARROWCAST, to(await audienceOf(channel, [hana.id])));
    expect(status).toBe(202);
    const waiting = (await progressOf(channel, headers)).json;
    expect(waiting).toEqual({ phase: 'waiting', acceptedTime: expect.stringMatching(/Z$/) });
    channel.pass(1_000);
    expect((await progressOf(channel, headers)).json.phase).toBe('sending');
    expect(hana.messages).toEqual([]);
    channel.pass(1_000);
    expect((await progressOf(channel, headers)).json).toMatchObject({
      phase: 'succeeded',
      successCount: 1,
      targetCount: 1,
      completedTime: expect.any(String),
    });
    expect([hana.messages, yoshi.messages]).toEqual([[text('あす')], []]);
    channel.pass(14 * 24 * 3_600_000);
    expect((await progressOf(channel, headers)).status).toBe(404);
  });

  it('to everybody fails later if they are too few', async () => {
    for (const [count, phase] of [
      [49, 'failed'],
      [50, 'succeeded'],
    ] as const) {
      const channel = openChannel();
      channel.emulator.crowd(count);
      const { status, headers } = await channel.post(NARROWCAST, { messages: [text('あす')] });
      expect(status).toBe(202);
      channel.pass(1_000);
      await channel.get('/v2/bot/info');
      channel.pass(1_000);
      const { json } = await progressOf(channel, headers);
      expect([json.phase, json.errorCode]).toEqual([phase, phase === 'failed' ? 2 : undefined]);
    }
  });

  it('by attributes needs a hundred friends', async () => {
    for (const [count, status] of [
      [99, 403],
      [100, 202],
    ] as const) {
      const channel = openChannel();
      channel.emulator.crowd(count);
      const filter = { demographic: { type: 'gender', oneOf: ['female'] } };
      expect((await channel.post(NARROWCAST, { messages: [text('あす')], filter })).status).toBe(status);
    }
  });

  it('holds the month’s messages back while it is under way', async () => {
    const channel = openChannel({ settings: { quota: { type: 'limited', value: 3 } } });
    const ids = channel.emulator.crowd(3);
    const audience = await audienceOf(channel, ids);
    await channel.post(NARROWCAST, to(audience));
    const push = async () => (await channel.post(PUSH, { to: ids[0], messages: [text('1')] })).status;
    expect(await push()).toBe(429);
    channel.pass(1_000);
    await channel.get('/v2/bot/info');
    channel.pass(1_000);
    expect((await channel.get('/v2/bot/message/quota/consumption')).json.totalUsage).toBe(3);
    expect(await push()).toBe(429);
  });

  it('goes only as far as the quota when told so, or not at all when told that', async () => {
    for (const [limit, sent, errorCode] of [
      [{ upToRemainingQuota: true }, 2, undefined],
      [{ upToRemainingQuota: true, forbidPartialDelivery: true }, 0, 5],
      [{ max: 1 }, 1, undefined],
      [undefined, 0, 1],
    ] as const) {
      const channel = openChannel({ settings: { quota: { type: 'limited', value: 2 } } });
      const audience = await audienceOf(channel, channel.emulator.crowd(3));
      const { headers } = await channel.post(NARROWCAST, { ...to(audience), ...(limit ? { limit } : {}) });
      channel.pass(1_000);
      await channel.get('/v2/bot/info');
      channel.pass(1_000);
      const { json } = await progressOf(channel, headers);
      expect([json.successCount, json.errorCode]).toEqual([sent, errorCode]);
    }
  });

  it('joins audiences by and, or and not', async () => {
    const channel = openChannel();
    const ids = channel.emulator.crowd(3);
    const [a, b] = [await audienceOf(channel, ids.slice(0, 2)), await audienceOf(channel, ids.slice(1))];
    const parts = [a, b].map((audienceGroupId) => ({ type: 'audience', audienceGroupId }));
    for (const [recipient, reached] of [
      [{ type: 'operator', and: parts }, [1]],
      [{ type: 'operator', or: parts }, [0, 1, 2]],
      [{ type: 'operator', not: parts[0] }, [2]],
    ] as const) {
      const { headers } = await channel.post(NARROWCAST, { messages: [text('あす')], recipient });
      channel.pass(1_000);
      await channel.get('/v2/bot/info');
      channel.pass(1_000);
      expect((await progressOf(channel, headers)).json.successCount).toBe(reached.length);
    }
  });

  it('names what it cannot send to', async () => {
    const channel = openChannel();
    channel.emulator.person('花子');
    expect((await channel.post(NARROWCAST, to(1))).json.message).toBe('Invalid audience group id: 1');
    const recipient = { type: 'redelivery', requestId: 'x' };
    const { json } = await channel.post(NARROWCAST, { messages: [text('1')], recipient });
    expect(json.message).toBe('Invalid request id: x');
    const limit = { forbidPartialDelivery: true };
    expect((await channel.post(NARROWCAST, { messages: [text('1')], limit })).json.message).toBe(
      'The option forbidPartialDelivery must be used with upToRemainingQuota.',
    );
  });
});

describe('an audience', () => {
  it('is ready a while after the upload, and never while it is empty', async () => {
    const channel = openChannel();
    const [a = '', b = ''] = channel.emulator.crowd(2);
    const made = await channel.post(`${GROUP}/upload`, { description: 'だれか', audiences: [{ id: a }] });
    expect(made.status).toBe(202);
    const id = made.json.audienceGroupId;
    const look = async (which = id) => (await channel.get(`${GROUP}/${which}`)).json;
    expect((await look()).audienceGroup.status).toBe('IN_PROGRESS');
    channel.pass(2_000);
    expect((await look()).audienceGroup).toMatchObject({ status: 'READY', audienceCount: 1 });
    const added = await channel.call('PUT', `${GROUP}/upload`, {
      body: JSON.stringify({ audienceGroupId: id, audiences: [{ id: b }] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(added.status).toBe(202);
    expect((await look()).jobs.map(({ jobStatus }: { jobStatus: string }) => jobStatus)).toEqual([
      'FINISHED',
      'QUEUED',
    ]);
    channel.pass(2_000);
    expect((await look()).audienceGroup.audienceCount).toBe(2);
    const empty = await channel.post(`${GROUP}/upload`, { description: 'いない' });
    channel.pass(10_000);
    expect((await look(empty.json.audienceGroupId)).audienceGroup.status).toBe('IN_PROGRESS');
    expect((await channel.get(`${GROUP}/list`)).json).toMatchObject({ totalCount: 2, hasNextPage: false });
    expect((await channel.call('DELETE', `${GROUP}/${id}`)).status).toBe(202);
    expect((await channel.get(`${GROUP}/${id}`)).status).toBe(400);
  });

  it('may be uploaded as a file, and one wrong line fails it all', async () => {
    const channel = openChannel();
    const ids = channel.emulator.crowd(3);
    const upload = (lines: readonly string[]) => {
      const body = new FormData();
      body.append('description', 'ファイル');
      body.append('file', new Blob([lines.join('\n')], { type: 'text/plain' }), 'ids.txt');
      return channel.call('POST', `${GROUP}/upload/byFile`, { body });
    };
    expect((await upload([...ids, 'hanako'])).json.details[0].message).toBe(
      'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT',
    );
    const { status, json } = await upload(ids);
    expect(status).toBe(202);
    channel.pass(2_000);
    expect((await channel.get(`${GROUP}/${json.audienceGroupId}`)).json.audienceGroup.audienceCount).toBe(3);
  });
});
