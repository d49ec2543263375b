import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { documentedRules, rules } from '../../src/findings/catalogue.js';
import { ruleIds } from '../../src/findings/rule-id.js';
import { casesBelow, readCase } from '../case.js';

const cases = [
  ...casesBelow('test/fixtures/cases').map(name => ({ name, ...readCase(`test/fixtures/cases/${name}`) })),
  ...casesBelow('test/fixtures/cases-own').map(name => ({ name, ...readCase(`test/fixtures/cases-own/${name}`) })),
];

test('the catalogue holds each rule once, in the order of the ids', () => {
  expect(documentedRules.map(({ id }) => id)).toEqual([...ruleIds]);
});

test('each rule is a file of its name', () => {
  const files = readdirSync('src/findings/rules').map(file => file.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...ruleIds].sort());
});

test('the rules about calls come first, for the first that claims a call has it', () => {
  const areAboutCalls = rules.map(({ claim }) => claim !== undefined);
  expect(areAboutCalls.lastIndexOf(true)).toBeLessThan(areAboutCalls.indexOf(false));
});

describe.each(documentedRules)('$id', ({ id, summary, why, fix, severities }) => {
  test('is documented in sentences', () => {
    for (const text of [summary, why, fix]) expect(text).toMatch(/^[A-Z][^\n]*[^\s]\.$/);
    expect(severities).toMatch(/^(error|warning|notice)\b/);
    expect(severities).not.toMatch(/\.$/);
  });

  test('has a case that it reports', () => {
    const firing = cases.filter(({ findings }) => findings.some(({ rule }) => rule === id));
    expect(firing.map(({ name }) => name)).not.toEqual([]);
  });

  test('has a case of its own on which it is silent', () => {
    const silent = cases.filter(({ name, findings }) => {
      return name.startsWith(`${id}/`) && !findings.some(({ rule }) => rule === id);
    });
    expect(silent.map(({ name }) => name)).not.toEqual([]);
  });

  test('reports no severity that it does not document', () => {
    const reported = cases.flatMap(({ findings }) => findings).filter(({ rule }) => rule === id);
    for (const { severity } of reported) expect(severities).toContain(severity);
  });
});
