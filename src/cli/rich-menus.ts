import { parseArgs } from 'node:util';
import { z } from 'zod';
import { LineBusy, LineError } from '../line/calls';
import { MenuClient } from '../line/rich-menus';
import { planLines } from './rich-menus/plan';
import { perform, plan } from './rich-menus/sync';
import { wantedMenus } from './rich-menus/wanted';

const { values } = parseArgs({ options: { apply: { type: 'boolean', default: false } } });

const settings = z
  .object({
    LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1),
    LINE_API_BASE_URL: z.url().default('https://api.line.me'),
    LINE_DATA_API_BASE_URL: z.url().default('https://api-data.line.me'),
  })
  .safeParse(process.env);
if (!settings.success) {
  console.error('LINE_CHANNEL_ACCESS_TOKEN is missing: the token of the channel whose menus are meant.');
  process.exit(1);
}
const { LINE_CHANNEL_ACCESS_TOKEN, LINE_API_BASE_URL, LINE_DATA_API_BASE_URL } = settings.data;

const line = new MenuClient(
  // Pictures take longer to hand over than messages.
  { baseUrl: LINE_API_BASE_URL, accessToken: LINE_CHANNEL_ACCESS_TOKEN, timeout: 30_000 },
  LINE_DATA_API_BASE_URL,
);

try {
  const wanted = await wantedMenus();
  const todo = await plan(line, wanted);
  const lines = planLines(todo);
  if (lines.length === 0) {
    console.log(`Nothing to do: all ${wanted.length} menus are as they should be.`);
  } else if (values.apply) {
    await perform(line, wanted, todo);
    console.log([...lines, 'Done.'].join('\n'));
  } else {
    console.log([...lines, 'Nothing was changed. To do this: npm run rich-menus -- --apply'].join('\n'));
  }
} catch (error) {
  if (!(error instanceof LineError)) throw error;
  console.error(error.message);
  if (error instanceof LineBusy) console.error('LINE allows 100 new menus an hour. Run it again in an hour.');
  console.error('What was done so far is kept; the next run goes on from there.');
  process.exit(1);
}
