import { Hono } from 'hono';
import { checkBulkLink, checkBulkUnlink } from '../../line/limits';
import { listIn, textIn } from '../json';
import { linkMenu } from '../menu-links';
import { perSecond } from '../state/buckets';
import { isUserId } from '../state/ids';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;
const DEFAULT = '/v2/bot/user/all/richmenu';
const OWN = '/v2/bot/user/:userId/richmenu';

/** Who has which menu: the default, one person's, many people's. */
export const richMenuLinks = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(`${DEFAULT}/:richMenuId`, guard(world, { ...often, name: 'set-default-rich-menu' }), (c) => {
      const id = c.req.param('richMenuId');
      const refused = refuseMenu(world, c, id, 'Not found');
      if (refused) return refused;
      world.richMenus.setDefault(id, world.now());
      world.tell({ type: 'people' });
      return answer(c);
    })
    .get(DEFAULT, guard(world, { ...often, name: 'get-default-rich-menu' }), (c) => {
      const { defaultId } = world.richMenus;
      return defaultId === undefined
        ? refuse(c, 404, 'no default richmenu')
        : answer(c, { richMenuId: defaultId });
    })
    .delete(DEFAULT, guard(world, { ...often, name: 'cancel-default-rich-menu' }), (c) => {
      world.richMenus.setDefault(undefined, world.now());
      world.tell({ type: 'people' });
      return answer(c);
    })
    .post(`${OWN}/:richMenuId`, guard(world, { ...often, name: 'link-rich-menu' }), (c) => {
      const { userId, richMenuId } = c.req.param();
      const refused = refuseUser(c, userId) ?? refuseMenu(world, c, richMenuId, 'Not found');
      if (refused) return refused;
      if (!linkMenu(world, userId, richMenuId)) {
        c.get('call').why = 'Accepted, but nothing is linked: she is no friend, or has blocked the account.';
      }
      return answer(c);
    })
    .get(OWN, guard(world, { ...often, name: 'get-rich-menu-of-person' }), (c) => {
      const userId = c.req.param('userId');
      const refused = refuseUser(c, userId);
      if (refused) return refused;
      const id = world.richMenus.byPerson.get(userId);
      return id === undefined ? refuse(c, 404, 'the user has no richmenu') : answer(c, { richMenuId: id });
    })
    .delete(OWN, guard(world, { ...often, name: 'unlink-rich-menu' }), (c) => {
      const userId = c.req.param('userId');
      const refused = refuseUser(c, userId);
      if (refused) return refused;
      linkMenu(world, userId, undefined);
      return answer(c);
    })
    .post(
      '/v2/bot/richmenu/bulk/link',
      guard(world, { name: 'bulk-link-rich-menu', rate: perSecond(2000), body: 'json' }),
      (c) => bulk(world, c, checkBulkLink(c.get('call').body), true),
    )
    .post(
      '/v2/bot/richmenu/bulk/unlink',
      guard(world, { name: 'bulk-unlink-rich-menu', rate: perSecond(2000), body: 'json' }),
      (c) => bulk(world, c, checkBulkUnlink(c.get('call').body), false),
    );

const refuseUser = (c: LineContext, userId: string): Response | undefined => {
  c.get('call').people = [userId];
  return isUserId(userId) ? undefined : refuse(c, 400, "The value for the 'userId' parameter is invalid");
};

/** A menu that is not there, or that has no picture yet, cannot be shown to anybody. */
const refuseMenu = (world: World, c: LineContext, id: string, notFound: string): Response | undefined => {
  const menu = world.richMenus.all.get(id);
  if (!menu) return refuse(c, 404, notFound, { why: 'There is no rich menu with this id.' });
  return menu.image ? undefined : refuse(c, 400, 'must upload richmenu image before applying it to user');
};

const bulk = (
  world: World,
  c: LineContext,
  refusal: Parameters<typeof refuseFor>[1] | undefined,
  isLink: boolean,
): Response => {
  if (refusal) return refuseFor(c, refusal);
  const { body, requestId } = c.get('call');
  const richMenuId = isLink ? textIn(body, 'richMenuId') : undefined;
  const refused =
    richMenuId === undefined ? undefined : refuseMenu(world, c, richMenuId, 'richmenu not found');
  if (refused) return refused;
  const userIds = listIn(body, 'userIds').filter((id) => typeof id === 'string');
  world.richMenuBulks.set(requestId, { userIds, ...(richMenuId === undefined ? {} : { richMenuId }) });
  world.agenda.add({ at: world.now() + world.settings.asyncDelay, kind: 'rich-menu-bulk', about: requestId });
  return answer(c, {}, 202);
};
