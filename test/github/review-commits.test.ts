import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeInputs } from '../../src/github/inputs.js';
import { reviewCommits, type Reviewed } from '../../src/github/review-commits.js';
import { verdictSentence } from '../../src/report/headline.js';
import { nothingGiven, review } from '../../src/review.js';
import { readReviewSettings } from '../../src/settings/read-settings.js';
import { InputError } from '../../src/source/problem.js';
import { filesOfRevision } from '../../src/source/side-files.js';
import { readRevisions } from '../../src/source/side.js';
import { temporaryFolder, temporaryRepository } from '../source/temporary-folder.js';

const today = '2026-11-22';
const entry = (name: string, more = '') =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: ${name}, namespace: shop }\n` +
  `spec:\n  hosts: [${name}.example]\n  ports: [{ number: 443, name: tcp, protocol: TCP }]\n  resolution: DNS\n${more}`;
const shop = 'apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { istio-injection: enabled } }\n';
const waiver =
  'waivers:\n  - { rule: traffic-captured, subject: { port: 443 }, reason: Anna agreed, expires: 2020-01-31 }\n';
const settings = '.github/egress-review.yaml';

const repository = temporaryRepository({});
const workspace = temporaryFolder({ 'cluster.yaml': shop });
afterAll(() => (repository.remove(), workspace.remove()));

type Files = Readonly<Record<string, string>>;

/** The id of a commit that holds these files; an empty text is a submodule. */
function commitOf(files: Files): string {
  const root = repository.git('rev-parse', 'HEAD');
  const rows = Object.entries(files).map(([path, text]) =>
    text === '' ? `M 160000 ${root} ${path}\n` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  const stream = `commit refs/heads/made\ncommitter A <a@example.com> 0 +0000\ndata 0\ndeleteall\n${rows.join('')}\n`;
  repository.give(Buffer.from(stream), 'fast-import', '--quiet', '--force');
  return repository.git('rev-parse', 'refs/heads/made');
}

function reviewed(base: Files | null, head: Files, given: Readonly<Record<string, string>> = {}): Reviewed {
  const commits = { base: base === null ? null : commitOf(base), head: commitOf(head) };
  const inputs = decodeInputs(name => given[name] ?? '');
  return reviewCommits(commits, inputs, { repository: repository.path, workspace: workspace.path, today });
}

const mesh = { 'shop.yaml': shop, 'pay.yaml': entry('pay') };

describe('whether a change is relevant', () => {
  // prettier-ignore
  const rows: [what: string, base: Files, head: Files, given: Record<string, string>, isRelevant: boolean][] = [
    ['text alone is not',                            mesh, { ...mesh, 'README.md': 'x' },                    {}, false],
    ['nothing at all is not',                        mesh, mesh,                                             {}, false],
    ['a manifest is',                                mesh, { ...mesh, 'web.yaml': entry('web') },            {}, true],
    ['one that is deleted is',                       mesh, { 'shop.yaml': shop },                            {}, true],
    ['one outside the paths of the input is not',    mesh, { ...mesh, 'x/web.yaml': entry('web') },          { paths: 'pay.yaml' }, false],
    ['one outside the paths of the settings is not', { ...mesh, [settings]: 'paths: [pay.yaml]' }, { ...mesh, [settings]: 'paths: [pay.yaml]', 'x/web.yaml': entry('web') }, {}, false],
    ['the paths of head do not count',               mesh, { ...mesh, [settings]: 'paths: [pay.yaml]', 'x/web.yaml': entry('web') }, {}, true],
    ['the settings are',                             mesh, { ...mesh, [settings]: 'failOn: never' },         {}, true],
    ['settings with the ending that is not read are', mesh, { ...mesh, '.github/egress-review.yml': 'failOn: never' }, { paths: 'pay.yaml' }, true],
    ['settings that the input names are',            { ...mesh, 'a.txt': 'failOn: error' }, { ...mesh, 'a.txt': 'failOn: never' }, { config: './a.txt' }, true],
    ['hosts in use that the settings name are',      { ...mesh, [settings]: 'hostsInUse: { file: h.csv }', 'h.csv': 'shop,a.example,443' }, { ...mesh, [settings]: 'hostsInUse: { file: h.csv }', 'h.csv': 'shop,b.example,443' }, {}, true],
    ['MeshConfig that the settings name is',         { ...mesh, [settings]: 'istio: { meshConfig: m.txt }', 'm.txt': 'outboundTrafficPolicy: { mode: ALLOW_ANY }' }, { ...mesh, [settings]: 'istio: { meshConfig: m.txt }', 'm.txt': 'outboundTrafficPolicy: { mode: REGISTRY_ONLY }' }, {}, true],
    ['MeshConfig that the input names is',           { ...mesh, 'm.txt': 'outboundTrafficPolicy: { mode: ALLOW_ANY }' }, { ...mesh, 'm.txt': 'outboundTrafficPolicy: { mode: REGISTRY_ONLY }' }, { 'mesh-config': 'm.txt' }, true],
    ['a snapshot of the repository is',              { ...mesh, 'c.txt': shop }, { ...mesh, 'c.txt': `${shop}# x\n` }, { snapshot: 'c.txt' }, true],
    ['a submodule is',                               mesh, { ...mesh, vendor: '' },                          {}, true],
    ['waivers make every change one',                { ...mesh, [settings]: waiver }, { ...mesh, [settings]: waiver, 'README.md': 'x' }, {}, true],
    ['so do faults of the settings',                 { ...mesh, [settings]: 'failOn: no' }, { ...mesh, [settings]: 'failOn: no', 'README.md': 'x' }, {}, true],
    ['and another release of Istio',                 mesh, { ...mesh, 'README.md': 'x' },                    { 'istio-version': '1.29', 'upgrade-to': '1.30' }, true],
  ];

  test.each(rows)('%s', (_what, base, head, given, isRelevant) => {
    expect(reviewed(base, head, given).isRelevant).toBe(isRelevant);
  });

  test('a waiver past its date is an error in every change', () => {
    const { review: found } = reviewed({ ...mesh, [settings]: waiver }, { ...mesh, [settings]: waiver, 'a.md': 'x' });
    expect(found.findings.map(({ rule }) => rule)).toEqual(['waiver-expired']);
  });
});

describe('no error hides behind a change that does not matter', () => {
  const text = { ...mesh, 'README.md': 'x' };
  // prettier-ignore
  const rows: [what: string, base: Files, head: Files, given: Record<string, string>, said: string][] = [
    ['paths that name nothing',        mesh, text, { paths: 'no/such' },           "input `paths`: no Kubernetes manifest in"],
    ['paths that name no manifest',    { ...mesh, 'x/a.yaml': 'a: b' }, { ...text, 'x/a.yaml': 'a: b' }, { paths: 'x' }, "no Kubernetes manifest in"],
    ['a release that nobody knows',    mesh, text, { 'istio-version': '1.2' },     "input `istio-version`: Istio version '1.2'"],
    ['a flag that decides nothing',    mesh, text, { 'istio-flags': 'A=true' },    "input `istio-flags`: feature flag 'A'"],
    ['MeshConfig that is not there',   mesh, text, { 'mesh-config': 'm.yaml' },    "input `mesh-config`: there is no file 'm.yaml'"],
    ['a snapshot that is not there',   mesh, text, { snapshot: 'c.yaml' },         "input `snapshot`: there is no file 'c.yaml'"],
    ['settings that are not there',    mesh, text, { config: 'c.yaml' },           "input `config`: there is no file 'c.yaml'"],
    ['a pattern that leads out',       mesh, text, { paths: '../x' },              "path '../x' leads out"],
  ];

  test.each(rows)('%s', (_what, base, head, given, said) => {
    expect(() => reviewed(base, head, given)).toThrow(said);
  });
});

describe('a release that nobody knows', () => {
  const newer = (release: string) =>
    `Istio ${release} is newer than any release that is known here: the rules of 1.30.3 are taken, and what is otherwise since then is known in part only`;
  // prettier-ignore
  const rows: [what: string, given: Record<string, string>, cautions: string[]][] = [
    ['is said before the verdict',                 { 'istio-version': '1.99' },                         [newer('1.99')]],
    ['also where it is to come',                   { 'istio-version': '1.30', 'upgrade-to': '1.99.1' }, [newer('1.99.1')]],
    ['and is not one whose minor release is known', { 'istio-version': '1.30.99' },                     []],
  ];

  test.each(rows)('%s', (_what, given, cautions) => {
    expect(reviewed(mesh, { ...mesh, 'web.yaml': entry('web') }, given).review.cautions).toEqual(cautions);
  });
});

describe('a whole repository', () => {
  test('is compared with nothing: all that it holds counts as added', () => {
    const { review: found, isRelevant } = reviewed(null, mesh);
    expect(isRelevant).toBe(true);
    expect(found.base).toEqual({ nothing: true });
    expect(found.findings.map(({ rule }) => rule)).toContain('traffic-captured');
    expect(verdictSentence(found)).toContain(
      'Compared with a mesh that has no manifests (“before”), so all that is wrong today is listed as new. ' +
        '2 resources affect 1 of 1 workload group',
    );
    expect(found.assumptions[0]).toMatch(/^compared with nothing: all that the manifests say counts as added/);
  });

  test('goes by its own settings', () => {
    const off = `${waiver.replace('2020', '2999')}failOn: warning\n`;
    const { review: found } = reviewed(null, { ...mesh, [settings]: off });
    expect([found.waived.map(({ rule }) => rule), found.failOn]).toEqual([['traffic-captured'], 'warning']);
  });

  test('may have nothing that matters', () => {
    const { review: found } = reviewed(null, { 'README.md': 'x' });
    expect(verdictSentence(found)).toBe('Egress review: nothing here decides outbound traffic.');
  });

  test('has to hold what the paths name', () => {
    expect(() => reviewed(null, mesh, { paths: 'no/such' })).toThrow('no Kubernetes manifest in');
  });
});

describe('another release of Istio', () => {
  const releases = { 'istio-version': '1.20', 'upgrade-to': '1.24' };

  test('is reviewed at head, with the settings of base', () => {
    const { review: found } = reviewed(
      { ...mesh, [settings]: 'failOn: never' },
      { ...mesh, [settings]: 'failOn: error' },
      releases,
    );
    expect(found.upgrade).toMatchObject({ from: expect.stringMatching(/^1\.20/), to: expect.stringMatching(/^1\.24/) });
    expect(found.failOn).toBe('never');
    expect(found.summary.resources).toBe(0);
  });

  test('is compared with the one that the settings say', () => {
    const files = { ...mesh, [settings]: "istio: { version: '1.20' }" };
    const { review: found } = reviewed(null, files, { 'upgrade-to': '1.24' });
    expect(found.upgrade?.from).toMatch(/^1\.20/);
  });

  test('has to be compared with one that somebody names', () => {
    expect(() => reviewed(null, mesh, { 'upgrade-to': '1.24' })).toThrow('give the input `istio-version`');
  });
});

test('a snapshot that an earlier step made is read from the folder of the job', () => {
  const { review: found } = reviewed(
    { 'pay.yaml': entry('pay') },
    { 'pay.yaml': entry('pay', '  exportTo: ["."]\n') },
    { snapshot: 'cluster.yaml' },
  );
  expect(found.summary.groups).toBe(1);
});

/** What may stand at some paths: manifests, what names them, what is read by name, and what nobody reads. */
const contents: Readonly<Record<string, readonly string[]>> = {
  'shop.yaml': [shop],
  'apps/pay.yaml': [entry('pay'), entry('pay', '  exportTo: ["."]\n'), 'broken: ['],
  'apps/web.yaml': [entry('web'), entry('pay')],
  'apps/kustomization.yaml': [
    'namespace: shop\nresources: [pay.yaml]\n',
    'namePrefix: x-\nresources: [../other/out.yaml]\n',
  ],
  'other/out.yaml': [entry('out'), entry('out').replace(', namespace: shop', '')],
  'chart/Chart.yaml': ['name: istiod\n', 'name: shop\n'],
  'chart/values.yaml': ['meshConfig: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } }\n', 'a: b\n'],
  'chart/values-prod.yaml': ['a: b\n', 'a: c\n'],
  'chart/templates/se.yaml': [entry('{{ .Values.name }}')],
  'apps/se.yaml.gotmpl': [entry('{{ .name }}')],
  'mesh/config.txt': [
    'outboundTrafficPolicy: { mode: REGISTRY_ONLY }\n',
    'outboundTrafficPolicy: { mode: ALLOW_ANY }\n',
  ],
  'hosts.csv': ['shop,out.example,443\n', 'shop,pay.example,443\n'],
  [settings]: [
    'paths: [apps]\n',
    'istio: { meshConfig: mesh/config.txt }\n',
    'hostsInUse: { file: hosts.csv }\n',
    'failOn: no\n',
    waiver,
  ],
  'README.md': ['one', 'two'],
  'src/main.go': ['one', 'two'],
  vendor: [''],
};

const file = fc
  .constantFrom(...Object.keys(contents))
  .chain(path => fc.tuple(fc.constant(path), fc.constantFrom(...(contents[path] ?? []), null)));
const tree = fc.array(file, { maxLength: 12 }).map(rows => applied({}, rows));

/** null takes the file away. */
function applied(files: Files, rows: readonly (readonly [path: string, text: string | null])[]): Files {
  const made = new Map(Object.entries(files));
  for (const [path, text] of rows) if (!(text === null ? made.delete(path) : made.set(path, text))) continue;
  return Object.fromEntries(made);
}

test('what is called irrelevant has no finding, no problem and no changed resource in a full review', () => {
  let irrelevant = 0;
  const change = fc.array(file, { maxLength: 3 });
  fc.assert(
    fc.property(tree, change, fc.constantFrom('', 'apps', 'other\nshop.yaml'), (before, rows, paths) => {
      const base = { 'shop.yaml': shop, 'apps/pay.yaml': entry('pay'), ...before };
      const head = applied(base, rows);
      const [baseId, headId] = [commitOf(base), commitOf(head)];
      const inputs = decodeInputs(name => (name === 'paths' ? paths : ''));
      const cwd = repository.path;
      const place = { repository: cwd, workspace: cwd, today };
      if (isRelevantOrRefused(() => reviewCommits({ base: baseId, head: headId }, inputs, place))) return;

      irrelevant += 1;
      const files = { base: filesOfRevision(baseId, cwd), head: filesOfRevision(headId, cwd) };
      const read = readReviewSettings(files, null, today);
      const asked = inputs.paths.length > 0 ? inputs.paths : read.inForce.settings.paths;
      const full = review({
        ...readRevisions(baseId, headId, { cwd, paths: asked }),
        given: nothingGiven,
        settings: read,
      });
      expect([full.findings, full.waived, full.problems, full.improvements, full.changes]).toEqual([
        [],
        [],
        [],
        [],
        [],
      ]);
      expect(full.summary.resources).toBe(0);
    }),
    { numRuns: 30 },
  );
  expect(irrelevant).toBeGreaterThan(3);
});

/** What is refused, as paths that name nothing are, is no green check either. */
function isRelevantOrRefused(asked: () => Reviewed): boolean {
  try {
    return asked().isRelevant;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}
