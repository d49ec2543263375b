import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface TemporaryFolder {
  readonly path: string;
  /** Writes files, with the folders above them. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  /** Runs Git in the folder, whatever the configuration of the user who runs the tests. */
  git(...args: readonly string[]): string;
  /** The same with something to read. */
  give(input: Buffer, ...args: readonly string[]): string;
  /** Commits everything and gives the commit. */
  commit(): string;
  remove(): void;
}

/** A folder that holds these files until it is removed. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'source-')));
  const folder: TemporaryFolder = {
    path,
    write(written) {
      for (const [name, content] of Object.entries(written)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    git: (...args) => folder.give(Buffer.of(), ...args),
    give: (input, ...args) =>
      execFileSync('git', args, { cwd: path, env: gitEnvironment, encoding: 'utf8', input }).trim(),
    commit() {
      folder.git('add', '--all');
      folder.git('commit', '--quiet', '--allow-empty', '--message', 'a change');
      return folder.git('rev-parse', 'HEAD');
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
  folder.write(files);
  return folder;
}

/** The same as a Git repository, its files committed. */
export function temporaryRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const folder = temporaryFolder(files);
  folder.git('init', '--quiet', '--initial-branch', 'main');
  folder.commit();
  return folder;
}

const gitEnvironment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};
