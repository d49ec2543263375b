import type { SourceDocument } from '../../source/document.js';
import type { Suggestion } from '../finding.js';

/** Another text for the offsets `[start, end)` of a file; lines end with `\n`, whatever the file's end with. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The offset at which the line of `offset` starts. */
export function lineStart({ text }: Pick<SourceDocument, 'text'>, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of `offset` ends, before its line break. */
export function lineEnd({ text }: Pick<SourceDocument, 'text'>, offset: number): number {
  const found = text.indexOf('\n', offset);
  if (found < 0) return text.length;
  return found > offset && text[found - 1] === '\r' ? found - 1 : found;
}

/** The whole lines that an edit touches, as they are after it. */
export function suggestionOf(document: SourceDocument, { start, end, text }: Edit): Suggestion {
  const [from, to] = [lineStart(document, start), lineEnd(document, end)];
  const replacement = document.text.slice(from, start) + text + document.text.slice(end, to);
  return {
    file: document.path,
    line: document.lines.positionOf(from).line,
    endLine: document.lines.positionOf(Math.max(from, to)).line,
    replacement: replacement.replaceAll('\r\n', '\n'),
  };
}

/** The file after an edit, with the line breaks that it has. */
export function edited(file: Pick<SourceDocument, 'text'>, { start, end, text }: Edit): string {
  const lines = file.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return file.text.slice(0, start) + lines + file.text.slice(end);
}
