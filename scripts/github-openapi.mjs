/**
 * Gets GitHub's own description of its REST API for the tests and keeps the operations that they serve. The package is
 * large (28 MB packed, 400 MB unpacked), so it is neither a dependency nor in the repository: what is left of it stands
 * below node_modules/.cache, under a name that changes with what is asked of it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { prune } from './prune-openapi.mjs';

const name = '@octokit/openapi';
const version = '23.0.2';
const integrity = 'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==';

/** The operations that the fake GitHub serves, by GitHub's names for them. */
const operations = [
  'issues/create-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create-reply-for-review-comment',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-comments-for-review',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/list-reviews',
  'pulls/update-review-comment',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-commit',
  'repos/list-pull-requests-associated-with-commit',
];

/** The payloads that start a job, by GitHub's names for the webhooks. */
const webhooks = [
  'merge-group-checks-requested',
  'pull-request-opened',
  'pull-request-reopened',
  'pull-request-synchronize',
  'push',
  'workflow-dispatch',
  'workflow-run-completed',
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'istio-egress-review');
const asked = createHash('sha256')
  .update(JSON.stringify([operations, webhooks]))
  .update(readFileSync(join(root, 'scripts', 'prune-openapi.mjs')))
  .digest('hex')
  .slice(0, 12);

/** Where the pruned description stands once this script has run. */
export const openapiFile = join(cache, `api.github.com-${version}-${asked}.json`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    if (!existsSync(openapiFile)) await make();
  } catch (error) {
    const [reason] = `${error.stderr ?? ''}${error.message}`
      .split('\n')
      .filter(line => !/^npm (warn|error code)/.test(line));
    console.error(
      `The tests need GitHub's description of its REST API, the package ${name}@${version} (28 MB), and it cannot be ` +
        `had from the registry that npm is configured for: ${reason}`,
    );
    process.exitCode = 1;
  }
}

/** Works aside and renames at the end, so that two runs at once do not meet. */
async function make() {
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'making-'));
  try {
    const started = Date.now();
    const description = await unpack(await download(aside), aside);
    const made = join(aside, basename(openapiFile));
    await writeFile(made, JSON.stringify(prune(description, operations, webhooks)));
    await rename(made, openapiFile);
    console.log(`fetched ${name}@${version} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } finally {
    await rm(aside, { recursive: true });
  }
}

async function download(folder) {
  const arguments_ = ['pack', `${name}@${version}`, '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', arguments_);
  const tarball = join(folder, JSON.parse(stdout)[0].filename);
  const found = `sha512-${createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64')}`;
  if (found !== integrity) throw new Error(`its integrity is ${found}, expected ${integrity}`);
  return tarball;
}

async function unpack(tarball, folder) {
  const member = 'package/generated/api.github.com.json';
  await run('tar', ['-xzf', tarball, '-C', folder, member]);
  return JSON.parse(await readFile(join(folder, member), 'utf8'));
}

async function run(command, arguments_) {
  return promisify(execFile)(command, arguments_, { maxBuffer: 64 * 1024 ** 2 });
}
