import { createAdmin } from './staff/create-admin';
import { inviteSupporterCommand } from './staff/invite-supporter';

/** Commands for staff; each stands in a file of its own. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  'create-admin': createAdmin,
  'invite-supporter': inviteSupporterCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  console.error(`usage: npm run staff -- <command>\ncommands: ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
process.exit(await command(args));
