import type { Finding, Suggestion } from '../findings/finding.js';
import { isExactInCode } from './escape.js';

/** Where a review comment stands, in GitHub's terms: LEFT are the lines of base, RIGHT those of head. */
export interface Anchor {
  readonly file: string;
  /** The last line; the comment shows below it. */
  readonly line: number;
  readonly startLine?: number;
  readonly side: 'LEFT' | 'RIGHT';
}

/**
 * The lines that the comment wants. A suggestion replaces exactly the lines that its comment stands on, so it
 * decides; if the diff does not show all of these, use `causeAnchorOf` and a comment without the suggestion.
 */
export function anchorOf(finding: Finding): Anchor {
  const suggestion = offeredSuggestion(finding);
  return suggestion === null ? causeAnchorOf(finding) : rangeAnchor(suggestion, 'RIGHT');
}

/** The lines of the first cause: the whole resource or the part that matters, which may be cut to what shows. */
export function causeAnchorOf({ causes }: Finding): Anchor {
  const [first] = causes;
  if (first === undefined) throw new Error('a finding without a cause');
  return rangeAnchor(first.at, first.side === 'base' ? 'LEFT' : 'RIGHT');
}

/**
 * The suggestion that may be offered as a click: one that shows every character that it commits, and that is
 * short enough to be read.
 */
export function offeredSuggestion({ suggestion }: Finding): Suggestion | null {
  if (suggestion === null || suggestion.replacement.length > 5_000) return null;
  return isExactInCode(withoutReturns(suggestion.replacement)) ? suggestion : null;
}

/** GitHub keeps a file's line ends when it applies a suggestion, so those of Windows need not be repeated. */
export function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function rangeAnchor(range: Pick<Suggestion, 'file' | 'line' | 'endLine'>, side: Anchor['side']): Anchor {
  const { file, line, endLine } = range;
  return endLine > line ? { file, startLine: line, line: endLine, side } : { file, line, side };
}
