import { InputError } from '../source/problem.js';

/**
 * What `read` gives of an input of the action. Whoever reads the log has a workflow with a dozen inputs before them.
 *
 * @throws InputError whose problems name the input.
 */
export function ofInput<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problems = error.problems.map(problem => ({ ...problem, message: `input \`${name}\`: ${problem.message}` }));
    throw new InputError(problems, { cause: error });
  }
}
