import { expect, test } from '@jest/globals';
import type { Finding } from '../../../src/findings/finding.js';
import { placementIn } from '../../../src/github/comments/placement.js';
import type { ChangedFile } from '../../../src/github/pull-request/pull-request.js';
import { cause, finding } from './canned-review.js';

function file(given: Partial<ChangedFile> = {}): ChangedFile {
  const patch = '@@ -10,3 +10,4 @@\n spec:\n-# pay\n+# pay\n+hosts:\n ports:';
  return { path: 'shop/pay.yaml', basePath: 'shop/pay.yaml', patch, blob: 'reviewed', ...given };
}

const onHead = finding('pay', 'error', 11);
const onBase = finding('pay', 'error', 11, { causes: [cause('pay', 11, { side: 'base', change: 'removed' })] });
const wide = finding('pay', 'error', 11, {
  causes: [cause('pay', 1, { at: { file: 'shop/pay.yaml', line: 1, column: 1, endLine: 40, endColumn: 1 } })],
});
const suggestion = { file: 'shop/pay.yaml', line: 12, endLine: 12, replacement: 'hosts: [pay]' };
const suggesting = finding('pay', 'error', 11, { suggestion });
/** What is dropped stands on base; what is put in its place, beside it on head. */
const suggestingBeside = finding('pay', 'error', 11, {
  causes: [cause('pay', 11, { side: 'base', change: 'modified' })],
  suggestion: { ...suggestion, line: 13, endLine: 13 },
});
const suggestingElsewhere = { ...suggestingBeside, suggestion: { ...suggestion, line: 20, endLine: 20 } };
const suggestingBeyond = finding('pay', 'error', 11, { suggestion: { ...suggestion, endLine: 14 } });

type Row = [
  when: string,
  found: Finding,
  file: ChangedFile,
  placement: [side: string, line: number, endLine: number, on: string] | null,
];

const other = { blob: 'another' };
const shifted = { ...other, patch: file().patch?.replace('@@ -10,3 +10,4 @@', '@@ -11,3 +11,4 @@') ?? null };

const rows: Row[] = [
  ['the diff shows the lines of head', onHead, file(), ['RIGHT', 11, 13, 'cause']],
  ['the diff shows some lines of base', onBase, file(), ['LEFT', 11, 12, 'cause']],
  ['a resource reaches beyond the diff', wide, file(), ['RIGHT', 10, 13, 'cause']],
  ['a suggestion is shown whole', suggesting, file(), ['RIGHT', 12, 12, 'suggestion']],
  [
    'a suggestion is for a line that the diff shows without change',
    suggestingBeside,
    file(),
    ['RIGHT', 13, 13, 'suggestion'],
  ],
  ['a suggestion is for a line that the diff does not show', suggestingElsewhere, file(), ['LEFT', 11, 12, 'cause']],
  ['a suggestion is shown in part', suggestingBeyond, file(), ['RIGHT', 11, 13, 'cause']],
  ['the head has another content, but the same line there', onHead, file(other), ['RIGHT', 11, 13, 'cause']],
  [
    'the head has another content, so a suggestion could hit other lines',
    suggesting,
    file(other),
    ['RIGHT', 11, 13, 'cause'],
  ],
  ['the head has another content, and nothing tells of a shift', wide, file(other), null],
  ['the head has another line there', onHead, file(shifted), null],
  ['the merge base has another line there', onBase, file({ patch: shifted.patch }), null],
  ['the file was moved, and the line is on base', onBase, file({ path: 'pay.yaml' }), ['LEFT', 11, 12, 'cause']],
  ['the file was moved away from under the line of head', onHead, file({ path: 'pay.yaml' }), null],
  ['GitHub gives no patch', onHead, file({ patch: null }), null],
  ['the pull request does not touch the file', onHead, file({ path: 'cart.yaml', basePath: 'cart.yaml' }), null],
];

test.each(rows)('when %s', (_when, found, changed, placement) => {
  const expected =
    placement === null
      ? null
      : { path: changed.path, side: placement[0], line: placement[1], endLine: placement[2], on: placement[3] };
  expect(placementIn([changed], () => 'reviewed')(found)[0] ?? null).toEqual(expected);
});
