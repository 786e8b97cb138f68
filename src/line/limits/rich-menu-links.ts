import type { messagingApi } from '@line/bot-sdk';
import { listedUserId } from './ids';
import { bodyOf } from './refusal';
import { both, byType, fieldsOf, isObject, like, listOf, may, must, whole, words } from './shape';
import { limits } from './table';

const menuId = must(like(/^richmenu-[0-9a-f]{32}$/, 'invalid richMenuId'));
const userIds = must(listOf(limits.richMenuBulkUsers, listedUserId));

/** `POST /v2/bot/richmenu/bulk/link`. */
export const checkBulkLink = bodyOf(
  fieldsOf<messagingApi.RichMenuBulkLinkRequest>({ richMenuId: menuId, userIds }),
);

/** `POST /v2/bot/richmenu/bulk/unlink`. */
export const checkBulkUnlink = bodyOf(fieldsOf<messagingApi.RichMenuBulkUnlinkRequest>({ userIds }));

/** `POST /v2/bot/richmenu/alias`. */
export const checkNewAlias = bodyOf(
  fieldsOf<messagingApi.CreateRichMenuAliasRequest>({
    richMenuAliasId: must(words(limits.richMenuAlias, /^[a-z0-9_-]{1,32}$/)),
    richMenuId: menuId,
  }),
);

/** `POST /v2/bot/richmenu/alias/{richMenuAliasId}`. */
export const checkAliasChange = bodyOf(
  fieldsOf<messagingApi.UpdateRichMenuAliasRequest>({ richMenuId: menuId }),
);

const operation = byType<messagingApi.RichMenuBatchOperation['type']>({
  link: fieldsOf<messagingApi.RichMenuBatchLinkOperation>({ from: menuId, to: menuId }),
  unlink: fieldsOf<messagingApi.RichMenuBatchUnlinkOperation>({ from: menuId }),
  unlinkAll: fieldsOf<messagingApi.RichMenuBatchUnlinkAllOperation>({}),
});

/** Each menu is left once, and leaving all of them stands alone. */
const agree = whole(({ operations }, report) => {
  if (!Array.isArray(operations)) return;
  const known = operations.filter(isObject);
  const froms = known.flatMap(({ from }) => (typeof from === 'string' ? [from] : []));
  const twice = froms.find((from, index) => froms.indexOf(from) < index);
  if (twice !== undefined) {
    report.refuseAt('operations[].from', `from richmenu (${twice.slice(0, 50)}) is duplicated`);
  }
  const types = new Set(known.map(({ type }) => type));
  if (types.has('unlinkAll') && types.size > 1) {
    report.refuseAt('operations[].type', "'unlinkAll' type can't be combined with other type");
  }
});

/** `POST /v2/bot/richmenu/batch` and `/v2/bot/richmenu/validate/batch`. */
export const checkBatch = bodyOf(
  both(
    fieldsOf<messagingApi.RichMenuBatchRequest>({
      operations: must(listOf(limits.richMenuBatchOperations, operation)),
      resumeRequestKey: may(words(limits.richMenuResumeKey, /^[a-zA-Z0-9_-]{1,100}$/)),
    }),
    agree,
  ),
);
