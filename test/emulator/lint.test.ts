import { describe, expect, it } from 'vitest';
import { openChannel, PUSH, text } from './channel';

const rulesOf = ({ emulator }: ReturnType<typeof openChannel>) =>
  emulator
    .calls('push')
    .at(-1)
    ?.warnings.map(({ rule }) => rule);

describe('the traffic', () => {
  it('warns of a push without a retry key and of personal data in it, though both are accepted', async () => {
    const channel = openChannel();
    const hana = channel.emulator.person('花子');
    const sent = await channel.post(PUSH, { to: hana.id, messages: [text('090-1234-5678')] });
    expect(sent.status).toBe(200);
    expect(rulesOf(channel)).toEqual(['no-retry-key', 'personal-data']);
  });

  it('warns of nothing when told not to', async () => {
    const channel = openChannel();
    const hana = channel.emulator.person('花子');
    channel.emulator.world.change({ isLinting: false });
    await channel.post(PUSH, { to: hana.id, messages: [text('a')] });
    expect(rulesOf(channel)).toEqual([]);
  });
});
