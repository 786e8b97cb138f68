import { LineSilent } from '../../line/calls';
import { MenuClient } from '../../line/rich-menus';
import { perform, plan } from '../rich-menus/sync';
import { wantedMenus } from '../rich-menus/wanted';

/** How often, and how far apart in ms, an emulator that is still starting is asked again. */
const TRIES = 100;
const PAUSE = 200;

/** Hands our menus to an emulator that is starting. A failure is told, and the bot runs without menus. */
export const showMenus = async (baseUrl: string, accessToken: string): Promise<void> => {
  try {
    const line = new MenuClient({ baseUrl, accessToken }, baseUrl);
    const wanted = await wantedMenus();
    await perform(line, wanted, await onceUp(() => plan(line, wanted)));
  } catch (error) {
    console.error('The rich menus could not be shown:', error);
  }
};

const onceUp = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof LineSilent) || tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
};
