import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, stringify, type Document } from 'yaml';
import type { Node } from '../../src/source/node.js';
import { readYaml } from '../../src/source/yaml-reader.js';
import { handwrittenManifests } from './handwritten-manifests.js';
import { plainValue } from './plain-value.js';

const cases = 'test/fixtures/cases';
const fixtures = readdirSync(cases, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.yaml'))
  .map(path => [path, readFileSync(join(cases, path), 'utf8')] as const);

test.each([...fixtures, ...Object.entries(handwrittenManifests)])(
  "'yaml' reads the same scalars at the same places: %s",
  (_, text) => {
    const { roots, faults } = readYaml(text);
    expect(faults).toEqual([]);
    const documents = parseAllDocuments(text, { schema: 'failsafe', version: '1.2' });
    const theirs = [...documents].filter(
      ({ contents }) => contents !== null && contents.range?.[0] !== contents.range?.[1],
    );
    expect(roots.map(root => scalarsOf(root))).toEqual(
      theirs.map(document => theirScalars(document, document.contents)),
    );
  },
);

/** A scalar, or an opened collection, with where it starts; nowhere for an empty value. */
type Token = readonly [text: string, start: number | null];

function scalarsOf(node: Node): readonly Token[] {
  switch (node.kind) {
    case 'scalar':
      return [[node.text, node.start === node.end ? null : node.start]];
    case 'sequence':
      return [['[', node.start], ...node.items.flatMap(scalarsOf)];
    case 'mapping':
      return [['{', node.start], ...node.pairs.flatMap(({ key, value }) => [...scalarsOf(key), ...scalarsOf(value)])];
    default:
      return node satisfies never;
  }
}

function theirScalars(document: Document, node: unknown): readonly Token[] {
  if (isAlias(node)) return theirScalars(document, node.resolve(document));
  if (isScalar(node))
    return [[String(node.value ?? ''), node.source === '' && node.type === 'PLAIN' ? null : startOf(node)]];
  if (isSeq(node)) return [['[', startOf(node)], ...node.items.flatMap(item => theirScalars(document, item))];
  if (!isMap(node)) throw new Error(`unexpected ${String(node)}`);
  const pairs = node.items.flatMap(({ key, value }) => [
    ...theirScalars(document, key),
    ...theirScalars(document, value),
  ]);
  return [['{', startOf(node)], ...pairs];
}

function startOf(node: { readonly range?: readonly number[] | null | undefined }): number | null {
  return node.range?.[0] ?? null;
}

const styles = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  indentSeq: fc.boolean(),
  // Not 'block': it writes an empty list of a key on the next line, where neither reader takes it.
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
  lineWidth: fc.constantFrom(0, 20, 80),
});
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    '~',
    '0x1F',
    '0777',
    '1_000',
    '1.5',
    '2001-01-01',
    '*.example.com',
    'a: b',
    '- a',
    '#',
    'a #b',
    '{{ .x }}',
    '',
    ' ',
    'a\nb\n',
    '\n\na\n  b\n\n',
  ),
);
const values = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      texts.filter(text => text !== '__proto__'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

test("what 'yaml' writes, in whatever style, is read back as it was", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'spec'), values, { minKeys: 1 }),
      styles,
      fc.boolean(),
      (value, style, isWindows) => {
        const written = stringify(value, { ...style, version: '1.1', aliasDuplicateObjects: false });
        const text = isWindows ? written.replaceAll('\n', '\r\n') : written;
        const { roots, faults } = readYaml(text);
        expect(faults).toEqual([]);
        expect(roots.map(plainValue)).toEqual([value]);
      },
    ),
    { numRuns: 500, seed: 1 },
  );
});

test('a text damaged anywhere gives documents, or a fault at a place in it, and never an exception', () => {
  const whole = Object.values(handwrittenManifests);
  const scraps = [
    '\t',
    ' ',
    '  ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ':',
    ': ',
    '- ',
    '#',
    '\n',
    '&a ',
    '*a',
    '|',
    '!',
    '%',
    '@',
    '<<: ',
    '? ',
    '\r',
    '\0',
    '---\n',
    '\\',
  ];
  const damage = fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom('', ...scraps));
  fc.assert(
    fc.property(fc.constantFrom(...whole), fc.array(damage, { minLength: 1, maxLength: 4 }), (text, damages) => {
      const damaged = damages.reduce((before, [at, length, scrap]) => {
        const place = at % (before.length + 1);
        return before.slice(0, place) + scrap + before.slice(place + length);
      }, text);
      for (const { start, end, message } of readYaml(damaged).faults) {
        expect(message).not.toBe('');
        expect(0 <= start && start <= end && start <= damaged.length).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});
