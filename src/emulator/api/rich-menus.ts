import { Hono } from 'hono';
import { checkRichMenu, checkRichMenuImage, limits, readPicture } from '../../line/limits';
import { isFields } from '../json';
import { perHour, perSecond } from '../state/buckets';
import type { RichMenu } from '../state/rich-menus';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';

const often = { rate: perSecond(2000), body: 'none' } as const;
const IMAGE = '/v2/bot/richmenu/:richMenuId/content';

/** How many menus an account may have. */
const MENUS = 1_000;

/** Rich menus themselves: made, looked at, given a picture, deleted. */
export const richMenus = (world: World): Hono<LineEnv> =>
  new Hono<LineEnv>()
    .post(
      '/v2/bot/richmenu',
      guard(world, { name: 'create-rich-menu', rate: perHour(100), body: 'json' }),
      (c) => create(world, c),
    )
    .post(
      '/v2/bot/richmenu/validate',
      guard(world, { name: 'validate-rich-menu', rate: perSecond(2000), body: 'json' }),
      (c) => {
        const refusal = checkRichMenu(c.get('call').body);
        return refusal ? refuseFor(c, refusal) : answer(c);
      },
    )
    .get(
      '/v2/bot/richmenu/list',
      guard(world, { name: 'list-rich-menus', rate: perSecond(10), body: 'none' }),
      (c) => answer(c, { richmenus: [...world.richMenus.all.values()].map(told) }),
    )
    .get('/v2/bot/richmenu/:richMenuId', guard(world, { ...often, name: 'get-rich-menu' }), (c) => {
      const menu = world.richMenus.all.get(c.req.param('richMenuId'));
      return menu ? answer(c, told(menu)) : refuse(c, 404, 'Not found');
    })
    .delete(
      '/v2/bot/richmenu/:richMenuId',
      guard(world, { name: 'delete-rich-menu', rate: perHour(100), body: 'none' }),
      (c) => {
        if (!world.richMenus.delete(c.req.param('richMenuId'), world.now())) {
          return refuse(c, 404, 'Not found');
        }
        world.tell({ type: 'people' });
        return answer(c);
      },
    )
    .post(
      IMAGE,
      guard(world, { name: 'set-rich-menu-image', rate: perSecond(2000), body: 'bytes', limit: 10_000_000 }),
      (c) => setImage(world, c),
    )
    .get(IMAGE, guard(world, { ...often, name: 'get-rich-menu-image' }), (c) => {
      const image = world.richMenus.all.get(c.req.param('richMenuId'))?.image;
      if (!image) return refuse(c, 404, 'Not found');
      c.get('call').answerText = `(${image.bytes.length} bytes)`;
      return c.body(image.bytes, 200, { 'content-type': image.contentType });
    });

const told = ({ id, asked }: RichMenu): object => ({ richMenuId: id, ...asked });

const create = (world: World, c: LineContext): Response => {
  const { body } = c.get('call');
  const refusal = checkRichMenu(body);
  if (refusal) return refuseFor(c, refusal);
  if (world.richMenus.all.size >= MENUS) {
    return refuse(c, 400, 'The maximum number of rich menus has been reached', {
      why: `An account may have ${MENUS} rich menus.`,
    });
  }
  const id = `richmenu-${world.chance.hex(32)}`;
  world.richMenus.all.set(id, { id, asked: isFields(body) ? body : {} });
  return answer(c, { richMenuId: id });
};

const setImage = (world: World, c: LineContext): Response => {
  const menu = world.richMenus.all.get(c.req.param('richMenuId') ?? '');
  if (!menu) return refuse(c, 404, 'Not found');
  if (menu.image) return refuse(c, 400, 'An image has already been uploaded to the richmenu');
  const { bytes } = c.get('call');
  const contentType = c.req.header('content-type') ?? '';
  const refusal = checkRichMenuImage(bytes, contentType);
  if (refusal) {
    return refuse(c, refusal.status, refusal.body.message, { why: whyOf(refusal.status, bytes) });
  }
  const picture = readPicture(bytes);
  const { size } = menu.asked;
  const isAsMenu = isFields(size) && size.width === picture?.width && size.height === picture?.height;
  if (!isAsMenu) {
    return refuse(c, 400, 'The image size is not allowed for richmenu', {
      why: `${picture?.width}×${picture?.height} is not the size that the menu names.`,
    });
  }
  menu.image = { bytes, contentType };
  return answer(c);
};

const whyOf = (status: 400 | 413 | 415, bytes: Uint8Array): string => {
  if (status === 415) return 'The picture is no PNG or JPEG, or not the kind that its content type says.';
  if (status === 413)
    return `A picture may have ${limits.richMenuImage.max} bytes; this has ${bytes.length}.`;
  const picture = readPicture(bytes);
  return `${picture?.width}×${picture?.height} is no size of a rich menu: 800 to 2500 wide, at least 250 high, ratio at least 1.45.`;
};
