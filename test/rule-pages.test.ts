import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documentedRules } from '../src/findings/catalogue.js';
import { expectGolden } from './golden.js';
import { rulePage, rulesPage } from './rule-pages.js';

// UPDATE_GOLDEN=1 writes the pages anew: read the diff.
test.each(documentedRules)('docs/rules/$id.md says what the rule does', rule => {
  expectGolden(`docs/rules/${rule.id}.md`, rulePage(rule));
});

test('docs/rules/README.md lists all rules', () => {
  expectGolden('docs/rules/README.md', rulesPage(documentedRules));
});

test('docs/rules has a page for each rule and no other', () => {
  const expected = ['README.md', ...documentedRules.map(({ id }) => `${id}.md`)];
  expect(readdirSync('docs/rules').sort()).toEqual(expected.sort());
});
