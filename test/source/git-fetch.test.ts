import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fetchInto } from '../../src/source/git-fetch.js';
import { startGitServer, type GitServer, type Trouble } from './git-server.js';
import { withGit } from './other-git.js';
import { temporaryFolder, temporaryRepository, type TemporaryFolder } from './temporary-folder.js';

const token = 'ghs_of-this-job';
const otherwise = 'clone it first';
const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
let origin: TemporaryFolder;
let first: string;
let second: string;
let own: TemporaryFolder;
let server: GitServer | undefined;

beforeAll(() => {
  origin = temporaryRepository({ 'a.yaml': 'a: b\n' });
  first = origin.git('rev-parse', 'HEAD');
  origin.write({ 'b.yaml': 'b: c\n' });
  second = origin.commit();
});
afterAll(() => origin.remove());
afterEach(async () => {
  own.remove();
  await server?.close();
});

async function fetchFrom(
  troubles: readonly Trouble[],
  wanted: readonly string[],
  limits?: { whole: number; stalled: number },
) {
  own = temporaryFolder();
  own.git('init', '--quiet', '.');
  server = await startGitServer(origin.path, troubles);
  return fetchInto(own.path, wanted, { url: server.url, token, otherwise }, limits);
}

test('brings exactly the commits that are asked for, with all their files', async () => {
  expect(await fetchFrom([], [first, second])).toBe(true);
  expect(own.git('ls-tree', '-r', '--name-only', second)).toBe('a.yaml\nb.yaml');
  expect(own.git('rev-list', second)).toBe(second);
});

test('brings one commit without those before it', async () => {
  expect(await fetchFrom([], [second])).toBe(true);
  expect(() => own.git('cat-file', '-e', first)).toThrow();
});

test('brings what a reference names', async () => {
  expect(await fetchFrom([], ['+refs/heads/main:refs/fetched/main'])).toBe(true);
  expect(own.git('rev-parse', 'refs/fetched/main')).toBe(second);
});

test.each(['f'.repeat(40), '+refs/pull/7/merge:refs/fetched/merge'])(
  'knows that the server has no %s',
  async wanted => {
    expect(await fetchFrom([], [wanted])).toBe(false);
  },
);

test('sends the token, once, as actions/checkout does', async () => {
  await fetchFrom([], [first]);
  expect(new Set(server?.authorizations)).toEqual(new Set([`basic ${basic}`]));
});

test('sends none where there is none', async () => {
  own = temporaryFolder();
  own.git('init', '--quiet', '.');
  server = await startGitServer(origin.path);
  expect(await fetchInto(own.path, [first], { url: server.url, token: '', otherwise })).toBe(true);
  expect(new Set(server.authorizations)).toEqual(new Set([null]));
});

test('keeps the token out of the arguments of what it runs', async () => {
  const { PATH: path = '' } = process.env;
  await withGit(`echo "$@" >> "\${0%/*}/arguments"\nPATH='${path}' exec git "$@"`, async folder => {
    expect(await fetchFrom([], [first])).toBe(true);
    const asked = readFileSync(`${folder}/arguments`, 'utf8');
    expect(asked).toMatch(new RegExp(`^--git-dir=.git fetch .* --end-of-options http://\\S+ ${first}$`, 'm'));
    expect(asked).not.toMatch(new RegExp(`${token}|${basic}`));
  });
});

test('keeps the token out of errors, whatever Git is told to trace', async () => {
  const { env } = process;
  process.env = { ...env, GIT_TRACE: '2', GIT_TRACE_CURL: '2', GIT_TRACE_REDACT: '0' };
  try {
    await expect(fetchFrom([403], [first])).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(new RegExp(`${token}|${basic}|trace|curl`)) }),
    );
  } finally {
    process.env = env;
  }
});

describe('trouble on the way', () => {
  test.each<Trouble>([500, 503, 429, 'hang up'])('is met by asking a second time: %s', async trouble => {
    expect(await fetchFrom([trouble], [first])).toBe(true);
  });

  test('ends a fetch that gets no answer, and the second one succeeds', async () => {
    expect(await fetchFrom(['silence'], [first], { whole: 1, stalled: 30 })).toBe(true);
  });

  // What it left behind holds its output open, from a group of processes that does not end with it.
  test.each([
    ['runs', 'wait'],
    ['is gone', 'exit 0'],
  ])('ends a fetch that leaves a process behind, where Git itself %s', async (_what, then) => {
    own = temporaryFolder();
    const fetching = () =>
      fetchInto(own.path, [first], { url: 'http://127.0.0.1:9', token, otherwise }, { whole: 0.3, stalled: 30 });
    await withGit(`setsid sleep 8 &\n${then}`, async () => {
      await expect(fetching()).rejects.toThrow('(no end after 0.3 seconds): run the job again');
    });
  });

  test('is told where the configuration of Git leads to another address', async () => {
    const config = temporaryFolder({ config: '[url "ssh://git@127.0.0.1"]\n  insteadOf = http://127.0.0.1\n' });
    const before = process.env['GIT_CONFIG_GLOBAL'];
    process.env['GIT_CONFIG_GLOBAL'] = `${config.path}/config`;
    try {
      await expect(fetchFrom([], [first])).rejects.toThrow(
        /\(transport 'ssh' not allowed\): the configuration of Git on this runner puts another address in its place; take `url\.<address>\.insteadOf` out of it, or clone it first$/,
      );
    } finally {
      if (before === undefined) delete process.env['GIT_CONFIG_GLOBAL'];
      else process.env['GIT_CONFIG_GLOBAL'] = before;
      config.remove();
    }
  });

  test('is an error the second time', async () => {
    await expect(fetchFrom([502, 502], [first])).rejects.toThrow(
      /^[0-9a-f]{40} could not be fetched from http:.* \(.*502.*\): run the job again, or clone it first$/,
    );
  });

  test('names no other way where there is none', async () => {
    own = temporaryFolder();
    own.git('init', '--quiet', '.');
    server = await startGitServer(origin.path, [502, 502]);
    await expect(fetchInto(own.path, [first], { url: server.url, token, otherwise: null })).rejects.toThrow(
      /\): run the job again$/,
    );
  });

  test('is told of the reference, not of where it is kept', async () => {
    await expect(fetchFrom([403], ['+refs/heads/main:refs/fetched/main'])).rejects.toThrow(
      /^refs\/heads\/main could not be fetched/,
    );
  });

  test.each<[status: Trouble, words: string]>([
    [401, 'the input `token` is empty, wrong or expired'],
    [403, '): give the job `permissions: contents: read`'],
  ])('says what to do about %s', async (status, words) => {
    await expect(fetchFrom([status], [first])).rejects.toThrow(words);
  });

  test.each([401, 403, 404])('is not asked for twice where the server refuses: %s', async status => {
    await expect(fetchFrom([status], [first])).rejects.toThrow('give the job `permissions: contents: read`');
    expect(server?.authorizations).toHaveLength(1);
  });
});

test.each(['ext::sh -c touch% x', 'file:///etc', '/etc', '--upload-pack=x', 'ssh://git@github.com/a/b', ''])(
  'fetches from nowhere but a server behind HTTP: %s',
  async url => {
    own = temporaryFolder();
    await expect(fetchInto(own.path, [first], { url, token, otherwise: null })).rejects.toThrow(
      `commits cannot be fetched from '${url}', expected a server behind https`,
    );
  },
);
