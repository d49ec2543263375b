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

/** The web address of a place, or null where it has none. */
export type Link = (place: Place) => string | null;

/** Where a cause stands. */
export function placeOf({ at, side }: Cause): Place {
  return { file: at.file, line: at.line, endLine: at.endLine, side };
}

/** `dns-controller/traefik.yaml:7`, as code and as a link where there is an address. */
export function placeMarkdown(place: Place, link: Link | null): string {
  return labelMarkdown(`${place.file}:${place.line}`, place, link) + (place.side === 'base' ? ' at base' : '');
}

/** The same without the line. */
export function fileMarkdown(place: Place, link: Link | null): string {
  return labelMarkdown(place.file, place, link);
}

function labelMarkdown(label: string, place: Place, link: Link | null): string {
  return linked(code(clip(label, 300)), link === null ? null : link(place));
}

/** `line 7 becomes`, `lines 7 to 9 become`. */
export function linesBecome({ line, endLine }: Pick<Place, 'line' | 'endLine'>): string {
  return endLine > line ? `lines ${line} to ${endLine} become` : `line ${line} becomes`;
}
