import { type InputError, inputError } from '../source/problem.js';

/** The error of a command line that cannot be understood: what was typed, what is understood, what to type. */
export function usageError(message: string): InputError {
  return inputError('usage', message);
}
