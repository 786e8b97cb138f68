import { Hono } from 'hono';
import type { World } from '../state/world';

/** Files that a page shows: what people sent, and pictures of rich menus. */
export const files = (world: World) =>
  new Hono()
    .get('/content/:messageId', (c) => {
      const found = world.contents.get(c.req.param('messageId'));
      if (!found || found.isGone) return c.json({ error: 'There is no such file.' }, 404);
      return c.body(found.bytes, 200, { 'content-type': found.contentType });
    })
    .get('/rich-menus/:id/image', (c) => {
      const image = world.richMenus.seen(c.req.param('id'), 0)?.image;
      if (!image) return c.json({ error: 'This menu has no picture.' }, 404);
      return c.body(image.bytes, 200, { 'content-type': image.contentType });
    });
