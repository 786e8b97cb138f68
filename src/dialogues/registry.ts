import { register } from '../core/dialogue/dialogue';
import type { Registry } from '../core/dialogue/registry';
import { classes } from './classes/dialogue';
import { danger } from './danger/aside';
import { fallback } from './fallback/aside';
import { human, sorry } from './fallback/human';
import { findPlace } from './find-place/dialogue';
import { myData } from './my-data/dialogue';
import { notices } from './notices/dialogue';
import { report } from './report/dialogue';
import { supporter } from './supporter/dialogue';
import { survey } from './survey/dialogue';
import { volunteer } from './volunteer/dialogue';
import { welcome } from './welcome/dialogue';
import { whichWish } from './which-wish/dialogue';

/** Every dialogue, one line each; the first that knows a wish gets it. */
export const registry: Registry = {
  dialogues: [
    register(welcome),
    register(findPlace),
    register(classes),
    register(notices),
    register(myData),
    register(supporter),
    register(volunteer),
    register(report),
    register(survey),
    register(whichWish),
  ],
  danger,
  fallback,
  human: (context) => [human(context)],
  sorry,
  whichWish: whichWish.id,
  home: { dialogue: 'welcome', step: 'menu' },
  greeting: {
    first: { dialogue: 'welcome', step: 'greet' },
    again: { dialogue: 'welcome', step: 'greetAgain' },
  },
};
