/** An entry like `src/action.ts`, but the review is read from a file: for tests of everything around it. */
import '../fake/hurried-clock.mjs';
import { readFileSync } from 'node:fs';
import { actionsRun } from '../../../src/github/actions-run.js';
import { runAction } from '../../../src/github/run-action.js';

await runAction({
  ...actionsRun({ json: review => JSON.stringify(review), sarif: () => '' }),
  repository: () => ({
    commitOf: async revision => revision,
    commitOfReference: async () => null,
    tipOf: async () => null,
    parentsOf: async () => ['base', process.env['PULL_REQUEST_HEAD'] ?? ''],
    mergeBase: async () => null,
    holding: async () => '',
    blobAt: () => null,
  }),
  review: async () => ({
    review: JSON.parse(readFileSync(process.env['CANNED_REVIEW'] ?? '', 'utf8')),
    isRelevant: true,
  }),
});
