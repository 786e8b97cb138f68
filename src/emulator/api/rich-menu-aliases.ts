import { Hono } from 'hono';
import { checkAliasChange, checkNewAlias } from '../../line/limits';
import { textIn } from '../json';
import { perHour, perSecond } from '../state/buckets';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;
const ALIAS = '/v2/bot/richmenu/alias';

/** How many aliases an account may have. */
const ALIASES = 1_000;

/** Names for rich menus that stay while the menus behind them change. */
export const richMenuAliases = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(ALIAS, guard(world, { name: 'create-alias', rate: perSecond(2000), body: 'json' }), (c) =>
      create(world, c),
    )
    .get(`${ALIAS}/list`, guard(world, { ...often, name: 'list-aliases' }), (c) =>
      answer(c, {
        aliases: [...world.richMenus.aliases].map(([richMenuAliasId, richMenuId]) => ({
          richMenuAliasId,
          richMenuId,
        })),
      }),
    )
    .get(`${ALIAS}/:alias`, guard(world, { ...often, name: 'get-alias' }), (c) => {
      const richMenuAliasId = c.req.param('alias');
      const richMenuId = world.richMenus.aliases.get(richMenuAliasId);
      return richMenuId === undefined ? missing(c) : answer(c, { richMenuAliasId, richMenuId });
    })
    .post(
      `${ALIAS}/:alias`,
      guard(world, { name: 'update-alias', rate: perSecond(2000), body: 'json' }),
      (c) => {
        const { body } = c.get('call');
        const refusal = checkAliasChange(body);
        if (refusal) return refuseFor(c, refusal);
        const alias = c.req.param('alias');
        if (!world.richMenus.aliases.has(alias)) return missing(c);
        const richMenuId = textIn(body, 'richMenuId') ?? '';
        if (!world.richMenus.all.has(richMenuId)) return refuse(c, 400, 'richmenu not found');
        world.richMenus.aliases.set(alias, richMenuId);
        return answer(c);
      },
    )
    .delete(
      `${ALIAS}/:alias`,
      guard(world, { name: 'delete-alias', rate: perHour(100), body: 'none' }),
      (c) => (world.richMenus.aliases.delete(c.req.param('alias')) ? answer(c) : missing(c)),
    );

const missing = (c: LineContext): Response => refuse(c, 404, 'richmenu alias not found');

const create = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const refusal = checkNewAlias(body);
  if (refusal) return refuseFor(c, refusal);
  const { aliases, all } = world.richMenus;
  const alias = textIn(body, 'richMenuAliasId') ?? '';
  const richMenuId = textIn(body, 'richMenuId') ?? '';
  if (aliases.has(alias)) return refuse(c, 400, 'conflict richmenu alias id');
  if (!all.has(richMenuId)) return refuse(c, 400, 'richmenu not found');
  if (aliases.size >= ALIASES) {
    return refuse(c, 400, 'The maximum number of rich menu aliases has been reached');
  }
  aliases.set(alias, richMenuId);
  return answer(c);
};
