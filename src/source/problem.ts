import type { Span } from './span.js';

/** What sort of fault the input has. Stable: users and tests branch on it, never on the message. */
export type ProblemCode =
  | 'yaml-syntax'
  | 'not-a-manifest'
  | 'field-type'
  | 'duplicate-resource'
  | 'too-large'
  | 'unreadable'
  | 'unknown-revision'
  | 'unknown-version'
  | 'settings'
  | 'usage';

/** A fault in the user's input: data, collected rather than thrown. `at` is null where no place exists. */
export interface Problem {
  readonly code: ProblemCode;
  /** Lower-case, no final stop: what was found, what was expected, what to do. */
  readonly message: string;
  readonly at: Span | null;
}

/**
 * Thrown at a stage boundary when the input leaves nothing to work on. Carries every problem, so that one
 * push fixes all. Any other Error that reaches an entry point is a bug of ours and keeps its stack.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(problem => problem.message).join('\n'), options);
    this.problems = problems;
  }
}

/** A single fault that has no place in any file. */
export function inputError(code: ProblemCode, message: string, cause?: unknown): InputError {
  return new InputError([{ code, message, at: null }], { cause });
}
