import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

export interface Workflow {
  readonly name: string;
  /** Where it stands: the file, or the page with its number there. */
  readonly place: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: Concurrency;
  readonly jobs: Readonly<Record<string, Job>>;
  /** As it is written, with its comments. */
  readonly text: string;
}

export interface Concurrency {
  readonly group: string;
}

export interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly if?: string;
  readonly concurrency?: Concurrency;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The workflows among the examples. */
export function exampleWorkflows(): readonly Workflow[] {
  const files = readdirSync('examples').filter(name => name.endsWith('.yml'));
  return files.map(name => workflow(`examples/${name}`, readFileSync(`examples/${name}`, 'utf8')));
}

/** The workflows that a page shows whole: blocks of YAML with jobs. */
export function workflowsOf(page: string): readonly Workflow[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
  return blocks.filter(text => /^jobs:/m.test(text)).map((text, at) => workflow(`${page} (${at + 1})`, text));
}

/** The blocks of YAML of a page, read. */
export function yamlBlocksOf(page: string): readonly unknown[] {
  return [...readFileSync(page, 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => parse(text));
}

function workflow(place: string, text: string): Workflow {
  return { ...(parse(text) as Workflow), place, text };
}
