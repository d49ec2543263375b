import type { Node } from './node.js';

/** A fault of a YAML text; `[start, end)` are offsets into it. */
export interface YamlFault {
  readonly code: 'yaml-syntax' | 'too-large';
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** The rival that stands before it (the first of two equal keys), to be named by line; null where there is none. */
  readonly rival: number | null;
}

/** The roots of the documents that could be read, without empty ones, and what is wrong with the others. */
export interface YamlStream {
  readonly roots: readonly Node[];
  readonly faults: readonly YamlFault[];
  /** How many values the text holds, those that aliases repeat not counted. */
  readonly values: number;
}
