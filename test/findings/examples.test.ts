import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { documentedRules, rules } from '../../src/findings/catalogue.js';
import type { Example } from '../../src/findings/example.js';
import { reviewExample } from '../example-reviews.js';

function isReported(id: string, example: Example, side: 'head' | 'silent' = 'head'): boolean {
  return reviewExample(example, side).findings.some(({ rule }) => rule === id);
}

/** `ServiceEntry shop/orders`, for each manifest. */
function namesIn(text: string): readonly string[] {
  return text.split(/^---\n/m).map(nameOf);
}

function nameOf(manifest: string): string {
  const { kind, metadata } = parseAllDocuments(manifest)[0]?.toJS() as {
    readonly kind: string;
    readonly metadata: { readonly namespace: string; readonly name: string };
  };
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

function without(name: string, text: string): string {
  return text
    .split(/^---\n/m)
    .filter(manifest => nameOf(manifest) !== name)
    .join('---\n');
}

describe.each(documentedRules)('the example of $id', ({ id, example }) => {
  const { base, head, silent } = example;

  test('is reported', () => {
    expect(isReported(id, example)).toBe(true);
  });

  test('has no fault that is none of the rule’s business', () => {
    const { problems, findings } = reviewExample(example, 'silent');
    expect(problems).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'invalid-resource')).toEqual([]);
  });

  test('has a counterpart that is not', () => {
    expect(silent).not.toBe(base);
    expect(isReported(id, example, 'silent')).toBe(false);
  });

  test('is short', () => {
    for (const text of [base, head, silent]) expect(text.split('\n').length).toBeLessThan(40);
  });
});

test.each(rules)('the example of $id needs each of its manifests', ({ id, example }) => {
  const names = [...new Set([example.base, example.head].flatMap(namesIn))];
  const lacking = (name: string) => ({
    ...example,
    base: without(name, example.base),
    head: without(name, example.head),
  });
  expect(names.filter(name => isReported(id, lacking(name)))).toEqual([]);
});
