import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { MAX_ALL_PARTS, MAX_PARTS } from '../src/resources/parts.js';
import { MAX_REPEATED_VALUES } from '../src/source/alias-event.js';
import { MAX_ANSWER } from '../src/source/git.js';
import { MAX_ALL_VALUES } from '../src/source/parsed-content.js';
import { InputError } from '../src/source/problem.js';
import { MAX_TEXT } from '../src/source/text-file.js';
import { byteBudget, MAX_ALL_BYTES, MAX_BYTES } from '../src/source/tree.js';
import { MAX_DIAGNOSED } from '../src/source/yaml-diagnosis.js';
import { MAX_FAULTS } from '../src/source/yaml-reader.js';

const page = readFileSync('docs/limits.md', 'utf8');
const mebibytes = (bytes: number) => `${bytes / 1024 / 1024} MiB`;
const number = (count: number) => count.toLocaleString('en');

test.each([
  ['one file', mebibytes(MAX_BYTES)],
  ['all manifests of a side', mebibytes(MAX_ALL_BYTES)],
  ['YAML values in all files', number(MAX_ALL_VALUES)],
  ['a snapshot', mebibytes(MAX_TEXT)],
  ['an answer of Git', mebibytes(MAX_ANSWER)],
  ['values that aliases', number(MAX_REPEATED_VALUES)],
  ['faults that are told', number(MAX_FAULTS)],
  ['characters that the better', number(MAX_DIAGNOSED)],
  ['hosts × ports × addresses', number(MAX_PARTS)],
  ['hosts of the egress listeners', number(MAX_PARTS)],
  ['namespaces in `exportTo`', number(MAX_PARTS)],
  ['all of these of a side', number(MAX_ALL_PARTS)],
])('the page of limits tells of %s', (what, limit) => {
  const row = page.split('\n').find(line => line.startsWith(`| ${what}`));
  expect(row?.split('|')[2]?.trim()).toBe(limit);
});

test('bytes are counted together', () => {
  const spend = byteBudget();
  spend(MAX_ALL_BYTES);
  spend(0);
  const message =
    "the manifests have more than 256 MiB together, and no more are read: review a part of them by 'paths'";
  expect(() => spend(1)).toThrow(new InputError([{ code: 'too-large', message, at: null }]));
});
