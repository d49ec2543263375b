import { spawn, type ChildProcess } from 'node:child_process';
import { gitEnvironment, gitLine, type Setting } from './git.js';
import { type InputError, inputError } from './problem.js';

/** Where commits are fetched from. */
export interface Remote {
  /** `https://github.com/owner/name` */
  readonly url: string;
  /** Empty where there is none: a public repository needs none. */
  readonly token: string;
  /** What a user can do so that nothing has to be fetched, for errors, like `clone it first`; null for nothing. */
  readonly otherwise: string | null;
}

/** How long a fetch may take; the defaults suit a repository of a million files. */
export interface FetchLimits {
  /** Seconds for one attempt as a whole. */
  readonly whole: number;
  /** Seconds without a kilobyte. */
  readonly stalled: number;
}

const usual: FetchLimits = { whole: 300, stalled: 30 };

/**
 * Fetches refspecs or ids of commits, one deep, into the repository of a folder: false where the server has no such thing. What
 * failed on the way is asked for a second time.
 *
 * The token goes by the environment, so that no list of processes shows it, and stands in no error. That takes a Git that
 * {@link requireFetchingGit} lets pass.
 *
 * @throws InputError when the server refuses, or cannot be reached twice.
 */
export async function fetchInto(
  folder: string,
  wanted: readonly string[],
  remote: Remote,
  limits = usual,
): Promise<boolean> {
  const { origin } = requireHttp(remote.url);
  const first = await attempt(folder, wanted, remote, origin, limits);
  const last =
    first === null || kindOf(first) !== 'failed' ? first : await attempt(folder, wanted, remote, origin, limits);
  if (last === null) return true;
  if (kindOf(last) === 'absent') return false;
  throw fetchError(wanted, remote, last);
}

/**
 * Older ones ignore what the environment says of their configuration: the token, and that nothing is to run.
 *
 * @throws InputError when Git is not 2.31 or newer.
 */
export function requireFetchingGit(folder: string, { otherwise }: Pick<Remote, 'otherwise'>): void {
  const version = gitLine(folder, ['version']) ?? '';
  const [, major = 0, minor = 0] = /^git version (\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  if (major > 2 || (major === 2 && minor >= 31)) return;
  throw inputError(
    'unreadable',
    `'${version}' cannot be trusted to fetch commits: install Git 2.31 or newer${orElse(otherwise)}`,
  );
}

function requireHttp(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed !== null && /^https?:$/.test(parsed.protocol)) return parsed;
  throw inputError('unreadable', `commits cannot be fetched from '${url}', expected a server behind https`);
}

/** What Git said of its failure; null where it succeeded. */
async function attempt(
  folder: string,
  wanted: readonly string[],
  { url, token }: Remote,
  origin: string,
  limits: FetchLimits,
): Promise<string | null> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const options = ['--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];
  const args = ['--git-dir=.git', 'fetch', ...options, '--end-of-options', url, ...wanted];
  const environment = fetchEnvironment(origin, token === '' ? null : basic, limits);
  const fault = await run(folder, args, environment, limits.whole);
  return fault === null || token === '' ? fault : fault.replaceAll(basic, '***').replaceAll(token, '***');
}

function fetchEnvironment(origin: string, basic: string | null, { stalled }: FetchLimits): NodeJS.ProcessEnv {
  const header = `http.${origin}/.extraheader`;
  const settings: readonly Setting[] = [
    // An empty value takes back what files of configuration say: two such headers are one too many for GitHub.
    [header, ''],
    ...(basic === null ? [] : [[header, `AUTHORIZATION: basic ${basic}`] as const]),
    ['credential.helper', ''],
    // No answer decides which server is asked.
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', String(stalled)],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
  ];
  const given = Object.entries(gitEnvironment(settings)).filter(([name]) => !tellsOrMoves.test(name));
  return { ...Object.fromEntries(given), GIT_ALLOW_PROTOCOL: 'http:https', GIT_ASKPASS: '' };
}

/** What would print the token, or let Git work on another repository. */
const tellsOrMoves =
  /^GIT_(?:TRACE|CURL_VERBOSE|DIR$|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|(?:ALTERNATE_)?OBJECT_DIR)/;

function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv, seconds: number): Promise<string | null> {
  return new Promise((done, fail) => {
    // A group of its own, so that the program that talks to the server ends with Git.
    const git = spawn('git', args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let said = '';
    const timer = setTimeout(() => {
      endGroup(git);
      // What left the group may hold the output open, and with it this process.
      git.stderr.destroy();
      git.unref();
      done(`no end after ${seconds} seconds`);
    }, seconds * 1000);
    git.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, 100_000)));
    git.on('error', cause => {
      clearTimeout(timer);
      fail(inputError('unreadable', `git could not be run (${cause.message}): install git`, cause));
    });
    git.on('close', status => {
      clearTimeout(timer);
      done(status === 0 ? null : said.trim() || `git ended with status ${String(status)}`);
    });
  });
}

function endGroup(git: ChildProcess): void {
  try {
    if (git.pid !== undefined) process.kill(-git.pid, 'SIGKILL');
  } catch {
    // Windows knows no groups, and one that is empty is none.
    git.kill('SIGKILL');
  }
}

/** Whether the server has no such thing, refuses, is not the one that is asked, or something failed on the way. */
function kindOf(said: string): 'absent' | 'refused' | 'elsewhere' | 'failed' {
  if (/transport '[^']*' not allowed/.test(said)) return 'elsewhere';
  if (/not our ref|couldn't find remote ref|unadvertised object/i.test(said)) return 'absent';
  const refused =
    /returned error: (?:401|403|404)|authentication failed|could not read (?:username|password)|not found/i;
  return refused.test(said) ? 'refused' : 'failed';
}

function fetchError(wanted: readonly string[], { url, otherwise }: Remote, said: string): InputError {
  const lines = said.split('\n').map(line => line.trim().replace(/^(?:fatal|error|remote):(?: |$)/, ''));
  const reason = lines
    .filter(line => line !== '')
    .join('; ')
    .slice(0, 500);
  const names = wanted.map(nameOf).join(' and ');
  return inputError(
    'unreadable',
    `${names} could not be fetched from ${url} (${reason}): ${toDo(said)}${orElse(otherwise)}`,
  );
}

/** What a refspec fetches, without where it is kept here. */
function nameOf(refspec: string): string {
  return refspec.replace(/^\+/, '').split(':', 1).join('');
}

function toDo(said: string): string {
  const rights = 'give the job `permissions: contents: read`';
  switch (kindOf(said)) {
    case 'refused':
      return isUnknownToken(said)
        ? `the input \`token\` is empty, wrong or expired: leave it to its default, ${rights}`
        : rights;
    case 'elsewhere':
      return 'the configuration of Git on this runner puts another address in its place; take `url.<address>.insteadOf` out of it';
    default:
      return 'run the job again';
  }
}

/** The server wants to know who asks: what a token may do is not its question yet. */
function isUnknownToken(said: string): boolean {
  return /returned error: 401|authentication failed|could not read (?:username|password)/i.test(said);
}

function orElse(otherwise: string | null): string {
  return otherwise === null ? '' : `, or ${otherwise}`;
}
