import type { SourceDocument } from './document.js';
import { linesOf } from './lines.js';
import type { Node, ScalarNode } from './node.js';
import { readYaml } from './yaml-reader.js';

/** What YAML says that stands as text within YAML, each value at its place in the file. */
export interface EmbeddedYaml {
  /** Its first document; null where it holds none. */
  readonly root: Node | null;
  /** What is wrong with it, if anything. */
  readonly fault: string | null;
}

/**
 * Reads the text of a scalar as YAML. In a literal block (`|`) each line of the text is a line of the file, so that every
 * value has its own place; in any other scalar all of them have the place of the scalar.
 */
export function readEmbedded(document: Pick<SourceDocument, 'text'>, scalar: ScalarNode): EmbeddedYaml {
  const { roots, faults } = readYaml(scalar.text);
  const [root] = roots;
  const [fault] = faults;
  const offsets = literalLines(document.text, scalar);
  const whole = { start: scalar.start, end: scalar.end };
  const place = offsets === null ? () => whole : within(scalar.text, offsets);
  return { root: root === undefined ? null : placed(root, place), fault: fault?.message ?? null };
}

type Place = (node: Node) => Pick<Node, 'start' | 'end'>;

/** Where each line of the scalar's text begins in the file; null where the lines are not those of the file. */
function literalLines(file: string, { text, start, end }: ScalarNode): readonly number[] | null {
  if (file[start] !== '|') return null;
  const offsets: number[] = [];
  let at = file.indexOf('\n', start) + 1;
  const lines = text.split('\n');
  for (const line of lines.slice(0, lines.findLastIndex(line => line !== '') + 1)) {
    const lineEnd = file.indexOf('\n', at) < 0 ? file.length : file.indexOf('\n', at);
    const found = file.slice(at, lineEnd).replace(/\r$/, '');
    if (at === 0 || at > end || !found.endsWith(line)) return null;
    offsets.push(at + found.length - line.length);
    at = lineEnd + 1;
  }
  return offsets;
}

function within(text: string, offsets: readonly number[]): Place {
  const lines = linesOf(text);
  const last = offsets.length - 1;
  const moved = (offset: number) => {
    const { line, column } = lines.positionOf(offset);
    return (offsets[Math.min(line - 1, last)] ?? 0) + column - 1;
  };
  return ({ start, end }) => ({ start: moved(start), end: end > start ? moved(end - 1) + 1 : moved(end) });
}

function placed(node: Node, place: Place): Node {
  const { start, end } = place(node);
  switch (node.kind) {
    case 'scalar':
      return { ...node, start, end };
    case 'sequence':
      return { ...node, items: node.items.map(item => placed(item, place)), start, end };
    case 'mapping': {
      const pairs = node.pairs.map(({ key, value }) => ({
        key: { ...key, ...place(key) },
        value: placed(value, place),
      }));
      return { ...node, pairs, start, end };
    }
  }
}
