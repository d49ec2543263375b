import { expect, test } from '@jest/globals';
import { docsFolder, pageText, rulePage, rulePages } from '../../src/github/pages.js';

// prettier-ignore
test.each([
  ['an action by its commit',     { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'abc123' },     'https://github.com/o/r/blob/abc123/docs'],
  ['an action of a branch',       { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'release/v1' }, 'https://github.com/o/r/blob/release/v1/docs'],
  ['an action of the checkout',   { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' },              null],
  ['an environment without them', {},                                                                   null],
  ['a name that is none',         { GITHUB_ACTION_REPOSITORY: 'o/r)', GITHUB_ACTION_REF: 'a b' },       null],
])('the pages of %s', (_what, env, address) => {
  expect(docsFolder(env, 'https://github.com')).toBe(address);
});

test('a page is named by its address, or where nobody knows that by its path', () => {
  const docs = 'https://github.com/o/r/blob/v1/docs';
  expect(rulePages(docs)).toBe(`${docs}/rules`);
  expect(rulePage(docs)('dead-route')).toBe(`${docs}/rules/dead-route.md`);
  expect(pageText(docs, 'outputs.md#json')).toBe(`${docs}/outputs.md#json`);
  expect([rulePages(null), rulePage(null)('dead-route')]).toEqual([null, null]);
  expect(pageText(null, 'outputs.md#json')).toBe('docs/outputs.md#json');
});
