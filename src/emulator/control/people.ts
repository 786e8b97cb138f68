import { Hono } from 'hono';
import { addPerson } from '../add-person';
import { personView, phoneView } from '../phone/view';
import type { World } from '../state/world';
import { changedPerson, newPerson } from './contract';
import { json, nobody, personOf } from './valid';

/** `/people`: who is there and what stands on their screens. */
export const people = (world: World) =>
  new Hono()
    .get('/people', (c) => {
      const limit = Math.min(Number(c.req.query('limit') ?? 200) || 200, 10_000);
      const all = [...world.people.all.values()];
      return c.json({ people: all.slice(0, limit).map(personView), count: all.length });
    })
    .post('/people', json(newPerson), (c) => {
      const wanted = c.req.valid('json');
      if (wanted.id !== undefined && world.people.get(wanted.id)) {
        return c.json({ error: 'Somebody has this id already.' }, 409);
      }
      return c.json(personView(addPerson(world, wanted)), 201);
    })
    .get('/people/:id', (c) => {
      const person = personOf(world, c);
      return person ? c.json(personView(person)) : nobody(c);
    })
    .patch('/people/:id', json(changedPerson), (c) => {
      const person = personOf(world, c);
      if (!person) return nobody(c);
      const { name, ...rest } = c.req.valid('json');
      if (name !== undefined) world.people.rename(person, name);
      Object.assign(
        person,
        Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      );
      world.tell({ type: 'people' });
      return c.json(personView(person));
    })
    .delete('/people/:id', (c) => {
      const person = personOf(world, c);
      if (!person) return nobody(c);
      // A deleted account keeps its id: LINE still knows it and says nothing.
      person.isDeleted = true;
      world.tell({ type: 'people' });
      return c.json(personView(person));
    })
    .get('/people/:id/phone', (c) => {
      const person = personOf(world, c);
      return person ? c.json(phoneView(world, person)) : nobody(c);
    });
