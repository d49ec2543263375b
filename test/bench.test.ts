import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { scenarios } from '../bench/scenarios.js';

test('the bench reviews every scenario, of a small mesh too', () => {
  const bench = ['scripts/run-bundled.mjs', 'bench/bench.ts', 'bench/review-once.ts', '--', '--namespaces', '20'];
  const printed = execFileSync(process.execPath, [...bench, '--no-limits'], { encoding: 'utf8' });
  const [, ...rows] = printed.trim().split('\n\n').at(-1)?.split('\n') ?? [];
  expect(rows).toEqual(scenarios.map(({ title }) => expect.stringMatching(new RegExp(`^${title} .* \\d+ +\\d+$`))));
}, 120_000);
