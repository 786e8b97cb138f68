import { quoteToken } from '../sending';
import type { GroupRecord } from '../state/groups';
import type { World } from '../state/world';
import { makeEvent, type Origin } from '../webhooks/event';
import type { CannotDo, Did, Stage } from './acts';

const originOf = ({ id, kind }: GroupRecord, userId?: string): Origin => {
  const person = userId === undefined ? {} : { userId };
  return kind === 'group'
    ? { type: 'group', groupId: id, ...person }
    : { type: 'room', roomId: id, ...person };
};

const sources = (userIds: readonly string[]) => ({
  members: userIds.map((userId) => ({ type: 'user', userId })),
});

/** Makes a group or room and invites the bot into it. */
export const openGroup = async (
  { world, outbox }: Stage,
  {
    kind,
    name,
    members,
  }: { readonly kind: 'group' | 'room'; readonly name: string; readonly members: readonly string[] },
): Promise<GroupRecord> => {
  const id = `${kind === 'group' ? 'C' : 'R'}${world.chance.hex(32)}`;
  const group: GroupRecord = { id, kind, name, members: new Set(members), hasBot: true };
  world.groups.set(id, group);
  await outbox.send(makeEvent(world, 'join', originOf(group), {}));
  return group;
};

/** Somebody writes in the group, or changes what she wrote. */
export const sayInGroup = async (
  { world, outbox }: Stage,
  group: GroupRecord,
  personId: string,
  text: string,
): Promise<Did | CannotDo> => {
  const refusal = cannotSpeak(world, group, personId);
  if (refusal) return refusal;
  const id = world.messageIds.next();
  const message = { id, type: 'text', text, quoteToken: quoteToken(world, group.id, id) };
  world.chats.add(group.id, { id, at: world.now(), from: 'person', personId, message });
  await outbox.send(makeEvent(world, 'message', originOf(group, personId), { message }));
  return { messageId: id };
};

/** A message in a group is edited: the same id, a new quote token. */
export const editInGroup = async (
  { world, outbox }: Stage,
  group: GroupRecord,
  personId: string,
  messageId: string,
  text: string,
): Promise<Did | CannotDo> => {
  const entry = world.chats.entry(group.id, messageId);
  if (entry?.personId !== personId || entry.isUnsent) {
    return { cannot: 'There is no message of hers with this id in the group.' };
  }
  const message = { id: messageId, type: 'text', text, quoteToken: quoteToken(world, group.id, messageId) };
  world.chats.change(group.id, messageId, { message });
  await outbox.send(makeEvent(world, 'messageEdited', originOf(group, personId), { message }));
  return { messageId };
};

/** People come into the group, or leave it. */
export const changeMembers = async (
  { world, outbox }: Stage,
  group: GroupRecord,
  { join = [], leave = [] }: { readonly join?: readonly string[]; readonly leave?: readonly string[] },
): Promise<void> => {
  for (const id of join) group.members.add(id);
  for (const id of leave) group.members.delete(id);
  if (!group.hasBot) return;
  if (join.length > 0) {
    await outbox.send(makeEvent(world, 'memberJoined', originOf(group), { joined: sources(join) }));
  }
  if (leave.length > 0) {
    await outbox.send(makeEvent(world, 'memberLeft', originOf(group), { left: sources(leave) }));
  }
};

/** Somebody puts the bot out of the group. */
export const removeBot = async ({ world, outbox }: Stage, group: GroupRecord): Promise<void> => {
  if (!group.hasBot) return;
  group.hasBot = false;
  await outbox.send(makeEvent(world, 'leave', originOf(group), {}));
};

const cannotSpeak = (world: World, group: GroupRecord, personId: string): CannotDo | undefined => {
  if (!group.members.has(personId) || !world.people.get(personId)) {
    return { cannot: 'She is not in this group.' };
  }
  return group.hasBot ? undefined : { cannot: 'The bot is not in this group any more.' };
};
