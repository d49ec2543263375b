/** Entry of the GitHub Action: joins the runner, GitHub and the review. No logic, hence no test of its own. */
import { actionsRun } from './github/actions-run.js';
import { askReviewer } from './github/reviewer/ask.js';
import { boundsHere } from './github/reviewer/bounds.js';
import { runAction } from './github/run-action.js';
import { json } from './report/json.js';
import { sarif } from './report/sarif.js';
import { tool } from './tool.js';

await runAction({
  ...actionsRun({
    json: reviewed => json(reviewed, tool),
    sarif: (reviewed, rulePages) => sarif(reviewed, { tool, rulePages, withWaived: false }),
  }),

  review: ({ base, head }, inputs, repository) => {
    const surroundings = { repository, workspace: process.cwd(), today: new Date().toISOString().slice(0, 10) };
    const commits = { base: base.commit, head: head.commit };
    const program = new URL('./reviewer.js', import.meta.url);
    return askReviewer(program, [commits, inputs, surroundings], boundsHere(inputs.reviewMinutes));
  },
});
