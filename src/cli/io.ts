import type { TerminalOptions } from '../report/terminal.js';

/** All that a command sees of the world: its streams, its folder and its environment. */
export interface Io {
  readonly stdin: AsyncIterable<string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  /** The day in UTC, `2026-11-22`. */
  readonly today: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  /** Settles when there is room for more; false once nobody reads any longer (`| head`). */
  write(text: string): Promise<boolean>;
  readonly isTerminal: boolean;
  /** Null where it is no terminal. */
  readonly columns: number | null;
}

/** How text for people is written to an output: in colours on a terminal, unless NO_COLOR is set. */
export function terminalOptions({ isTerminal, columns }: Output, env: Io['env']): TerminalOptions {
  const hasNoColour = (env['NO_COLOR'] ?? '') !== '';
  return { colour: isTerminal && !hasNoColour, width: Math.max(40, Math.min(columns ?? 100, 120)) };
}
