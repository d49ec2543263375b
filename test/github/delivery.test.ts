import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectGolden } from '../golden.js';
import { columnsOf } from './delivery/columns.js';
import { postingRows, reviewRows } from './delivery/fault-rows.js';
import { page } from './delivery/markdown.js';
import { expectedOf, givenOf, type Row } from './delivery/row.js';
import { measure, type Measured } from './delivery/run-row.js';
import { setStage, type Stage } from './delivery/stage.js';
import { tokenRows } from './delivery/token-rows.js';

/** The rows run side by side, mostly waiting; their tests only look at what became of them. */
const atOnce = 6;

const parts = [
  { title: 'Every event with every token', rows: tokenRows },
  { title: 'Faults of the delivery', rows: postingRows },
  { title: 'Faults that prevent a review', rows: reviewRows },
];
const measured = new Map<Row, Measured>();
const failures = new Map<Row, unknown>();
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  const waiting = parts.flatMap(({ rows }) => rows).values();
  const runNext = async () => {
    for (const row of waiting) {
      await measure(givenOf(row), stage).then(
        result => measured.set(row, result),
        (error: unknown) => failures.set(row, error),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
}, 900_000);

afterAll(() => stage.remove());

function resultOf(row: Row): Measured {
  const result = measured.get(row);
  if (result !== undefined) return result;
  throw failures.get(row);
}

describe.each(parts)('$title', ({ rows }) => {
  test.each(rows.map(row => ({ row, name: row.slice(0, 4).join(', ') })))('$name', ({ row }) => {
    const result = resultOf(row);
    expect(columnsOf(result)).toEqual(expectedOf(row));
    expectSound(row, result);
  });
});

/** What holds in every row. */
function expectSound(row: Row, { first, writes, standing }: Measured): void {
  const { event, change } = givenOf(row);
  expect(first.hung).toBe(false);
  const isPost = event === 'workflow_run (post)';
  if (!isPost) expect(first.outputs['verdict']).toBe(first.succeeded ? 'pass' : 'fail');
  // Without a review the check is red; with one, its colour is the review's alone.
  const isReviewed = first.outputs['errors'] !== undefined;
  const isBroken = isReviewed ? first.outputs['errors'] !== '0' : true;
  if (!isPost) expect(first.succeeded).toBe(!isBroken);

  if (writes.length === 1) return;
  // The last run had nothing to add to one comment on lines and one summary.
  expect(writes.at(-1)).toEqual([]);
  const [[comment = '', ...others], [summary = '', ...moreSummaries]] = standing;
  expect([others, moreSummaries]).toEqual([[], []]);
  expect(comment.includes('olved')).toBe(change === 'clean');
  expect(summary.includes('2 errors')).toBe(change === 'outage');
}

test('the page of the table says what the runs did', () => {
  expect([...failures.values()]).toEqual([]);
  expectGolden('test/github/delivery-table.md', page(parts, measured));
});
