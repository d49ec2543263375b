import { expect, test } from '@jest/globals';
import { sourceLine, spanOf } from '../../src/source/document.js';
import { readManifests } from '../../src/source/manifests.js';
import { nodeAt } from '../../src/source/node.js';
import { newManifestCache, type SourceFile } from '../../src/source/parsed-content.js';

type Files = Readonly<Record<string, string>>;

function filesOf(files: Files): readonly SourceFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text, content: text }));
}

function read(files: Files, others: readonly string[] = []) {
  return readManifests(filesOf(files), { paths: [...Object.keys(files), ...others], kustomizations: [] });
}

/** Each document by kind and name, with the line where it starts. */
function found(files: Files, others: readonly string[] = []): readonly string[] {
  return read(files, others).documents.map(document => {
    const { root, path } = document;
    const [kind, name] = [['kind'], ['metadata', 'name']].map(step => nodeAt(root, step));
    const words = [kind, name].map(node => (node?.kind === 'scalar' ? node.text : '?'));
    return `${path}:${spanOf(document, root).line} ${words.join(' ')}`;
  });
}

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

test('each document with apiVersion and kind is a manifest', () => {
  const text = `${service('a')}---\n# not one:\nreplicas: 2\n---\nkind: Service\n---\napiVersion: v1\nkind: {}\n---\n- a\n---\n${service('b')}`;
  expect(found({ 'a.yaml': text })).toEqual(['a.yaml:1 Service a', 'a.yaml:16 Service b']);
});

test('other YAML is not our business, broken or not', () => {
  const files = {
    'values.yaml': 'image: [\n',
    '.github/workflows/ci.yaml': 'on: push\njobs: {}\n',
    'tsconfig.json': '{ // a comment\n}\n',
    'playbook.yaml': '- name: {{ item }}\n',
  };
  expect(read(files)).toMatchObject({ documents: [], problems: [], unrendered: [] });
});

test('words spelled with escapes count', () => {
  expect(found({ 'a.json': '{"api\\u0056ersion": "v1", "k\\u0069nd": "Service"}' })).toEqual(['a.json:1 Service ?']);
});

test('the items of a list are manifests of their own', () => {
  const text = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: a}
- apiVersion: v1
  kind: List
  items:
  - {apiVersion: v1, kind: Service, metadata: {name: b}}
- just: values
`;
  expect(found({ 'a.yaml': text })).toEqual(['a.yaml:4 Service a', 'a.yaml:10 Service b']);
});

test('items of a list of one kind may leave out kind and apiVersion', () => {
  const text =
    'apiVersion: v1\nkind: ServiceList\nitems:\n- metadata: {name: a}\n- apiVersion: v1\n  kind: Other\n  metadata: {name: b}\n- kind: Third\n';
  expect(found({ 'a.yaml': text })).toEqual(['a.yaml:4 Service a', 'a.yaml:5 Other b']);
  const [document] = read({ 'a.yaml': text }).documents;
  expect(document && nodeAt(document.root, ['apiVersion'])).toMatchObject({ text: 'v1' });
});

test('a kind that ends in List without items is a resource', () => {
  expect(found({ 'a.yaml': 'apiVersion: x/v1\nkind: AllowList\nmetadata: {name: a}\n' })).toEqual([
    'a.yaml:1 AllowList a',
  ]);
});

test('a broken document is a problem with its place, and the rest of the file is read', () => {
  const { documents, problems } = read({
    'a.yaml': `${service('a')}---\n${service('b')}\tbroken: yes\n---\n${service('c')}`,
  });
  expect(documents.map(({ root }) => nodeAt(root, ['metadata', 'name']))).toMatchObject([{ text: 'a' }, { text: 'c' }]);
  const message = 'a tab stands where YAML allows only spaces: replace it with spaces';
  const at = { file: 'a.yaml', line: 10, column: 1, endLine: 10, endColumn: 1 };
  expect(problems).toEqual([{ code: 'yaml-syntax', message, at }]);
});

test('a key given twice names the line of the first', () => {
  const { problems } = read({ 'a.yaml': `${service('a')}spec:\n  hosts: [a]\n  ports: []\n  hosts: [b]\n` });
  expect(problems).toMatchObject([
    { message: "key 'hosts' is given twice in one mapping: keep one of them; the first is on line 6", at: { line: 8 } },
  ]);
});

type TemplateRow = readonly [what: string, text: string, isUnrendered: boolean];

const templateRows: readonly TemplateRow[] = [
  ['an action as a value', 'spec:\n  host: {{ .Values.host }}\n', true],
  ['an action within a value', 'spec:\n  host: {{ .Values.host }}-b\n', true],
  ['an action before text', 'spec:\n  host: a.{{ .Values.domain }}\n  x: {{ y }}\n', true],
  ['actions on lines of their own', '{{- if .Values.enabled }}\nspec: {}\n{{- end }}\n', true],
  ['an action that gives lines', 'spec:\n  {{- toYaml .Values.spec | nindent 2 }}\n', true],
  ['an action over lines', '{{- /* a\n comment */ -}}\nspec: {}\n', true],
  ['an action as a key', 'spec:\n  {{ .Values.key }}: a\n', true],
  ['a statement of Jinja', '{% if enabled %}\nspec: {}\n{% endif %}\n', true],
  ['an action in quotes', 'spec:\n  host: "{{ .Values.host }}"\n', false],
  ['an action in the text of a block', 'spec:\n  rule: |\n    {{ $labels.instance }} is down\n    {{- end }}\n', false],
  ['an action within a plain value', 'spec:\n  text: it is {{ $value }} now\n', false],
  ['an action in a comment', 'spec: {} # {{ .Values.x }}\n', false],
  ['a mapping in a mapping', 'spec: {a: {b: c}}\n', false],
];

test.each(templateRows)('%s', (_what, text, isUnrendered) => {
  const { documents, problems, unrendered } = read({ 'a.yaml': service('a') + text });
  expect(problems).toEqual([]);
  expect([documents.length, unrendered]).toEqual(isUnrendered ? [0, ['a.yaml']] : [1, []]);
});

test('a fault beside an action in quotes stays a fault', () => {
  const { problems, unrendered } = read({ 'a.yaml': `${service('a')}spec:\n  a: "{{ .x }}"\n  b: [\n` });
  expect(unrendered).toEqual([]);
  expect(problems).toMatchObject([{ at: { line: 7, column: 6 } }]);
});

test('below a chart any action makes a template', () => {
  const quoted = `${service('"{{ .Release.Name }}"')}`;
  const files = {
    'chart/templates/sub/a.yaml': quoted,
    'chart/templates/plain.yaml': service('plain'),
    'chart/values.yaml': 'a: 1\n',
    'templates/b.yaml': quoted,
  };
  const { unrendered, documents } = read(files, ['chart/Chart.yaml']);
  expect(unrendered).toEqual(['chart/templates/sub/a.yaml']);
  expect(documents.map(({ path }) => path)).toEqual(['chart/templates/plain.yaml', 'templates/b.yaml']);
});

test('the chart may be the whole tree', () => {
  expect(read({ 'templates/a.yaml': `${service('"{{ .x }}"')}` }, ['Chart.yaml']).unrendered).toEqual([
    'templates/a.yaml',
  ]);
});

test('what a kustomization patches with is no manifest, and the kustomization must be rendered', () => {
  const files = {
    'base/kustomization.yaml': 'resources: [service.yaml]\n',
    'base/service.yaml': service('a'),
    'prod/kustomization.yml': `resources: [../base]
patches:
- path: patches/one.yaml
- patch: |-
    - op: remove
      path: /spec
  target: {kind: Service}
patchesStrategicMerge:
- two.yaml
- |-
  apiVersion: v1
patchesJson6902:
- {path: ./three.yaml, target: {kind: Service}}
`,
    'prod/patches/one.yaml': service('a'),
    'prod/two.yaml': service('a'),
    'prod/three.yaml': service('a'),
    'prod/four.yaml': service('four'),
  };
  const { documents, unrendered } = read(files);
  expect(documents.map(({ path }) => path)).toEqual(['base/service.yaml', 'prod/four.yaml']);
  expect(unrendered).toEqual(['prod/kustomization.yml', 'prod/patches/one.yaml', 'prod/two.yaml', 'prod/three.yaml']);
});

test('a kustomization outside the files that are read names patches too', () => {
  const kustomizations = filesOf({ 'a/kustomization.yaml': 'patches: [{path: patch.yaml}]\n' });
  const manifests = readManifests(filesOf({ 'a/patch.yaml': service('a') }), { paths: [], kustomizations });
  expect([manifests.documents, manifests.unrendered]).toEqual([[], ['a/patch.yaml']]);
});

test('a component must be rendered, Flux has a Kustomization that need not', () => {
  const files = {
    'component.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: []\n',
    'flux.yaml': 'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: flux}\n',
  };
  expect(found(files)).toEqual(['flux.yaml:1 Kustomization flux']);
  expect(read(files).unrendered).toEqual(['component.yaml']);
});

test('a broken kustomization is a problem: its patches are not known', () => {
  expect(read({ 'kustomization.yaml': 'patches: [\n' }).problems).toMatchObject([
    { code: 'yaml-syntax', at: { line: 1 } },
  ]);
});

test('the same file gives the same documents, the same content the same nodes', () => {
  const cache = newManifestCache();
  const around = { paths: [], kustomizations: [] };
  const base = readManifests(filesOf({ 'a.yaml': service('a'), 'b.yaml': service('b') }), around, cache).documents;
  const head = readManifests(filesOf({ 'a.yaml': service('a'), 'c.yaml': service('b') }), around, cache).documents;
  expect(head[0]).toBe(base[0]);
  expect(head[1]?.root).toBe(base[1]?.root);
  expect(head[1]?.path).toBe('c.yaml');
});

test('the content of every file is told, be it a manifest or not', () => {
  const files = { 'a.yaml': service('a'), 'values.yaml': 'a: b\n' };
  expect([...read(files).files]).toEqual(Object.entries(files));
});

test('a line of the source is given as it is', () => {
  const [document] = read({ 'a.yaml': service('a').replaceAll('\n', '\r\n') }).documents;
  expect(document && [1, 4, 5, 6, 0].map(line => sourceLine(document, line))).toEqual([
    'apiVersion: v1',
    '  name: a',
    '',
    null,
    null,
  ]);
});
