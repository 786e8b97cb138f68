import { type Context, Hono } from 'hono';
import type { CannotDo, Did, Stage } from '../phone/acts';
import { changeMembers, editInGroup, openGroup, removeBot, sayInGroup } from '../phone/groups';
import type { GroupRecord } from '../state/groups';
import { editedInGroup, groupMembers, newGroup, saidInGroup } from './contract';
import { json } from './valid';

/** `/groups`: groups and rooms with the bot in them. */
export const groups = (stage: Stage) => {
  const { world } = stage;
  const find = (c: Context) => world.groups.get(c.req.param('id') ?? '');
  return new Hono()
    .get('/groups', (c) => c.json({ groups: [...world.groups.values()].map(view) }))
    .post('/groups', json(newGroup), async (c) => {
      const wanted = c.req.valid('json');
      const stranger = wanted.members.find((id) => !world.people.get(id));
      if (stranger !== undefined) return c.json({ error: `There is nobody with the id ${stranger}.` }, 400);
      return c.json(view(await openGroup(stage, wanted)), 201);
    })
    .get('/groups/:id/chat', (c) => {
      const group = find(c);
      return group ? c.json({ ...view(group), entries: world.chats.of(group.id).entries }) : missing(c);
    })
    .post('/groups/:id/say', json(saidInGroup), async (c) => {
      const group = find(c);
      const { personId, text } = c.req.valid('json');
      return group ? outcome(c, await sayInGroup(stage, group, personId, text)) : missing(c);
    })
    .post('/groups/:id/edit', json(editedInGroup), async (c) => {
      const group = find(c);
      const { personId, messageId, text } = c.req.valid('json');
      return group ? outcome(c, await editInGroup(stage, group, personId, messageId, text)) : missing(c);
    })
    .post('/groups/:id/members', json(groupMembers), async (c) => {
      const group = find(c);
      if (!group) return missing(c);
      const { join = [], leave = [] } = c.req.valid('json');
      await changeMembers(stage, group, { join, leave });
      return c.json(view(group));
    })
    .post('/groups/:id/leave', async (c) => {
      const group = find(c);
      if (!group) return missing(c);
      await removeBot(stage, group);
      return c.json(view(group));
    });
};

const view = ({ members, ...group }: GroupRecord) => ({ ...group, members: [...members] });
const missing = (c: Context) => c.json({ error: 'There is no such group.' }, 404);
const outcome = (c: Context, done: Did | CannotDo) =>
  'cannot' in done ? c.json({ error: done.cannot }, 409) : c.json(done);
