import { elderMain, elderMore } from './elder';
import type { Menu } from './menu';
import { staffTester } from './staff-tester';
import { supporter } from './supporter';

/** Every menu we have. */
export const menus: readonly Menu[] = [elderMain, elderMore, supporter, staffTester];
