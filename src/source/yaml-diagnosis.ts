import type { YAMLException } from 'js-yaml';
import { parseDocument } from 'yaml';
import type { YamlFault } from './yaml-stream.js';

/** Says what is wrong with a document that js-yaml refused, and what to do. `shift` is where it stands in its file. */
export function diagnose(text: string, refusal: YAMLException, shift: number): YamlFault {
  const at = refusal.mark?.position ?? 0;
  const [first] = parseDocument(text, { prettyErrors: false, logLevel: 'error' }).errors;
  const message = first?.message ?? refusal.reason;
  const start = first?.pos[0] ?? at;
  return { code: 'yaml-syntax', message, start: start + shift, end: start + 1 + shift, rival: null };
}
