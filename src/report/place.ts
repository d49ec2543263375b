import type { Cause } from '../findings/finding.js';
import { clip } from './prose.js';
import { code, linked } from './escape.js';

/** A line of a file at one side of the change. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly side: 'base' | 'head';
}

/** The web addresses that a report leads to; null where there is none. */
export interface Links {
  readonly place: (place: Place) => string | null;
  /** The page of a rule. */
  readonly rule: (id: string) => string | null;
}

/** Where a cause stands. */
export function placeOf({ at, side }: Cause): Place {
  return { file: at.file, line: at.line, endLine: at.endLine, side };
}

/** `dns-controller/traefik.yaml:7`, as code and as a link where there is an address. */
export function placeMarkdown(place: Place, links: Links | null): string {
  return labelMarkdown(`${place.file}:${place.line}`, place, links) + (place.side === 'base' ? ' at base' : '');
}

/** The same without the line. */
export function fileMarkdown(place: Place, links: Links | null): string {
  return labelMarkdown(place.file, place, links);
}

function labelMarkdown(label: string, place: Place, links: Links | null): string {
  return linked(code(clip(label, 300)), links === null ? null : links.place(place));
}

/** `line 7 becomes`, `lines 7 to 9 become`. */
export function linesBecome({ line, endLine }: Pick<Place, 'line' | 'endLine'>): string {
  return endLine > line ? `lines ${line} to ${endLine} become` : `line ${line} becomes`;
}
