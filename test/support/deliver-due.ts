import { LineClient } from '../../src/line/client';
import { deliver } from '../../src/service/deliver/deliver';
import type { TestConsole } from './console';

/** Lets the minute's delivery do its work, with a LINE that takes everything. */
export const deliverDue = async ({ deps }: TestConsole): Promise<void> => {
  const line = new LineClient({ baseUrl: 'http://line.invalid', accessToken: 'token' }, async () =>
    Response.json({ type: 'none', totalUsage: 0 }),
  );
  for (let runs = 0; runs < 5; runs += 1) await deliver({ ...deps, line });
};
