import { describe, expect, it } from 'vitest';
import * as line from '../../../src/line/limits';
import * as make from './samples';

const where = (refusal: line.Refusal | undefined) => refusal?.details?.map(({ property }) => property);

describe('a rich menu', () => {
  it('has all of its parts', () => {
    expect(line.checkRichMenu(make.richMenu())).toBeUndefined();
    expect(line.checkRichMenu({})).toEqual({
      message: 'The request body has 5 error(s)',
      details: ['size', 'selected', 'name', 'chatBarText', 'areas'].map((property) => ({
        message: 'must be specified',
        property,
      })),
    });
  });

  it('is at least 1.45 times as wide as it is high', () => {
    const size = (width: number, height: number) =>
      where(line.checkRichMenu(make.richMenu({ size: { width, height } })));
    expect(size(1450, 1000)).toBeUndefined();
    expect(size(1449, 1000)).toEqual(['size']);
  });

  it('switches to other menus and needs no labels, but asks for no location', () => {
    expect(
      line.checkRichMenu(make.menuArea({ type: 'richmenuswitch', richMenuAliasId: 'elder-more', data: 'a' })),
    ).toBeUndefined();
    expect(
      line.checkRichMenu(make.menuArea({ type: 'uri', uri: 'https://line.me/R/nv/location/' })),
    ).toBeUndefined();
    expect(where(line.checkRichMenu(make.menuArea({ type: 'location', label: 'a' })))).toEqual([
      'areas[0].action.type',
    ]);
    expect(where(line.checkRichMenu(make.menuArea({ type: 'uri', uri: 'ftp://a.jp' })))).toEqual([
      'areas[0].action.uri',
    ]);
  });

  it('has areas with a place and a size', () => {
    const bounds = (extra: object) =>
      where(line.checkRichMenu(make.menuArea(make.sayAction, { ...make.area, ...extra })));
    expect(bounds({ x: -1 })).toEqual(['areas[0].bounds.x']);
    expect(bounds({ width: 0 })).toEqual(['areas[0].bounds.width']);
    expect(where(line.checkRichMenu(make.richMenu({ areas: [{}] })))).toEqual([
      'areas[0].bounds',
      'areas[0].action',
    ]);
  });
});

describe('links between menus and people', () => {
  it('name menus and people by their ids', () => {
    const userIds = [make.personId(1)];
    expect(line.checkBulkLink({ richMenuId: make.menuId(1), userIds })).toBeUndefined();
    expect(line.checkBulkLink({ richMenuId: 'elder-main', userIds })).toEqual({
      message: 'The request body has 1 error(s)',
      details: [{ message: 'invalid richMenuId', property: 'richMenuId' }],
    });
    expect(line.checkBulkUnlink({ userIds: ['U1'] })?.message).toBe(
      'The property, userIds[0], in the request body is invalid (line: -, column: -)',
    );
  });

  it('have aliases of small letters, digits, hyphens and underscores', () => {
    const richMenuId = make.menuId(1);
    expect(line.checkNewAlias({ richMenuAliasId: 'elder-main_2', richMenuId })).toBeUndefined();
    expect(where(line.checkNewAlias({ richMenuAliasId: 'Elder', richMenuId }))).toEqual(['richMenuAliasId']);
    expect(line.checkAliasChange({ richMenuId })).toBeUndefined();
    expect(where(line.checkAliasChange({}))).toEqual(['richMenuId']);
  });

  it('leave each menu once in a batch, and all of them alone', () => {
    const link = { type: 'link', from: make.menuId(1), to: make.menuId(2) };
    expect(line.checkBatch({ operations: [link, { type: 'unlink', from: make.menuId(3) }] })).toBeUndefined();
    expect(where(line.checkBatch({ operations: [link, link] }))).toEqual(['operations[].from']);
    expect(where(line.checkBatch({ operations: [link, { type: 'unlinkAll' }] }))).toEqual([
      'operations[].type',
    ]);
    expect(where(line.checkBatch({ operations: [{ type: 'link', from: make.menuId(1) }] }))).toEqual([
      'operations[0].to',
    ]);
    expect(where(line.checkBatch({ operations: [link], resumeRequestKey: 'a b' }))).toEqual([
      'resumeRequestKey',
    ]);
  });
});

describe('settings', () => {
  it('let the loading dots run 5 to 60 seconds in steps of five, for a person', () => {
    const chatId = make.personId(1);
    expect(line.checkLoading({ chatId })).toBeUndefined();
    expect(line.checkLoading({ chatId, loadingSeconds: 20 })).toBeUndefined();
    expect(line.checkLoading({ chatId, loadingSeconds: 3 })?.details?.map(({ message }) => message)).toEqual([
      'Must be between 5 and 60',
      'must be a multiple of five',
    ]);
    expect(where(line.checkLoading({ chatId: `C${chatId.slice(1)}` }))).toEqual(['chatId']);
  });

  it('mark a chat as read by its token', () => {
    expect(line.checkMarkAsRead({ markAsReadToken: 'a' })).toBeUndefined();
    expect(where(line.checkMarkAsRead({}))).toEqual(['markAsReadToken']);
  });

  it('send webhooks over https, and on one machine over http if allowed', () => {
    expect(line.checkWebhookEndpoint({ endpoint: 'https://a.jp/webhook' })).toBeUndefined();
    expect(line.checkWebhookEndpoint({ endpoint: 'http://127.0.0.1:8787/webhook' })).toBeDefined();
    expect(line.checkWebhookEndpoint({ endpoint: 'http://127.0.0.1:8787/webhook' }, true)).toBeUndefined();
    expect(line.checkWebhookEndpoint({ endpoint: 'webhook' }, true)).toBeDefined();
    expect(line.checkWebhookTest({})).toBeUndefined();
    expect(line.checkWebhookTest({ endpoint: 'a' })).toBeDefined();
  });
});

describe('an audience', () => {
  const codes = (refusal: line.Refusal | undefined) => refusal?.details?.map(({ message }) => message);
  const audiences = [{ id: make.personId(1) }];

  it('has a name of one line', () => {
    expect(line.checkNewAudience({ description: 'a', audiences })).toBeUndefined();
    for (const description of [undefined, ' ', 'a\nb', 5]) {
      expect(codes(line.checkNewAudience({ description, audiences }))).toEqual(['AUDIENCE_GROUP_NAME_WRONG']);
    }
    expect(line.checkAudienceDescription({ description: 'b' })).toBeUndefined();
    expect(line.checkAudienceDescription({})).toBeDefined();
  });

  it('fails as a whole for one malformed id', () => {
    const withWrong = [...audiences, { id: 'U1' }];
    expect(codes(line.checkNewAudience({ description: 'a', audiences: withWrong }))).toEqual([
      'UPLOAD_AUDIENCE_GROUP_INVALID_AUDIENCE_ID_FORMAT',
    ]);
    expect(line.checkAudienceAddition({ audienceGroupId: 1, audiences })).toBeUndefined();
    expect(line.checkAudienceAddition({ audienceGroupId: 1, audiences: withWrong })).toBeDefined();
    expect(line.checkAudienceAddition({ audiences })).toBeDefined();
  });
});
