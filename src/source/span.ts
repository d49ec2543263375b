/** A place in a file of the repository. Lines and columns count from 1; the end is the last character, inclusive. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
