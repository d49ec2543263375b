import { spawnSync } from 'node:child_process';
import { inputError } from './problem.js';

/**
 * Settings that keep Git from running or fetching anything, whatever the repository's own configuration says:
 * only objects are read. The owner of the folder does not matter then, which containers need.
 */
const settings: readonly Setting[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['safe.directory', '*'],
  // Files of a checkout can pass for one, with a configuration of its own.
  ['safe.bareRepository', 'explicit'],
];

/** A key of Git's configuration with its value. */
export type Setting = readonly [key: string, value: string];

/** More than a listing of a million files has, and than all manifests that are read together (`MAX_ALL_BYTES`). */
export const MAX_ANSWER = 512 * 1024 * 1024;

/** What Git answered; `output` is empty where it failed. */
export interface GitAnswer {
  readonly succeeded: boolean;
  readonly output: Buffer;
  readonly error: string;
}

/**
 * Runs one Git command in a folder, without a shell.
 *
 * @throws InputError when there is no Git to run, or it answers with more than {@link MAX_ANSWER} bytes.
 */
export function runGit(cwd: string, args: readonly string[], input = ''): GitAnswer {
  const done = spawnSync('git', args, { cwd, input, env: gitEnvironment(), maxBuffer: MAX_ANSWER });
  if (done.error !== undefined && 'code' in done.error && done.error.code === 'ENOBUFS') {
    const message = `git ${args[0] ?? ''} answers with more than ${MAX_ANSWER / 1024 / 1024} MiB, which no repository of manifests needs: review a folder of it`;
    throw inputError('too-large', message, done.error);
  }
  if (done.error !== undefined) {
    const message = `git could not be run in '${cwd}' (${done.error.message}): install git, or name folders instead of revisions`;
    throw inputError('unreadable', message, done.error);
  }
  const succeeded = done.status === 0;
  return { succeeded, output: succeeded ? done.stdout : Buffer.of(), error: done.stderr.toString('utf8').trim() };
}

/**
 * What Git answered.
 *
 * @throws InputError when it failed: an empty answer must not pass for an empty repository.
 */
export function gitOutput(cwd: string, args: readonly string[], input = ''): Buffer {
  const { succeeded, output, error } = runGit(cwd, args, input);
  if (succeeded) return output;
  const reason = /^fatal: (.*)$/m.exec(error)?.[1] ?? error;
  const isPartial = gitLine(cwd, ['config', '--get-regexp', '^remote\\..*\\.promisor$']) !== null;
  const hint = isPartial ? 'this clone is a partial one: clone without a filter' : "see what 'git fsck' says";
  const message = `git ${args[0] ?? ''} failed (${reason}): ${hint}`;
  throw inputError('unreadable', message);
}

/** The first line of what Git answered, or null where it failed or said nothing. */
export function gitLine(cwd: string, args: readonly string[]): string | null {
  const [line] = runGit(cwd, args).output.toString('utf8').split('\n');
  return line === undefined || line === '' ? null : line;
}

/** The environment of a Git command: that of this process, and settings that go before every file of configuration. */
export function gitEnvironment(more: readonly Setting[] = []): NodeJS.ProcessEnv {
  const given = [...settings, ...more];
  // A job may hand over some of its own this way, such as a proxy; of two the later one counts.
  const theirs = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  return {
    ...process.env,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_CONFIG_COUNT: String(theirs + given.length),
    ...Object.fromEntries(given.map(([key], index) => [`GIT_CONFIG_KEY_${theirs + index}`, key])),
    ...Object.fromEntries(given.map(([, value], index) => [`GIT_CONFIG_VALUE_${theirs + index}`, value])),
  };
}
