import { join } from 'node:path';
import { root } from './local/paths';
import { writeShort } from './training/shorten';

// A step of its own before the weights are made, so that those are made from the lists as they are now.
writeShort(join(root, 'src', 'core', 'understanding'));
