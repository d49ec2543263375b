import type { Invalid } from '../resources/decode.js';
import type { Problem } from '../source/problem.js';
import { visible } from './escape.js';
import { prosePlain } from './prose.js';

/** A fault of the input on one line, `file:line:column: message`, as editors and compilers have it. */
export function problemLine({ at, message }: Pick<Problem, 'at' | 'message'>): string {
  const place = at === null ? '' : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${prosePlain(message)}`;
}

/** A manifest that Istio or the API server would refuse, and why. */
export function refusalLine({ kind, namespace, name, faults }: Invalid): string {
  const [fault] = faults;
  const message = `${kind} ${namespace}/${name} is left out, as it would be refused: ${fault?.message ?? ''}`;
  return problemLine({ at: fault?.at ?? null, message });
}
