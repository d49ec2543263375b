import type { YamlStream } from './yaml-stream.js';

/** True for a text that holds template actions (`{{ … }}`, Jinja's `{% … %}`) at all, be they quoted or not. */
export function hasActions(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/**
 * True when a text is no YAML because of its template actions: blanked out, they take its first fault with them.
 * `{{ .Values.x }}` alone is YAML of a sort (a mapping as a key), which the reader refuses; in quotes, in a
 * comment or in a block scalar an action is no more than text.
 */
export function isUnrendered(text: string, faults: YamlStream['faults'], read: (text: string) => YamlStream): boolean {
  const [first] = faults;
  if (first === undefined || !hasActions(text)) return false;
  const [left] = read(withoutActions(text)).faults;
  return left === undefined || left.start > first.start;
}

/** The text with each action replaced at equal length: by blanks where it fills its lines, else by a word. */
function withoutActions(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const action of actions(text)) {
    const filler = isAlone(text, action.start, action.end) ? ' ' : 'x';
    parts.push(text.slice(from, action.start), text.slice(action.start, action.end).replace(/[^\n]/g, filler));
    from = action.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

function* actions(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const [open, close] of [
    ['{{', '}}'],
    ['{%', '%}'],
  ] as const) {
    // No closing bracket anywhere ahead ends the search: a text of nothing but `{` stays linear.
    for (let start = text.indexOf(open); start >= 0;) {
      const end = text.indexOf(close, start + 2);
      if (end < 0) break;
      yield { start, end: end + 2 };
      start = text.indexOf(open, end + 2);
    }
  }
}

function isAlone(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && isBlank(text[before])) before -= 1;
  let after = end;
  while (after < text.length && isBlank(text[after])) after += 1;
  return (before < 0 || text[before] === '\n') && (after === text.length || text[after] === '\n');
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r';
}
