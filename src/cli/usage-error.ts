import { InputError } from '../source/problem.js';

/** The error of a command line that cannot be understood: what was typed, what is understood, what to type. */
export function usageError(message: string): InputError {
  return new InputError([{ code: 'usage', message, at: null }]);
}
