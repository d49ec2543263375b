import { expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

const threats = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| ') && line.includes('`test/'))
  .map(line => line.split(' | '));
const named = threats.flatMap(([threat = '', , tests = '']) =>
  [...tests.matchAll(/`(test\/[^`]+)`: `([^`]+)`/g)].map(([, file = '', title = '']) => ({ threat, file, title })),
);

test('every threat names what we do and its tests', () => {
  expect(threats.length).toBeGreaterThan(15);
  expect(threats.filter(cells => cells.length !== 3 || !/`: `/.test(cells[2] ?? ''))).toEqual([]);
});

test.each(named)('$file holds "$title"', ({ file, title }) => {
  expect(existsSync(file)).toBe(true);
  const code = readFileSync(file, 'utf8');
  expect([`'${title}'`, `"${title}"`].some(literal => new RegExp(`\\(\\s*${quoted(literal)},`).test(code))).toBe(true);
});

interface Locked {
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const workflows = readdirSync('.github/workflows').map(name => readFileSync(`.github/workflows/${name}`, 'utf8'));

test('every package has one version and its hash', () => {
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap(kind =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  expect(packages.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([]);
});

test('no package runs a script when it is installed', () => {
  expect(packages.filter(([, { hasInstallScript, dev }]) => hasInstallScript === true && dev !== true)).toEqual([]);
  const ours = ['preinstall', 'install', 'postinstall', 'prepare'].filter(name => name in (manifest['scripts'] ?? {}));
  expect(ours).toEqual([]);
  const installs = [...workflows, readFileSync('.ci/run', 'utf8')].flatMap(
    text => text.match(/npm (?:ci|i)\b.*/g) ?? [],
  );
  expect(installs.length).toBeGreaterThan(1);
  expect(installs.filter(command => !command.includes('--ignore-scripts'))).toEqual([]);
});

test('our own workflows name actions by commit and give no rights by default', () => {
  for (const text of workflows) {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, name = '']) => name);
    expect(used.filter(name => name !== './' && !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect((parse(text) as { permissions: unknown }).permissions).toEqual({});
  }
});

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
