import { describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { rules } from '../../src/findings/catalogue.js';
import { reviewOf } from '../reviews.js';

function isReported(id: string, base: string, head: string): boolean {
  return reviewOf({ 'mesh.yaml': base }, { 'mesh.yaml': head }).findings.some(({ rule }) => rule === id);
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

describe.each(rules)('the example of $id', ({ id, example: { base, head, silent } }) => {
  test('is reported', () => {
    expect(isReported(id, base, head)).toBe(true);
  });

  test('has no fault that is none of the rule’s business', () => {
    const { problems, findings } = reviewOf({ 'mesh.yaml': base }, { 'mesh.yaml': silent });
    expect(problems).toEqual([]);
    expect(findings.filter(({ rule }) => rule === 'invalid-resource')).toEqual([]);
  });

  test('has a counterpart that is not', () => {
    expect(silent).not.toBe(base);
    expect(isReported(id, base, silent)).toBe(false);
  });

  test('needs each of its manifests', () => {
    const names = [...new Set([base, head].flatMap(namesIn))];
    expect(names.filter(name => isReported(id, without(name, base), without(name, head)))).toEqual([]);
  });

  test('is short', () => {
    for (const text of [base, head, silent]) expect(text.split('\n').length).toBeLessThan(40);
  });
});
