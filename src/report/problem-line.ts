import { resourceText } from '../findings/wording.js';
import type { Invalid } from '../resources/decode.js';
import { refuserOf } from '../resources/installation/refuser.js';
import type { Problem } from '../source/problem.js';
import { visible } from './escape.js';
import { prosePlain } from './prose.js';

/** A fault of the input on one line, `file:line:column: message`, as editors and compilers have it. */
export function problemLine({ at, message }: Pick<Problem, 'at' | 'message'>): string {
  const place = at === null ? '' : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${prosePlain(message)}`;
}

/** A manifest that Istio or the API server would not take, and why. */
export function refusalLine(invalid: Invalid): string {
  const [fault] = invalid.faults;
  const why = refuserOf(invalid) === 'istiod' ? 'istiod cannot read it' : 'it would be refused';
  const message = `${resourceText(invalid)} is left out, as ${why}: ${fault?.message ?? ''}`;
  return problemLine({ at: fault?.at ?? null, message });
}
