import type { Io } from '../../src/cli/io.js';

/** Streams that keep what is written to them, and a terminal that is none. */
export interface CapturedIo extends Io {
  readonly written: { out: string; err: string };
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: readonly string[];
  /** After so many writes nobody reads stdout any longer. */
  readonly readerLeavesAfter?: number;
}

export function capturedIo({ cwd = '.', stdin = [], readerLeavesAfter = Infinity }: World = {}): CapturedIo {
  const written = { out: '', err: '' };
  let writes = 0;
  return {
    written,
    cwd,
    today: '2026-11-22',
    env: {},
    stdin: chunks(stdin),
    stdout: {
      isTerminal: false,
      columns: null,
      write: text => {
        written.out += text;
        writes += 1;
        return Promise.resolve(writes < readerLeavesAfter);
      },
    },
    stderr: {
      isTerminal: false,
      columns: null,
      write: text => {
        written.err += text;
        return Promise.resolve(true);
      },
    },
  };
}

async function* chunks(texts: readonly string[]): AsyncIterable<string> {
  for (const text of texts) yield Promise.resolve(text);
}
