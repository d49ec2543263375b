/** The repository over HTTP, by Git's own `http-backend`: clone and fetch with any options, and never a push. */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Asked } from './asked.js';
import { repositoryName, type FakeOptions } from './options.js';
import { jobToken, tokenOf } from './permissions.js';
import { refuse, type Answer } from './refusal.js';

/** The part of the path behind the repository, null where the request is none of Git's. */
export function gitPathOf({ pathname }: URL): string | null {
  const found = /^\/[^/]+\/[^/]+\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.+)$/.exec(pathname);
  return found?.[1] ?? null;
}

export async function answerGit(asked: Asked, path: string, options: FakeOptions): Promise<Answer> {
  const service = asked.url.searchParams.get('service') ?? path;
  const token = tokenOf(asked.headers.authorization);
  if (token === null && options.isPublic !== true) return unauthorized;
  if (token !== null && (token !== jobToken || options.token === 'bad')) return unauthorized;
  // Git asks for files where a server does not seem to know its protocol; GitHub has none for it.
  const isFile = /^(?:HEAD|objects)/.test(path);
  const isHeld =
    !isFile &&
    asked.url.pathname.replace(`.git/${path}`, `/${path}`) === `/${repositoryName}/${path}` &&
    options.origin !== undefined;
  if (!isHeld || (options.token === 'none' && options.isPublic !== true)) {
    return refuse({ status: 404, message: 'Repository not found.' });
  }
  // What Git asks next where the answer to `info/refs` was none of its protocol.
  if (service === 'HEAD') return refuse({ status: 403, message: 'Please upgrade your git client.' });
  if (service === 'git-receive-pack')
    return refuse({ status: 403, message: 'Write access to repository not granted.' });
  return runBackend(asked, path, options.origin ?? '');
}

const unauthorized = refuse({
  status: 401,
  message: 'Authentication failed',
  headers: { 'www-authenticate': 'Basic realm="GitHub"' },
});

function runBackend({ method, url, headers, bytes }: Asked, path: string, origin: string): Promise<Answer> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    ...{ GIT_PROJECT_ROOT: gitFolderOf(origin), GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: `/${path}` },
    ...{ REQUEST_METHOD: method, QUERY_STRING: url.search.slice(1), CONTENT_LENGTH: String(bytes.length) },
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
    // As GitHub's servers are configured: any commit may be asked for by its id, and without its blobs.
    ...config({ 'uploadpack.allowAnySHA1InWant': 'true', 'uploadpack.allowFilter': 'true' }),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(backend, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject).on('close', () => resolve(decodeCgi(Buffer.concat(chunks))));
    // It may answer before it has read all.
    child.stdin.on('error', () => {}).end(bytes);
  });
}

const backend = join(git('.', '--exec-path'), 'git-http-backend');
const gitFolders = new Map<string, string>();

/** Asked once: the folder of a repository stays where it is. */
function gitFolderOf(origin: string): string {
  const folder = gitFolders.get(origin) ?? git(origin, 'rev-parse', '--absolute-git-dir');
  gitFolders.set(origin, folder);
  return folder;
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
}

/** CGI: headers with the status among them, an empty line, the body. */
function decodeCgi(output: Buffer): Answer {
  const end = output.indexOf('\r\n\r\n');
  const rows = output.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    rows.map(row => [row.slice(0, row.indexOf(':')).toLowerCase(), row.slice(row.indexOf(':') + 1).trim()]),
  );
  const { status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), data: null, bytes: output.subarray(end + 4), headers: others };
}

function config(values: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(Object.keys(values).length), ...Object.fromEntries(pairs) };
}
