import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { tempFolder } from '../../cli/temp-folder.js';
import { ask } from './client.js';
import { startFakeGitHub, type FakeGitHub, type FakeOptions } from './fake-github.js';
import { jobToken } from './permissions.js';
import { pullRequestRepository } from './pull-request-repository.js';

const folder = tempFolder();
folder.write('base/a.yaml', 'kind: Service\n');
folder.write('head/a.yaml', 'kind: Service\nspec: {}\n');
folder.write('next/a.yaml', 'kind: Sidecar\n');
folder.write('main/a.yaml', 'kind: Service\n');
folder.write('main/b.yaml', 'kind: Gateway\n');
const repository = pullRequestRepository(`${folder.path}/base`, `${folder.path}/head`);
const { baseSha, headSha, mergeSha, files, origin } = repository;
let github: FakeGitHub | null = null;

async function start(given: Partial<FakeOptions> = {}): Promise<FakeGitHub> {
  github = await startFakeGitHub({ number: 7, headSha, baseSha, files, origin, token: 'write', ...given });
  return github;
}

afterEach(async () => {
  await github?.close();
  github = null;
});

afterAll(() => {
  repository.remove();
  folder.remove();
});

/** Runs git with a token, or without one, and gives what it printed; the fake runs in this process, so it must not wait. */
async function git(cwd: string, token: string | null, ...args: string[]): Promise<string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = token === null ? [] : ['-c', `http.extraheader=AUTHORIZATION: basic ${basic}`];
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', GIT_TERMINAL_PROMPT: '0' },
    ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
  };
  const { stdout } = await promisify(execFile)('git', [...header, ...args], { cwd, env });
  return stdout.trim();
}

/** Fetches one commit, one deep, into a bare repository of its own. */
async function fetchOne({ url }: FakeGitHub, commit: string, token: string | null, ...options: string[]) {
  const bare = tempFolder();
  try {
    await git(bare.path, null, 'init', '--quiet', '--bare');
    await git(bare.path, token, 'fetch', '--quiet', '--depth=1', ...options, `${url}/shop/manifests`, commit);
    return await git(bare.path, null, 'rev-list', '--objects', '--missing=print', commit);
  } finally {
    bare.remove();
  }
}

describe('the repository', () => {
  test.each([
    ['a branch', 'change'],
    ['a commit', headSha],
    ['the merge commit of the pull request', 'refs/pull/7/merge'],
  ])('is fetched by %s', async (_what, wanted) => {
    const server = await start();
    const bare = tempFolder();
    await git(bare.path, null, 'init', '--quiet', '--bare');
    await git(bare.path, jobToken, 'fetch', '--quiet', '--depth=1', `${server.url}/shop/manifests.git`, wanted);
    expect(await git(bare.path, null, 'show', 'FETCH_HEAD:a.yaml')).toBe('kind: Service\nspec: {}');
    expect(server.requests.some(request => request.endsWith('/info/refs?service=git-upload-pack'))).toBe(true);
    bare.remove();
  });

  test('is fetched without its blobs', async () => {
    const server = await start();
    expect(await fetchOne(server, headSha, jobToken, '--filter=blob:none')).toMatch(/^\?/m);
    expect(await fetchOne(server, headSha, jobToken)).not.toMatch(/^\?/m);
  });

  const refused: [what: string, given: Partial<FakeOptions>, token: string | null][] = [
    ['no token', {}, null],
    ['another token', {}, 'ghs_of-another-job'],
    ['another token, though anyone may read it', { isPublic: true }, 'ghs_of-another-job'],
    ['a token that has expired', { token: 'bad' }, jobToken],
    ['a token that sees nothing of it', { token: 'none' }, jobToken],
    ['a fault on the way', { faults: [{ on: 'git info/refs', instead: { status: 502, message: 'no' } }] }, jobToken],
    ['a pack that breaks off', { faults: [{ on: 'git git-upload-pack', after: 'half an answer' }] }, jobToken],
  ];

  test.each(refused)('is not to be had with %s', async (_what, given, token) => {
    await expect(fetchOne(await start(given), headSha, token)).rejects.toThrow('git');
  });

  test('needs no token where anyone may read it', async () => {
    expect(await fetchOne(await start({ isPublic: true, token: 'none' }), headSha, null)).not.toBe('');
  });

  test('takes no push', async () => {
    const { url } = await start();
    const push = git(origin, jobToken, 'push', `${url}/shop/manifests`, 'main:topic');
    await expect(push).rejects.toThrow('403');
  });
});

describe('of its commits', () => {
  test('REST tells the parents', async () => {
    const server = await start();
    const [main, merge] = [await ask(server, 'GET /commits/main'), await ask(server, `GET /commits/${mergeSha}`)];
    expect(main.data).toMatchObject({ sha: baseSha, parents: [] });
    expect(merge.data).toMatchObject({ parents: [{ sha: baseSha }, { sha: headSha }] });
    expect((await ask(server, 'GET /commits/no-such-branch')).status).toBe(422);
  });

  test('REST finds the merge base, and how far each side is from it', async () => {
    const moved = repository.pushBase(`${folder.path}/main`);
    const server = await start();
    const { data } = await ask(server, 'GET /compare/main...sara:change');
    expect(data).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1, merge_base_commit: { sha: baseSha } });
    expect(moved.baseSha).not.toBe(baseSha);
    expect((await ask(server, 'GET /compare/main...no-such-branch')).status).toBe(404);
  });

  test('a push gives the pull request another head, and its diff', async () => {
    const { headSha: next, files: changed } = repository.push(`${folder.path}/next`);
    const server = await start();
    server.setHead(next, changed);
    const [pull, listed] = [await ask(server, 'GET /pulls/7'), await ask(server, 'GET /pulls/7/files')];
    expect(pull.data).toMatchObject({ head: { sha: next } });
    expect(listed.data).toMatchObject([{ filename: 'a.yaml', additions: 1, deletions: 1 }]);
  });
});
