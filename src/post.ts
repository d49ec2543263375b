/** Entry of the action in `post/`: joins the runner and the posting. No logic, hence no test of its own. */
import { actionsPostRun } from './github/post/actions-post-run.js';
import { runPost } from './github/post/run-post.js';

await runPost(actionsPostRun());
