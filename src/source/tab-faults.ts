import type { Node } from './node.js';
import type { DocumentRange } from './split-documents.js';
import type { YamlFault } from './yaml-stream.js';

/**
 * The tabs that js-yaml lets pass and Kubernetes' reader refuses: before the first word of a line, even of a blank
 * one or a comment, and after a dash. Inside brackets and scalars a tab is a blank like others.
 */
export function tabFaults(text: string, range: DocumentRange, roots: readonly Node[]): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  let values: readonly Node[] | null = null;
  let from = range.start;
  for (;;) {
    const at = text.indexOf('\t', from);
    if (at < 0 || at >= range.end) return faults;
    from = nextWord(text, at);
    if (!isBeforeWord(text, at)) continue;
    values ??= valuesOf(text, roots);
    const value = valueAround(values, at);
    if (value !== null) from = Math.max(value.end, from);
    else if (!isBlockScalar(text, valueAround(values, lastWord(text, at)))) {
      const message = 'a tab stands where YAML allows only spaces: replace it with spaces';
      faults.push({ code: 'yaml-syntax', message, start: at, end: at + 1, rival: null });
    }
  }
}

function isBeforeWord(text: string, tab: number): boolean {
  let start = tab;
  while (start > 0 && ' -?'.includes(text.charAt(start - 1))) start -= 1;
  const isLineStart = start === 0 || text[start - 1] === '\n';
  return isLineStart && /^ *(?:[-?] +)*[-?]?$/.test(text.slice(start, tab));
}

/** The scalars and outermost flow collections of a text, by place; what aliases repeat stands among them once. */
function valuesOf(text: string, roots: readonly Node[]): readonly Node[] {
  const values = new Set<Node>();
  const known = new Set<Node>();
  const visit = (node: Node) => {
    if (known.has(node)) return;
    known.add(node);
    if (node.kind === 'scalar' || '[{'.includes(text.charAt(node.start))) values.add(node);
    else childrenOf(node).forEach(visit);
  };
  roots.forEach(visit);
  return [...values].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The value that an offset lies in; null in between. */
function valueAround(values: readonly Node[], at: number): Node | null {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const value = values[low];
  return value !== undefined && value.start <= at && at < value.end ? value : null;
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
