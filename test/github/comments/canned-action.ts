/** An entry like `src/action.ts`, but the review is read from a file: for tests of everything around it. */
import './hurried-clock.js';
import { readFileSync } from 'node:fs';
import { actionsRun } from '../../../src/github/actions-run.js';
import { runAction } from '../../../src/github/run-action.js';

await runAction({
  ...actionsRun({ json: review => JSON.stringify(review), sarif: () => '' }),
  history: {
    commitOf: rev => rev,
    parentsOf: () => ['base', process.env['PULL_REQUEST_HEAD'] ?? ''],
    mergeBase: () => null,
    blobAt: () => null,
  },
  review: () => JSON.parse(readFileSync(process.env['CANNED_REVIEW'] ?? '', 'utf8')),
});
