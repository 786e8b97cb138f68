import { Hono } from 'hono';
import type { World } from '../state/world';
import { receivedQuery } from './contract';
import { query } from './valid';
import type { Traffic } from './views';

/** How much of a body stands in a list, characters. */
const SHOWN = 20_000;

const cut = (entry: Traffic): Traffic =>
  entry.requestBody.length <= SHOWN && entry.responseBody.length <= SHOWN
    ? entry
    : {
        ...entry,
        requestBody: entry.requestBody.slice(0, SHOWN),
        responseBody: entry.responseBody.slice(0, SHOWN),
      };

/** `/received`: what the bot and LINE said to each other. */
export const received = (world: World) =>
  new Hono()
    .get('/received', query(receivedQuery), (c) => {
      const { after = 0, kind, name, person, verdict, limit } = c.req.valid('query');
      const found = world.traffic
        .all()
        .filter(
          (entry) =>
            entry.seq > after &&
            (kind === undefined || entry.kind === kind) &&
            (name === undefined || entry.name.split(',').includes(name)) &&
            (person === undefined || entry.people.includes(person)) &&
            (verdict === undefined || entry.verdict === verdict),
        );
      return c.json({ entries: found.slice(-limit).map(cut), lastSeq: world.traffic.lastSeq });
    })
    .delete('/received', (c) => {
      world.traffic.clear();
      return c.json({});
    })
    .get('/received/:seq', (c) => {
      const seq = Number(c.req.param('seq'));
      const found = world.traffic.all().find((entry) => entry.seq === seq);
      return found ? c.json(found) : c.json({ error: 'This entry is not kept any more.' }, 404);
    })
    .get('/deliveries', (c) => {
      const contents = world.tally.contents().map((content) => {
        const byPerson = world.tally.of(content);
        let times = 0;
        for (const count of byPerson.values()) times += count;
        return { content, people: byPerson.size, times };
      });
      const { isPartial } = world.tally;
      return c.json({ contents, doubled: world.tally.doubled().slice(0, 1_000), isPartial });
    });
