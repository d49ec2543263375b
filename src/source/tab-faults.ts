import type { Node } from './node.js';
import type { DocumentRange } from './split-documents.js';
import type { YamlFault } from './yaml-stream.js';

/**
 * The tabs that js-yaml lets pass and Kubernetes' reader refuses: before the first word of a line, even of a blank
 * one or a comment, and after a dash. Inside brackets and scalars a tab is a blank like others.
 */
export function tabFaults(text: string, range: DocumentRange, roots: readonly Node[]): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  let from = range.start;
  for (;;) {
    const at = text.indexOf('\t', from);
    if (at < 0 || at >= range.end) return faults;
    from = nextWord(text, at);
    if (!isBeforeWord(text, at)) continue;
    const value = valueAround(text, roots, at);
    if (value !== null) from = Math.max(value.end, from);
    else if (!isBlockScalar(text, valueAround(text, roots, lastWord(text, at)))) {
      const message = 'a tab stands where YAML allows only spaces: replace it with spaces';
      faults.push({ code: 'yaml-syntax', message, start: at, end: at + 1, rival: null });
    }
  }
}

function isBeforeWord(text: string, tab: number): boolean {
  return /^ *(?:[-?] +)*[-?]?$/.test(text.slice(text.lastIndexOf('\n', tab) + 1, tab));
}

/** The scalar, or outermost flow collection, that an offset lies in; null in between. */
function valueAround(text: string, nodes: readonly Node[], at: number): Node | null {
  for (const node of nodes) {
    if (at < node.start || at >= node.end) continue;
    if (node.kind === 'scalar' || '[{'.includes(text.charAt(node.start))) return node;
    const value = valueAround(text, childrenOf(node), at);
    if (value !== null) return value;
  }
  return null;
}

function childrenOf(node: Exclude<Node, { kind: 'scalar' }>): readonly Node[] {
  return node.kind === 'sequence' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
}

/** The blank last lines of a block scalar are outside its place, which ends with its last word. */
function isBlockScalar(text: string, node: Node | null): boolean {
  return node?.kind === 'scalar' && '|>'.includes(text.charAt(node.start));
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

function lastWord(text: string, from: number): number {
  let at = from;
  while (at > 0 && /\s/.test(text.charAt(at))) at -= 1;
  return at;
}
