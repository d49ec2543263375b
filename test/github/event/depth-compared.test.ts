import { expect, test } from '@jest/globals';
import { depthCompared } from '../../../src/github/event/depth-compared.js';

// prettier-ignore
const rows: [what: string, event: string, inputs: Readonly<Record<string, string>>, depth: 0 | 2][] = [
  ['the merge commit of a pull request',  'pull_request',      {},                  2],
  ['what a pull request names itself',    'pull_request',      { base: 'release' }, 0],
  ['all commits of a push',               'push',              {},                  0],
  ['all that a merge queue merges',       'merge_group',       {},                  0],
  ['a branch with the default one',       'workflow_dispatch', {},                  0],
];

test.each(rows)('a checkout that has %s', (_what, event, inputs, depth) => {
  expect(depthCompared(event, name => inputs[name] ?? '')).toBe(depth);
});
