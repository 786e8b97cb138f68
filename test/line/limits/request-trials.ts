import * as line from '../../../src/line/limits';
import * as make from './samples';
import { inBody } from './trial';

const push = { to: make.personId(1), messages: [make.say('a')] };
const multicast = { ...push, to: [make.personId(1)] };
const audience = (extra: object) => ({ description: 'a', ...extra });

/** One trial for each row that is about whole requests. */
export const requestTrials = {
  multicastTo: inBody('to', line.checkMulticast, (size) => ({
    ...multicast,
    to: make.many(size, make.personId),
  })),
  aggregationUnits: inBody('customAggregationUnits', line.checkPush, (size) => ({
    ...push,
    customAggregationUnits: make.many(size, () => 'a'),
  })),
  aggregationUnit: inBody('customAggregationUnits[0]', line.checkMulticast, (size) => ({
    ...multicast,
    customAggregationUnits: ['a'.repeat(size)],
  })),
  narrowcastRecipients: inBody('recipient', line.checkNarrowcast, (size) => ({
    messages: push.messages,
    ...(size === 0
      ? {}
      : {
          recipient: {
            type: 'operator',
            or: make.many(size, (index) => ({ type: 'audience', audienceGroupId: index + 1 })),
          },
        }),
  })),
  narrowcastFilters: inBody('filter.demographic', line.checkNarrowcast, (size) => ({
    messages: push.messages,
    ...(size === 0
      ? {}
      : {
          filter: {
            demographic: {
              type: 'operator',
              and: make.many(size, () => ({ type: 'gender', oneOf: ['male'] })),
            },
          },
        }),
  })),
  loadingSeconds: inBody('loadingSeconds', line.checkLoading, (loadingSeconds) => ({
    chatId: make.personId(1),
    loadingSeconds,
  })),
  webhookEndpoint: {
    ...inBody('Invalid webhook endpoint URL', line.checkWebhookEndpoint, (size) => ({
      endpoint: make.urlOf(size),
    })),
    least: 20,
  },

  richMenuWidth: inBody('size.width', line.checkRichMenu, (width) =>
    make.richMenu({ size: { width, height: 400 } }),
  ),
  richMenuHeight: inBody('size.height', line.checkRichMenu, (height) =>
    make.richMenu({ size: { width: 2500, height } }),
  ),
  richMenuName: inBody('name', line.checkRichMenu, (size) =>
    make.richMenu({ name: make.FAMILY.repeat(size) }),
  ),
  richMenuChatBarText: inBody('chatBarText', line.checkRichMenu, (size) =>
    make.richMenu({ chatBarText: make.FAMILY.repeat(size) }),
  ),
  richMenuAreas: inBody('areas', line.checkRichMenu, (size) =>
    make.richMenu({ areas: make.many(size, () => ({ bounds: make.area, action: make.sayAction })) }),
  ),
  richMenuAlias: inBody('richMenuAliasId', line.checkNewAlias, (size) => ({
    richMenuAliasId: 'a'.repeat(size),
    richMenuId: make.menuId(1),
  })),
  richMenuBulkUsers: inBody('userIds', line.checkBulkLink, (size) => ({
    richMenuId: make.menuId(1),
    userIds: make.many(size, make.personId),
  })),
  richMenuBatchOperations: inBody('operations', line.checkBatch, (size) => ({
    operations: make.many(size, (index) => ({ type: 'unlink', from: make.menuId(index) })),
  })),
  richMenuResumeKey: inBody('resumeRequestKey', line.checkBatch, (size) => ({
    operations: [{ type: 'unlinkAll' }],
    resumeRequestKey: 'a'.repeat(size),
  })),

  audienceIds: inBody('UPLOAD_AUDIENCE_GROUP_TOO_MANY_AUDIENCE_IDS', line.checkNewAudience, (size) =>
    audience({ audiences: make.many(size, (index) => ({ id: make.personId(index) })) }),
  ),
  audienceDescription: {
    ...inBody('AUDIENCE_GROUP_NAME_SIZE_OVER', line.checkNewAudience, (size) =>
      audience({ description: 'a'.repeat(size) }),
    ),
    propertyOfLess: 'AUDIENCE_GROUP_NAME_WRONG',
  },
  audienceUploadDescription: inBody('UPLOAD_DESCRIPTION_SIZE_OVER', line.checkNewAudience, (size) =>
    audience({ uploadDescription: 'a'.repeat(size) }),
  ),
};
