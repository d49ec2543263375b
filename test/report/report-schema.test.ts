import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import type { Review } from '../../src/findings/review.js';
import { json } from '../../src/report/json.js';
import { untouched } from '../../src/review.js';
import { tool } from '../../src/tool.js';
import { casesBelow, reviewCase } from '../case.js';
import { hostileReview } from './hostile.js';

const published: unknown = JSON.parse(readFileSync('schema/report.schema.json', 'utf8'));
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(published as object);
/** The same, with no field but those that it names. */
const validateClosed = new Ajv({ allErrors: true, strictTypes: false }).compile(closed(published) as object);

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  // What another schema completes cannot be closed on its own.
  const isWhole = 'required' in schema && 'properties' in schema && !('additionalProperties' in schema);
  return Object.fromEntries(isWhole && !isPart(schema) ? [...entries, ['additionalProperties', false]] : entries);
}

/** A behaviour, alone and as one of an upgrade, which says more. */
function isPart(schema: object): boolean {
  const { properties } = schema as { properties: object };
  return 'isFelt' in properties || 'keptBy' in properties;
}

function expectValid(report: unknown): void {
  expect([validate(report), validate.errors]).toEqual([true, null]);
  expect([validateClosed(report), validateClosed.errors]).toEqual([true, null]);
}

function reportOf(review: Review): unknown {
  return JSON.parse(json(review, tool));
}

const goldens = [
  ...readdirSync('test/fixtures/report')
    .filter(name => name.endsWith('.json'))
    .map(name => `test/fixtures/report/${name}`),
  'test/fixtures/cli/review-snapshot.json',
  'test/fixtures/cli/upgrade.json',
];

test.each(goldens)('%s is a report of the schema', path => {
  expectValid(JSON.parse(readFileSync(path, 'utf8')));
});

test.each(['test/fixtures/cases', 'test/fixtures/cases-own'])('so is the review of each case in %s', folder => {
  for (const name of casesBelow(folder)) expectValid(reportOf(reviewCase(`${folder}/${name}`)));
});

test('and whatever manifests say', () => {
  fc.assert(
    fc.property(hostileReview, review => expectValid(reportOf(review))),
    { numRuns: 200 },
  );
});

describe('the schema', () => {
  const report = JSON.parse(readFileSync('test/fixtures/report/everything.json', 'utf8'));

  test('lets fields pass that a later version adds', () => {
    expect(validate({ ...report, later: 1, summary: { ...report.summary, later: [] } })).toBe(true);
  });

  // prettier-ignore
  test.each([
    ['another version',            { schemaVersion: 2 }],
    ['no findings',                { findings: undefined }],
    ['a severity that is none',    { findings: [{ ...report.findings[0], severity: 'fatal' }] }],
    ['a finding without a title',  { findings: [{ ...report.findings[0], title: undefined }] }],
    ['a line that is none',        { problems: [{ code: 'yaml-syntax', message: 'a', file: 'a', line: 0, column: 1 }] }],
    ['a side without a name',      { base: {} }],
  ])('refuses %s', (_what, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...report, ...change })))).toBe(false);
  });
});

test.each([
  ['a whole repository, compared with nothing', { nothing: true }, { rev: 'main' }],
  ['a branch that is deleted', { nothing: true }, { nothing: true }],
  ['a change that no review reads', { rev: 'main' }, { rev: 'topic' }],
] as const)('%s has a report of the schema', (_what, base, head) => {
  expectValid(reportOf(untouched(base, head, null)));
});
