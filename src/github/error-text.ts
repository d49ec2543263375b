import { prosePlain } from '../report/prose.js';
import type { InputError } from '../source/problem.js';

/** All that is wrong with an input, a line each, with its place where it has one. */
export function inputErrorText({ problems }: InputError): string {
  const lines = problems.map(({ at, message }) =>
    at === null ? message : `${at.file}:${at.line}:${at.column}: ${message}`,
  );
  return lines.map(line => prosePlain(line)).join('\n');
}

/** What no input should lead to. */
export function bugText(error: unknown): string {
  return `this is a bug in istio-egress-review, please report it with these lines:\n${stackOf(error)}`;
}

export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
