import { describe, expect, test } from '@jest/globals';
import { decodeAll } from '../../../src/resources/decode-all.js';
import type { Installation } from '../../../src/resources/installation/installation.js';
import { readManifests } from '../../../src/source/manifests.js';

function decoded(...files: readonly (readonly [path: string, text: string])[]) {
  const read = files.map(([path, text]) => ({ path, content: text, text }));
  const { documents } = readManifests(read, { paths: read.map(({ path }) => path), kustomizations: [] });
  return decodeAll(documents, new WeakMap());
}

/** `writtenKind: versions; policy, root namespace; flags; unread`, as far as they are said. */
function sayings(...files: readonly (readonly [path: string, text: string])[]): string[] {
  return decoded(...files).resources.flatMap(resource => (resource.kind === 'Installation' ? [saying(resource)] : []));
}

function saying({ writtenKind, versions, compatibility, meshConfig, flags, unread }: Installation): string {
  const fields = meshConfig?.value;
  const parts = [
    versions.map(({ value }) => value).join(' '),
    compatibility === null ? '' : `like ${compatibility.value}`,
    [fields?.outboundTrafficPolicy?.mode, fields?.rootNamespace]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
    Object.entries(flags)
      .map(([name, { value }]) => `${name}=${value}`)
      .join(' '),
    unread.map(({ value }) => `not ${value}`).join(' '),
  ];
  return `${writtenKind}: ${parts.filter(part => part !== '').join('; ')}`;
}

const meta = (name: string, namespace = 'istio-system') => `metadata: {name: ${name}, namespace: ${namespace}}`;
const closed = 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}';

describe('what a manifest says of Istio:', () => {
  // prettier-ignore
  const rows: [what: string, manifest: string, said: string[]][] = [
    ['the ConfigMap of istiod',
      `apiVersion: v1\nkind: ConfigMap\n${meta('istio')}\ndata: {mesh: "${closed}"}`, ['ConfigMap: REGISTRY_ONLY']],
    ['that of a revision, which may name a release',
      `apiVersion: v1\nkind: ConfigMap\n${meta('istio-1-24-6')}\ndata: {mesh: "${closed}"}`, ['ConfigMap: 1-24-6; REGISTRY_ONLY']],
    ['its labels, where a chart wrote them',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system, labels: {app.kubernetes.io/version: 1.24.6}}\ndata: {mesh: "{}"}`, ['ConfigMap: 1.24.6']],
    ['one in the root namespace that it names',
      `apiVersion: v1\nkind: ConfigMap\n${meta('istio', 'mesh')}\ndata: {mesh: "rootNamespace: mesh"}`, ['ConfigMap: mesh']],
    ['one whose namespace kustomize will give',
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata: {mesh: "${closed}"}`, ['ConfigMap: REGISTRY_ONLY']],
    ['not one elsewhere',
      `apiVersion: v1\nkind: ConfigMap\n${meta('istio', 'shop')}\ndata: {mesh: "${closed}"}`, []],
    ['not one of another name',
      `apiVersion: v1\nkind: ConfigMap\n${meta('mesh')}\ndata: {mesh: "${closed}"}`, []],
    ['not one without a MeshConfig',
      `apiVersion: v1\nkind: ConfigMap\n${meta('istio-ca-root-cert')}\ndata: {root-cert.pem: x}`, []],
    ['an IstioOperator, tag before revision',
      `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\n${meta('cp')}\nspec: {tag: 1.24.6-distroless, revision: 1-24-6, meshConfig: {${closed}}}`,
      ['IstioOperator: 1.24.6-distroless 1-24-6; REGISTRY_ONLY']],
    ['its values, to which its own fields go first',
      `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\n${meta('cp')}\nspec: {meshConfig: {${closed}}, values: {global: {tag: 1.20.8, istioNamespace: mesh}, meshConfig: {outboundTrafficPolicy: {mode: ALLOW_ANY}}}}`,
      ['IstioOperator: 1.20.8; REGISTRY_ONLY']],
    ['the namespace of its values as root namespace',
      `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\n${meta('cp')}\nspec: {values: {global: {istioNamespace: mesh}, meshConfig: {${closed}}}}`,
      ['IstioOperator: REGISTRY_ONLY mesh']],
    ['its flags, wherever they stand',
      `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\n${meta('cp')}\nspec: {compatibilityVersion: "1.22", components: {pilot: {k8s: {env: [{name: B, value: "false"}]}}}, values: {pilot: {env: {A: true}}}}`,
      ['IstioOperator: like 1.22; A=true B=false']],
    ['an Istio of the sail operator',
      `apiVersion: sailoperator.io/v1\nkind: Istio\nmetadata: {name: default}\nspec: {version: v1.24.3, values: {pilot: {env: {A: "true"}}, meshConfig: {${closed}}}}`,
      ['Istio: v1.24.3; REGISTRY_ONLY; A=true']],
    ['a HelmRelease of istiod',
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n${meta('x')}\nspec: {chart: {spec: {chart: istiod, version: 1.24.x}}, valuesFrom: [{kind: ConfigMap, name: y}], values: {env: {A: "true"}}}`,
      ['HelmRelease: 1.24.x; A=true; not valuesFrom']],
    ['one whose chart an OCIRepository has',
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n${meta('x')}\nspec: {chartRef: {kind: OCIRepository, name: istiod}, values: {meshConfig: {${closed}}}}`,
      ['HelmRelease: REGISTRY_ONLY; not chartRef']],
    ['not that of another chart',
      `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\n${meta('x')}\nspec: {chart: {spec: {chart: gateway, version: 1.24.6}}, values: {meshConfig: {${closed}}}}`, []],
    ['an Application of istiod, with values as text',
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\n${meta('x', 'argocd')}\nspec: {source: {chart: istiod, targetRevision: 1.24.6, helm: {values: "meshConfig: {${closed}}"}}}`,
      ['Application: 1.24.6; REGISTRY_ONLY']],
    ['or as an object, which goes first',
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\n${meta('x', 'argocd')}\nspec: {source: {chart: istiod, targetRevision: 1.24.6, helm: {values: "meshConfig: {${closed}}", valuesObject: {tag: 1.24.5}}}}`,
      ['Application: 1.24.5 1.24.6']],
    ['one of several sources, and what it takes from files',
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\n${meta('x', 'argocd')}\nspec: {sources: [{chart: base, targetRevision: 1.20.0}, {chart: istiod, targetRevision: 1.24.6, helm: {valueFiles: [$values/a.yaml]}}]}`,
      ['Application: 1.24.6; not valueFiles']],
    ['the Deployment of istiod',
      `apiVersion: apps/v1\nkind: Deployment\n${meta('istiod')}\nspec: {template: {spec: {containers: [{name: discovery, image: "gcr.io/istio/pilot:1.24.6@sha256:00", env: [{name: A, value: "true"}, {name: B, valueFrom: {}}]}]}}}`,
      ['Deployment: 1.24.6; A=true']],
    ['not that of an application',
      `apiVersion: apps/v1\nkind: Deployment\n${meta('web', 'shop')}\nspec: {template: {spec: {containers: [{name: discovery, image: example/web:1.24.6}]}}}`, []],
  ];
  test.each(rows)('%s', (_what, manifest, said) => {
    expect(sayings(['istio.yaml', manifest])).toEqual(said);
  });

  const chart = (text: string): [string, string] => ['mesh/Chart.yaml', `apiVersion: v2\n${text}`];
  // prettier-ignore
  const charts: [what: string, files: [string, string][], said: string[]][] = [
    ['the chart of istiod and its values',
      [chart('name: istiod\nversion: 1.24.6'), ['mesh/values.yaml', `meshConfig: {${closed}}`]], ['Chart: 1.24.6', 'ChartValues: REGISTRY_ONLY']],
    ['a chart that depends on it',
      [chart('name: mesh\nversion: 0.1.0\ndependencies: [{name: istiod, version: 1.24.6}]'), ['mesh/values.yaml', `istiod: {meshConfig: {${closed}}}`]], ['Chart: 1.24.6', 'ChartValues: REGISTRY_ONLY']],
    ['values of which nobody knows when they count',
      [chart('name: istiod\nversion: 1.24.6'), ['mesh/values-prod.yaml', 'meshConfig: {}']], ['Chart: 1.24.6; not values-prod.yaml']],
    ['not another chart',
      [chart('name: app\nversion: 0.1.0\ndescription: for istiod'), ['mesh/values.yaml', `meshConfig: {${closed}}`]], []],
    ['not values of another folder',
      [chart('name: istiod\nversion: 1.24.6'), ['app/values.yaml', `meshConfig: {${closed}}`]], ['Chart: 1.24.6']],
  ];
  test.each(charts)('%s', (_what, files, said) => {
    expect(sayings(...files)).toEqual(said);
  });
});

describe('a manifest of Istio is refused', () => {
  // prettier-ignore
  const rows: [why: string, mesh: string, message: string, line: number][] = [
    ['for a list that is none',          'defaultServiceExportTo: "*"',                    'data.mesh.defaultServiceExportTo is "*", expected a list', 5],
    ['for a mode that does not exist',   'outboundTrafficPolicy:\n      mode: REGISTRY',   'data.mesh.outboundTrafficPolicy.mode is "REGISTRY", expected one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS', 6],
    ['for a port that is none',          'proxyListenPort: many',                          'data.mesh.proxyListenPort is "many", expected a whole number from 0 to 4294967295', 5],
    ['for a flag that is not a string',  'defaultConfig:\n      proxyMetadata: {A: true}', 'data.mesh.defaultConfig.proxyMetadata.A is true, expected a string, quoted where it reads as a number or boolean', 6],
    ['for an operator that is none',     'discoverySelectors:\n    - matchExpressions: [{key: a, operator: Is}]', 'data.mesh.discoverySelectors[0].matchExpressions[0].operator is "Is", expected one of In, NotIn, Exists, DoesNotExist', 6],
  ];
  test.each(rows)('%s', (_why, mesh, message, line) => {
    const text = `apiVersion: v1\nkind: ConfigMap\n${meta('istio')}\ndata: {}\n`.replace(
      'data: {}',
      `data:\n  mesh: |\n    ${mesh}`,
    );
    const [invalid] = decoded(['istio.yaml', text]).invalid;
    expect(invalid?.faults.map(fault => [fault.message, fault.at.line])).toEqual([[message, line + 1]]);
  });

  test.each([
    ['a mapping', `\n    ${closed}`, 'a mapping'],
    ['a list', ' [1]', 'a list of 1'],
    ['a number', ' 5', '5'],
  ])('where it holds %s rather than a text', (_what, mesh, found) => {
    const text = `apiVersion: v1\nkind: ConfigMap\n${meta('istio')}\ndata:\n  mesh:${mesh}\n`;
    const [invalid] = decoded(['istio.yaml', text]).invalid;
    expect(invalid?.faults[0]?.message).toBe(`data.mesh is ${found}, expected a text: a MeshConfig after \`|-\``);
  });

  test('but not one that istiod does not read', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\n${meta('istio', 'shop')}\ndata: {mesh: "proxyListenPort: many"}\n`;
    expect(decoded(['istio.yaml', text])).toEqual({ resources: [], invalid: [], duplicates: [] });
  });

  test('where its text is no YAML', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\n${meta('istio')}\ndata:\n  mesh: "a: [1"\n`;
    const [invalid] = decoded(['istio.yaml', text]).invalid;
    expect(invalid?.faults[0]?.message).toMatch(/^data\.mesh is "a: \[1", expected the YAML of a MeshConfig: /);
  });
});

describe('the revision that is meant is', () => {
  const istiod = (metadata: string, container = '') =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: ${metadata}\nspec: {template: {spec: {containers: [{name: discovery, image: istio/pilot:1.24.6${container}}]}}}\n`;
  const operator = (spec: string) =>
    `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: cp}\nspec: ${spec}\n`;
  const sail = (kind: string, spec: string) =>
    `apiVersion: sailoperator.io/v1\nkind: ${kind}\nmetadata: {name: prod}\nspec: ${spec}\n`;
  const configMap = (name: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}, namespace: istio-system}\ndata: {mesh: "trustDomain: shop"}\n`;
  // prettier-ignore
  const rows: [what: string, manifest: string, revision: string | null][] = [
    ['none of an istiod without a name of its own',    istiod('{name: istiod}'),                                                       null],
    ['none of the one called default',                 istiod('{name: istiod, labels: {istio.io/rev: default}}'),                      null],
    ['in the name of an istiod',                       istiod('{name: istiod-1-24-6}'),                                                '1-24-6'],
    ['on its label rather',                            istiod('{name: istiod-x, labels: {istio.io/rev: canary}}'),                     'canary'],
    ['in what it is told rather',                      istiod('{name: istiod-x}', ', env: [{name: REVISION, value: canary}]'),         'canary'],
    ['none of the ConfigMap of the default one',       configMap('istio'),                                                             null],
    ['in the name of a ConfigMap',                     configMap('istio-canary'),                                                      'canary'],
    ['in an IstioOperator',                            operator('{revision: canary}'),                                                 'canary'],
    ['in the values of one',                           operator('{values: {revision: canary}}'),                                       'canary'],
    ['none where it is empty',                         operator('{revision: ""}'),                                                     null],
    ['the name of an IstioRevision',                   sail('IstioRevision', '{version: v1.24.6}'),                                    'prod'],
    ['the name of an Istio',                           sail('Istio', '{version: v1.24.6}'),                                            'prod'],
    ['that and the version where each has its own',    sail('Istio', '{version: v1.24.6, updateStrategy: {type: RevisionBased}}'),     'prod-v1-24-6'],
  ];
  test.each(rows)('%s', (_what, manifest, revision) => {
    const { resources } = decoded(['a.yaml', manifest]);
    expect(resources.map(resource => resource.kind === 'Installation' && resource.revision)).toEqual([revision]);
  });
});
