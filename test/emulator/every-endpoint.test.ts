import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/sources';
import { openChannel } from './channel';

/** Every endpoint of LINE's reference that a bot may call, as `METHOD path`. */
const ENDPOINTS = `
GET /v2/bot/channel/webhook/endpoint
PUT /v2/bot/channel/webhook/endpoint
POST /v2/bot/channel/webhook/test
GET /v2/bot/message/1/content
GET /v2/bot/message/1/content/preview
GET /v2/bot/message/1/content/transcoding
POST /v2/bot/message/reply
POST /v2/bot/message/push
POST /v2/bot/message/multicast
POST /v2/bot/message/narrowcast
GET /v2/bot/message/progress/narrowcast
POST /v2/bot/message/broadcast
GET /v2/bot/message/quota
GET /v2/bot/message/quota/consumption
GET /v2/bot/message/delivery/reply
GET /v2/bot/message/delivery/push
GET /v2/bot/message/delivery/multicast
GET /v2/bot/message/delivery/broadcast
POST /v2/bot/message/validate/reply
POST /v2/bot/message/validate/push
POST /v2/bot/message/validate/multicast
POST /v2/bot/message/validate/narrowcast
POST /v2/bot/message/validate/broadcast
GET /v2/bot/message/aggregation/info
GET /v2/bot/message/aggregation/list
GET /v2/bot/profile/U1
GET /v2/bot/followers/ids
GET /v2/bot/info
GET /v2/bot/group/C1/member/U1
GET /v2/bot/room/R1/member/U1
GET /v2/bot/group/C1/members/ids
GET /v2/bot/room/R1/members/ids
POST /v2/bot/group/C1/leave
POST /v2/bot/room/R1/leave
GET /v2/bot/group/C1/summary
GET /v2/bot/group/C1/members/count
GET /v2/bot/room/R1/members/count
POST /v2/bot/richmenu
POST /v2/bot/richmenu/validate
GET /v2/bot/richmenu/r1/content
POST /v2/bot/richmenu/r1/content
GET /v2/bot/richmenu/r1
DELETE /v2/bot/richmenu/r1
GET /v2/bot/richmenu/list
POST /v2/bot/user/all/richmenu/r1
GET /v2/bot/user/all/richmenu
DELETE /v2/bot/user/all/richmenu
POST /v2/bot/richmenu/alias
GET /v2/bot/richmenu/alias/a1
POST /v2/bot/richmenu/alias/a1
DELETE /v2/bot/richmenu/alias/a1
GET /v2/bot/richmenu/alias/list
GET /v2/bot/user/U1/richmenu
DELETE /v2/bot/user/U1/richmenu
POST /v2/bot/user/U1/richmenu/r1
POST /v2/bot/richmenu/bulk/link
POST /v2/bot/richmenu/bulk/unlink
POST /v2/bot/richmenu/batch
POST /v2/bot/richmenu/validate/batch
GET /v2/bot/richmenu/progress/batch
POST /v2/bot/user/U1/linkToken
POST /v2/bot/message/markAsRead
POST /bot/pnp/push
GET /v2/bot/message/delivery/pnp
GET /v2/bot/membership/subscription/U1
GET /v2/bot/membership/list
GET /v2/bot/membership/1/users/ids
GET /v2/bot/coupon
POST /v2/bot/coupon
GET /v2/bot/coupon/c1
PUT /v2/bot/coupon/c1/close
POST /v2/bot/chat/loading/start
POST /v2/bot/chat/markAsRead
POST /v2/bot/audienceGroup/upload
PUT /v2/bot/audienceGroup/upload
POST /v2/bot/audienceGroup/upload/byFile
PUT /v2/bot/audienceGroup/upload/byFile
POST /v2/bot/audienceGroup/click
POST /v2/bot/audienceGroup/imp
PUT /v2/bot/audienceGroup/1/updateDescription
DELETE /v2/bot/audienceGroup/1
GET /v2/bot/audienceGroup/1
GET /v2/bot/audienceGroup/list
GET /v2/bot/audienceGroup/shared/1
GET /v2/bot/audienceGroup/shared/list
GET /v2/bot/insight/demographic
GET /v2/bot/insight/message/delivery
GET /v2/bot/insight/followers
GET /v2/bot/insight/message/event
GET /v2/bot/insight/message/event/aggregation
GET /v2/bot/insight/richmenu/r1/summary
GET /v2/bot/insight/richmenu/r1/daily
POST /oauth2/v3/token
GET /oauth2/v2.1/tokens/kid
POST /oauth2/v2.1/token
GET /oauth2/v2.1/verify
POST /oauth2/v2.1/revoke
POST /v2/oauth/accessToken
POST /v2/oauth/verify
POST /v2/oauth/revoke`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

describe('LINE’s reference', () => {
  it('is answered whole: every endpoint has a name of its own and asks for the token, except where tokens are made', async () => {
    const { emulator, call } = openChannel();
    const open: string[] = [];
    for (const [method = '', path = ''] of ENDPOINTS) {
      const { status } = await call(method, path, { headers: { authorization: '' } });
      if (status !== 401) open.push(path);
    }
    expect(open.every((path) => path.includes('oauth'))).toBe(true);
    const names = emulator.calls().map(({ name }) => name);
    expect(names).toHaveLength(ENDPOINTS.length);
    expect(names).not.toContain('unknown');
    expect(new Set(names).size).toBe(names.length);
  });

  it('has its names in the README, where faults are told of them', () => {
    const readme = readFileSync(join(root, 'src', 'emulator', 'README.md'), 'utf8');
    const folder = join(root, 'src', 'emulator', 'api');
    const named = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\bname: '([a-z0-9.-]+)'/g)].map(
        ([, name]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(70);
    expect(named.filter((name) => name !== 'unknown' && !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a coupon', () => {
  it('is made, listed and closed', async () => {
    const { post, get, call } = openChannel();
    const asked = {
      title: 'お茶一杯',
      startTimestamp: 1,
      endTimestamp: 2,
      maxUseCountPerTicket: 1,
      timezone: 'ASIA_TOKYO',
      visibility: 'UNLISTED',
      acquisitionCondition: { type: 'normal' },
    };
    const { json } = await post('/v2/bot/coupon', asked);
    expect((await get(`/v2/bot/coupon/${json.couponId}`)).json).toMatchObject({
      ...asked,
      status: 'RUNNING',
    });
    expect((await get('/v2/bot/coupon')).json.items).toEqual([
      { couponId: json.couponId, title: 'お茶一杯' },
    ]);
    expect((await call('PUT', `/v2/bot/coupon/${json.couponId}/close`)).status).toBe(200);
    expect((await get('/v2/bot/coupon?status=RUNNING')).json.items).toEqual([]);
    expect((await post('/v2/bot/coupon', { ...asked, title: 'あ'.repeat(61) })).status).toBe(400);
  });
});
