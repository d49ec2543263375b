import { InputError, type Problem } from '../../source/problem.js';
import { reviewCommits, type Reviewed } from '../review-commits.js';

/** What is asked of a reviewer: the arguments of {@link reviewCommits}. */
export type Question = Parameters<typeof reviewCommits>;

/** What it answers, as data: an error that is no fault of the input is a bug, of which only the stack is of use. */
export type Answer =
  { readonly reviewed: Reviewed } | { readonly problems: readonly Problem[] } | { readonly stack: string };

/** Answers the one question that the process which started this one asks, and lets this one end. */
export function answerOnce(): void {
  process.once('message', question => {
    process.send?.(answer(question as Question), () => process.disconnect());
  });
}

function answer(question: Question): Answer {
  try {
    return { reviewed: reviewCommits(...question) };
  } catch (error) {
    if (error instanceof InputError) return { problems: error.problems };
    return { stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
