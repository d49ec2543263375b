import { expect, test } from '@jest/globals';
import { rulePages } from '../../src/github/rule-pages.js';

// prettier-ignore
test.each([
  ['an action by its commit',     { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'abc123' },     'https://github.com/o/r/blob/abc123/docs/rules'],
  ['an action of a branch',       { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'release/v1' }, 'https://github.com/o/r/blob/release/v1/docs/rules'],
  ['an action of the checkout',   { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },              null],
  ['an environment without them', {},                                                                   null],
  ['a name that is none',         { GITHUB_ACTION_REPOSITORY: 'o/r)', GITHUB_ACTION_REF: 'a b' },       null],
])('the pages of the rules of %s', (_what, env, address) => {
  expect(rulePages(env, 'https://github.com')).toBe(address);
});
