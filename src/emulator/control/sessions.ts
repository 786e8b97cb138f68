import { Hono } from 'hono';
import { addPerson } from '../add-person';
import type { Stage } from '../phone/acts';
import { personView } from '../phone/view';
import { perform } from './acts';
import { type Session, session } from './contract';
import type { Script } from './script';
import { json } from './valid';

/** `/session`: what people did, to be kept and played again. */
export const sessions = (stage: Stage, script: Script) =>
  new Hono()
    .get('/session', (c) => c.json(exported(stage, script)))
    .post('/session/replay', json(session), async (c) => {
      const { people, steps } = c.req.valid('json');
      const { world } = stage;
      for (const person of people) {
        if (person.id === undefined || !world.people.get(person.id)) addPerson(world, person);
      }
      const failed: { readonly step: number; readonly error: string }[] = [];
      for (const [index, { after, personId, act, body }] of steps.entries()) {
        // Time passes on the clock alone, so that a day is played in a moment.
        world.clock.advance(after);
        world.agenda.settle();
        const person = world.people.get(personId);
        const outcome = person && (await perform(stage, person, act, body));
        if (!outcome) failed.push({ step: index, error: 'No such person or act.' });
        else if ('cannot' in outcome) failed.push({ step: index, error: String(outcome.cannot) });
      }
      world.tell({ type: 'clock' });
      return c.json({ played: steps.length - failed.length, failed });
    });

const exported = ({ world }: Stage, script: Script): Session => {
  const steps = script.steps();
  const named = new Set(steps.map(({ personId }) => personId));
  return {
    format: 'line-emulator-session/1',
    people: [...world.people.all.values()].filter(({ id }) => named.has(id)).map(personView),
    steps: [...steps],
    traffic: [...world.traffic.all()],
  };
};
