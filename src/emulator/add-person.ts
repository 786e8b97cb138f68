import type { NewPerson } from './control/contract';
import type { PersonRecord } from './state/people';
import type { World } from './state/world';

/** Adds a person; a friend unless told otherwise. */
export const addPerson = (world: World, { id, ...given }: NewPerson): PersonRecord => {
  const { name, pictureUrl, statusMessage, language, magic } = given;
  const added = world.people.add({
    id: id ?? `U${world.chance.hex(32)}`,
    name,
    friendship: given.friendship ?? 'friend',
    hasConsented: given.hasConsented ?? true,
    isDeleted: given.isDeleted ?? false,
    ...(pictureUrl === undefined ? {} : { pictureUrl }),
    ...(statusMessage === undefined ? {} : { statusMessage }),
    ...(language === undefined ? {} : { language }),
    ...(magic === undefined ? {} : { magic }),
  });
  world.tell({ type: 'people' });
  return added;
};
