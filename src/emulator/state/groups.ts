/** A group or room that the bot is in, or was. */
export interface GroupRecord {
  readonly id: string;
  readonly kind: 'group' | 'room';
  name: string;
  readonly members: Set<string>;
  hasBot: boolean;
}

/** The group or room with that id, if the bot is in it. */
export const joinedGroup = (
  groups: ReadonlyMap<string, GroupRecord>,
  id: string,
): GroupRecord | undefined => {
  const group = groups.get(id);
  return group?.hasBot ? group : undefined;
};
