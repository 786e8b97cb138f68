import { Hono } from 'hono';
import type { Stage } from '../phone/acts';
import { personView } from '../phone/view';
import { makeEvent, originIn } from '../webhooks/event';
import { changedSettings, clockMoved, newFault, rawEvents } from './contract';
import { json } from './valid';
import type { State } from './views';

/** How many people `/state` tells of. */
const PEOPLE = 200;

/** `/state`, `/settings`, `/clock`, `/faults`, `/events`: the emulator itself. */
export const switches = ({ world, outbox }: Stage, reset: () => void) =>
  new Hono()
    .get('/state', (c) => {
      const { botUserId: userId, basicId, displayName } = world.channel;
      const all = [...world.people.all.values()];
      const state: State = {
        now: world.now(),
        bot: { userId, basicId, displayName },
        settings: world.settings,
        people: all.slice(0, PEOPLE).map(personView),
        peopleCount: all.length,
        faults: [...world.faults.all.values()],
        quotaUsed: world.quota.used(world.now()),
        lastSeq: world.traffic.lastSeq,
      };
      return c.json(state);
    })
    .get('/settings', (c) => c.json(world.settings))
    .patch('/settings', json(changedSettings), (c) => {
      const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
      world.change(Object.fromEntries(given));
      return c.json(world.settings);
    })
    .get('/clock', (c) => c.json({ now: world.now() }))
    .post('/clock', json(clockMoved), (c) => {
      const move = c.req.valid('json');
      if ('advance' in move) world.clock.advance(move.advance);
      else world.clock.set(move.now);
      world.agenda.settle();
      world.tell({ type: 'clock' });
      return c.json({ now: world.now() });
    })
    .get('/faults', (c) => c.json({ faults: [...world.faults.all.values()] }))
    .post('/faults', json(newFault), (c) => c.json(world.faults.add(c.req.valid('json')), 201))
    .delete('/faults', async (c) => {
      world.faults.clear();
      await outbox.release();
      return c.json({});
    })
    .delete('/faults/:id', async (c) => {
      if (!world.faults.remove(c.req.param('id'))) return c.json({ error: 'There is no such fault.' }, 404);
      await outbox.release();
      return c.json({});
    })
    .post('/events', json(rawEvents), async (c) => {
      const events = c.req.valid('json').events.map(({ type, ...content }) => ({
        ...makeEvent(world, type, originIn(content.source), content),
      }));
      return c.json(await outbox.sendRaw(events));
    })
    .post('/verify', async (c) => c.json(await outbox.verify()))
    .post('/reset', (c) => {
      reset();
      world.tell({ type: 'reset' });
      return c.json({});
    });
