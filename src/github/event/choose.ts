import { inputError } from '../../source/problem.js';
import type { Inputs } from '../inputs.js';
import type { Commits } from './commits.js';
import type { Choice, Chosen, Compared } from './compared.js';
import { choiceOfDispatch } from './dispatch.js';
import type { Event } from './event.js';
import { choiceOfPullRequest, choiceOfPullRequestTarget } from './pull-request-commits.js';
import { choiceOfPush } from './push.js';

/**
 * Decides what is compared with what: the inputs `base` and `head` where they are given, else what the event is about.
 *
 * @throws InputError when a commit cannot be had, or nothing says which are meant.
 */
export async function choose(
  event: Event,
  { base, head }: Pick<Inputs, 'base' | 'head'>,
  commits: Commits,
): Promise<Compared> {
  const choice = choiceOf(event, commits);
  const isCheckoutAsked = event.kind !== 'pull-request-target';
  const chosen = head === null ? await choice.head() : await named(head, 'head', commits, isCheckoutAsked);
  return {
    base: base === null ? await choice.base(chosen) : await named(base, 'base', commits, isCheckoutAsked),
    head: chosen,
  };
}

function choiceOf(event: Event, commits: Commits): Choice {
  switch (event.kind) {
    case 'pull-request':
      return choiceOfPullRequest(event, commits);
    case 'pull-request-target':
      return choiceOfPullRequestTarget(event, commits);
    case 'merge-group':
      return {
        head: async () => ({ commit: event.headSha, why: 'what the merge queue is about to merge' }),
        base: async () => ({ commit: event.baseSha, why: 'what it merges into' }),
      };
    case 'push':
      return choiceOfPush(event, commits);
    case 'dispatch':
      return choiceOfDispatch(event, commits);
    case 'schedule':
      return {
        head: async () => ({ commit: event.sha, why: 'the default branch' }),
        base: async () => ({ commit: null, why: 'a scheduled review is of the whole repository' }),
      };
    case 'other':
      return { head: () => missing(event.name), base: () => missing(event.name) };
  }
}

async function named(
  revision: string,
  input: 'base' | 'head',
  commits: Commits,
  isCheckoutAsked: boolean,
): Promise<Chosen> {
  const commit = await commits.commitOf(revision);
  if (commit !== null) return { commit, why: `input \`${input}\`: ${revision}` };
  const found = `input \`${input}\`: found '${revision}', which is no commit, branch or tag`;
  if (!isCheckoutAsked) {
    throw inputError(
      'usage',
      `${found} on GitHub, expected one; under \`pull_request_target\` the checkout is not asked`,
    );
  }
  throw inputError(
    'usage',
    `${found} of the checkout or on GitHub, expected one; what is counted from a commit, like HEAD~1, needs a checkout ` +
      'that goes back so far (`fetch-depth: 2`)',
  );
}

async function missing(event: string): Promise<never> {
  throw inputError('usage', `the event \`${event}\` does not say what changed: give both inputs \`base\` and \`head\``);
}
