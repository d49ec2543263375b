import type { YAMLParseError } from 'yaml';
import { quoted } from './quoted.js';

/**
 * Says which line does not fit the lines above it. Parsers name where they gave up, which is often a line too late
 * and in their own terms; the columns of the lines above tell what the writer meant.
 */
export function explainStructure(
  text: string,
  error: YAMLParseError,
  refusedAt: number,
): { readonly message: string; readonly at: number } {
  const isTold = error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR';
  const lineStart = text.lastIndexOf('\n', (isTold ? error.pos[0] : refusedAt) - 1) + 1;
  const [line = ''] = text.slice(lineStart).split(/\r?\n/, 1);
  const indent = indentOf(line);
  const word = line.trim();
  const at = lineStart + indent;
  const above = openColumns(text.slice(0, lineStart));

  if (/^\s*\t/.test(line)) {
    const tab = lineStart + line.indexOf('\t');
    return { message: 'a tab stands where YAML allows only spaces: replace it with spaces', at: tab };
  }
  const dashes = dashesOf(word).length;
  const inner = /^[^\s:#][^:#]*:\s+(?=\S)/.exec(word.slice(dashes));
  const value = dashes + (inner?.[0].length ?? 0);
  if (inner !== null && error.pos[0] >= lineStart && /:\s|:$/.test(word.slice(value))) {
    return { message: `a value without quotes cannot hold ': ': put it in quotes`, at: at + value };
  }
  if (above.length > 0 && !above.includes(indent)) {
    return {
      message: `this line is indented by ${spaces(indent)}; expected ${listed(above)}, as the lines above are`,
      at,
    };
  }
  if (!/:(?:\s|$)/.test(word) && !word.startsWith('- ')) {
    return { message: `expected 'key: value' with a blank after the colon, found ${quoted(word)}`, at };
  }
  if (word.startsWith('- ')) {
    return { message: 'a list item stands among the keys of a mapping: indent it below its key', at };
  }
  return { message: `${quoted(word)} does not fit the lines above: check their indentation`, at };
}

/** The columns at which the lines so far have keys or items open, outermost first. */
function openColumns(text: string): readonly number[] {
  const columns: number[] = [];
  for (const line of text.split('\n')) {
    const word = line.trim();
    if (word === '' || word.startsWith('#') || word === '---') continue;
    const indent = indentOf(line);
    while ((columns.at(-1) ?? -1) >= indent) columns.pop();
    columns.push(indent);
    const dashes = dashesOf(word);
    if (!/^[^#]*:(?:\s|$)/.test(word.slice(dashes.length))) continue;
    for (const dash of dashes.matchAll(/- +/g)) columns.push(indent + dash.index + dash[0].length);
  }
  return columns;
}

/** The dashes that a line begins with, with the blanks after them. */
function dashesOf(word: string): string {
  return /^(?:- +)*/.exec(word)?.[0] ?? '';
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function listed(columns: readonly number[]): string {
  const last = columns.at(-1) ?? 0;
  return columns.length > 1 ? `${columns.slice(0, -1).join(', ')} or ${last}` : String(last);
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}
