import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The variables with which Node hurries the clock of a step, and changes nothing else of it. */
export const hurried = {
  NODE_OPTIONS: `--import=${pathToFileURL(resolve('test/github/fake/hurried-clock.mjs')).href}`,
};
