import { Hono } from 'hono';
import { checkRichMenu, limits } from '../../line/limits';
import { isFields } from '../json';
import { perHour, perSecond } from '../state/buckets';
import type { RichMenu } from '../state/rich-menus';
import type { World } from '../state/world';
import { answer, type LineContext, type LineEnv, refuse, refuseFor } from './call';
import { guard } from './guard';
import { pictureIn } from './picture';

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
  const type = (c.req.header('content-type') ?? '').split(';')[0];
  if (type !== 'image/png' && type !== 'image/jpeg') {
    return refuse(c, 415, `The content type, ${type || 'null'}, is not supported`);
  }
  if (menu.image) return refuse(c, 400, 'An image has already been uploaded to the richmenu');
  const { bytes } = c.get('call');
  if (bytes.length > limits.richMenuImage.max) {
    return refuse(c, 413, 'Request Entity Too Large', {
      why: `A rich menu's picture may have ${limits.richMenuImage.max} bytes at most; this has ${bytes.length}.`,
    });
  }
  const why = whyNotAllowed(menu, bytes, type);
  if (why !== undefined) return refuse(c, 400, 'The image size is not allowed for richmenu', { why });
  menu.image = { bytes, contentType: type };
  return answer(c);
};

/** What is wrong with a picture for this menu, in plain words. */
const whyNotAllowed = (menu: RichMenu, bytes: Uint8Array, type: string): string | undefined => {
  const picture = pictureIn(bytes);
  if (!picture) return 'This is no PNG or JPEG.';
  const { width, height, contentType } = picture;
  if (contentType !== type) return `It is sent as ${type} and is ${contentType}.`;
  const { richMenuWidth, richMenuHeight } = limits;
  if (width < richMenuWidth.min || width > richMenuWidth.max || height < richMenuHeight.min) {
    return `${width}×${height} is outside of ${richMenuWidth.min} to ${richMenuWidth.max} wide and at least ${richMenuHeight.min} high.`;
  }
  if (width / height < 1.45) return `${width}×${height} is higher than 1 : 1.45.`;
  const { size } = menu.asked;
  const isAsMenu = isFields(size) && size.width === width && size.height === height;
  return isAsMenu ? undefined : `${width}×${height} is not the size of the menu.`;
};
