import { describe, expect, test } from '@jest/globals';
import { controlPlaneNotes } from '../../src/findings/control-plane-notes.js';
import { givenInstallations } from '../../src/given.js';
import { compatibilityFlags } from '../../src/istio/compatibility.js';
import { decodeGoverned } from '../../src/istio/governed-resources.js';
import { installedBy } from '../../src/istio/installed.js';
import { statedRelease } from '../../src/istio/stated-release.js';
import { parseVersion, versionText } from '../../src/istio/version.js';
import { decodeAll } from '../../src/resources/decode-all.js';
import { readManifests } from '../../src/source/manifests.js';

const resourcesIn = (files: Readonly<Record<string, string>>) => {
  const read = Object.entries(files).map(([path, text]) => ({ path, content: text, text }));
  return decodeAll(readManifests(read).documents, new WeakMap()).resources;
};

const operator = (spec: string) =>
  `apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: cp, namespace: istio-system}\nspec:\n  ${spec}\n`;
const configMap = (mesh: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\ndata:\n  mesh: |\n    ${mesh}\n`;
const deployment = (tag: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: istiod, namespace: istio-system}\nspec:\n  template: {spec: {containers: [{name: discovery, image: istio/pilot:${tag}}]}}\n`;

describe('the release that a text means', () => {
  // prettier-ignore
  const rows: [what: string, text: string, release: string | null][] = [
    ['an image tag',                        '1.24.6',            '1.24.6'],
    ['one of another build',                '1.24.4-distroless', '1.24.4'],
    ['the version of a chart',              'v1.24.3',           '1.24.3'],
    ['a minor: its recorded patch',         '1.24',              '1.24.6'],
    ['a minor without one: its last',       '1.23',              '1.23'],
    ['a range within a minor',              '1.24.x',            '1.24.6'],
    ['another spelling of it',              '~1.24.0',           '1.24.6'],
    ['a channel of the sail operator',      'v1.24-latest',      '1.24.6'],
    ['a revision',                          '1-24-6',            '1.24.6'],
    ['a revision of a minor',               '1-23',              '1.23'],
    ['a tag that moves: none',              'latest',            null],
    ['a range over minors: none',           '^1.24.0',           null],
    ['a revision by another name: none',    'canary',            null],
    ['a hash: none',                        'sha-1a2b3c4',       null],
  ];
  test.each(rows)('%s', (_what, text, release) => {
    const found = statedRelease(text);
    expect(found === null ? null : versionText(found)).toBe(release);
  });
});

describe('what is said of Istio in a report', () => {
  const given = (version: string | null, ...flags: string[]) =>
    givenInstallations({ version, flags, meshConfig: null });
  // prettier-ignore
  const rows: [when: string, files: Record<string, string>, given: ReturnType<typeof given>, notes: string[]][] = [
    ['nothing says anything', {}, [], []],
    ['the user says the release', {}, given('1.24'), ['Istio 1.24.6 is simulated, as given']],
    ['the manifests do', { 'a.yaml': operator('tag: 1.24.6') }, [],
      ['Istio 1.24.6 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['the user says otherwise', { 'a.yaml': operator('tag: 1.22.8') }, given('1.24.6'),
      ['Istio 1.24.6 is simulated, as given', 'a.yaml:5 (IstioOperator istio-system/cp) says Istio 1.22.8, which is not simulated']],
    ['what runs goes before what installs', { 'a.yaml': operator('tag: 1.22.8'), 'b.yaml': deployment('1.24.6') }, [],
      ['Istio 1.24.6 is simulated, from b.yaml:5 (Deployment istio-system/istiod)', 'a.yaml:5 (IstioOperator istio-system/cp) says Istio 1.22.8, which is not simulated']],
    ['two agree', { 'a.yaml': operator('tag: 1.24.6'), 'b.yaml': deployment('1.24.6') }, [],
      ['Istio 1.24.6 is simulated, from b.yaml:5 (Deployment istio-system/istiod)']],
    ['a release was not recorded', { 'a.yaml': operator('tag: 1.24.4') }, [],
      ['Istio 1.24.4 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'Istio 1.24.4 itself was not recorded: what it does is derived from the known differences between releases']],
    ['a release is newer than any recorded', {}, given('1.31.0'),
      ['Istio 1.31.0 is simulated, as given', 'Istio 1.31.0 is newer than any release that is known here: the rules of 1.30.3 are taken, and what is otherwise since then is known in part only']],
    ['a release is older than any simulated', { 'a.yaml': operator('tag: 1.9.5') }, [],
      ['Istio 1.11.0 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'Istio 1.9.5 is older than any release that is simulated: 1.11.0 is taken, so what was otherwise before is not known']],
    ['a tag names no release', { 'a.yaml': operator('tag: latest') }, [],
      ["a.yaml:5 (IstioOperator istio-system/cp) says 'latest', which names no release of Istio: 1.30.3 is taken"]],
    ['its revision does', { 'a.yaml': operator('{tag: latest, revision: 1-24-6}') }, [],
      ['Istio 1.24.6 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['a MeshConfig is found', { 'a.yaml': configMap('outboundTrafficPolicy: {mode: REGISTRY_ONLY}') }, [],
      ['MeshConfig is read from a.yaml:6 (ConfigMap istio-system/istio): outboundTrafficPolicy REGISTRY_ONLY']],
    ['it says nothing of outbound traffic', { 'a.yaml': configMap('trustDomain: shop') }, [],
      ['MeshConfig is read from a.yaml:6 (ConfigMap istio-system/istio): for outbound traffic it says what is the default']],
    ['two MeshConfigs differ', { 'a.yaml': operator('meshConfig: {defaultServiceExportTo: ["."]}'), 'b.yaml': configMap('trustDomain: shop') }, [],
      ['MeshConfig is read from b.yaml:6 (ConfigMap istio-system/istio): for outbound traffic it says what is the default', 'a.yaml:5 (IstioOperator istio-system/cp) has another MeshConfig, which is not simulated: defaultServiceExportTo "."']],
    ['it sets what is not simulated', { 'a.yaml': configMap('{outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}, defaultConfig: {interceptionMode: NONE}}') }, [],
      ['MeshConfig is read from a.yaml:6 (ConfigMap istio-system/istio): for outbound traffic it says what is the default',
        'a.yaml:6 (ConfigMap istio-system/istio) sets ALLOW_ANY_DYNAMIC_DNS, which is not simulated: ALLOW_ANY is taken',
        'a.yaml:6 (ConfigMap istio-system/istio) sets interceptionMode NONE, which is not simulated: calls are taken to be captured']],
    ['a flag is set', { 'a.yaml': operator('{tag: 1.24.6, values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: "true", PILOT_TRACE_SAMPLING: "1"}}}}') }, [],
      ['Istio 1.24.6 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'feature flag PILOT_ENABLE_IP_AUTOALLOCATE is true, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['a compatibility version sets it', { 'a.yaml': operator('{tag: 1.26.8, compatibilityVersion: "1.24"}') }, [],
      ['Istio 1.26.8 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'feature flag PILOT_ENABLE_IP_AUTOALLOCATE is false, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['the user sets it otherwise', { 'a.yaml': operator('{tag: 1.26.8, compatibilityVersion: "1.24"}') }, given(null, 'PILOT_ENABLE_IP_AUTOALLOCATE=true'),
      ['Istio 1.26.8 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'feature flag PILOT_ENABLE_IP_AUTOALLOCATE is true, as given', 'a.yaml:5 (IstioOperator istio-system/cp) sets feature flag PILOT_ENABLE_IP_AUTOALLOCATE to false, which is not simulated']],
    ['a flag is set that the release no longer has', { 'a.yaml': operator('{tag: 1.24.6, values: {pilot: {env: {ENABLE_EXTERNAL_NAME_ALIAS: "false"}}}}') }, [],
      ['Istio 1.24.6 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'feature flag ENABLE_EXTERNAL_NAME_ALIAS, set at a.yaml:5 (IstioOperator istio-system/cp), decides nothing in Istio 1.24.6']],
    ['the release ships no such profile any more', { 'a.yaml': operator('{tag: 1.24.6, compatibilityVersion: "1.20"}') }, [],
      ['Istio 1.24.6 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['a flag is set that is not simulated', { 'a.yaml': operator('{tag: 1.16.7, values: {pilot: {env: {PILOT_ENABLE_PROTOCOL_SNIFFING_FOR_OUTBOUND: "false"}}}}') }, [],
      ['Istio 1.16.7 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'a.yaml:5 (IstioOperator istio-system/cp) sets feature flag PILOT_ENABLE_PROTOCOL_SNIFFING_FOR_OUTBOUND to false, which is not simulated: ports whose protocol nothing says are taken to be sniffed']],
    ['… and not where it changes nothing', { 'a.yaml': operator('{tag: 1.20.8, values: {pilot: {env: {PILOT_ENABLE_PROTOCOL_SNIFFING_FOR_OUTBOUND: "false"}}}}') }, [],
      ['Istio 1.20.8 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)']],
    ['a flag is neither true nor false', { 'a.yaml': operator('{tag: 1.26.8, compatibilityVersion: "1.24", values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: "maybe"}}}}') }, [],
      ['Istio 1.26.8 is simulated, from a.yaml:5 (IstioOperator istio-system/cp)', 'a.yaml:5 (IstioOperator istio-system/cp) sets feature flag PILOT_ENABLE_IP_AUTOALLOCATE to "maybe", expected true or false: istiod keeps its default']],
    ['the user sets one that the release does not have', {}, given('1.20.8', 'PILOT_ENABLE_IP_AUTOALLOCATE=true'),
      ['Istio 1.20.8 is simulated, as given', 'feature flag PILOT_ENABLE_IP_AUTOALLOCATE decides nothing in Istio 1.20.8']],
  ];
  test.each(rows)('where %s', (_when, files, options, notes) => {
    expect(controlPlaneNotes(installedBy([...options, ...resourcesIn(files)]))).toEqual(notes);
  });
});

describe('a flag', () => {
  const autoallocates = (release: string, value: string) => {
    const env = `values: {pilot: {env: {PILOT_ENABLE_IP_AUTOALLOCATE: "${value}"}}}`;
    const { controlPlane } = installedBy(resourcesIn({ 'a.yaml': operator(`{tag: ${release}, ${env}}`) }));
    return controlPlane.behaves('addresses-in-status');
  };
  // prettier-ignore
  test.each([
    ['decides',                                    '1.24.6', 'true',  true],
    ['either way',                                 '1.26.8', 'false', false],
    ['in every spelling that Go takes',            '1.24.6', 'T',     true],
    ['not in others',                              '1.24.6', 'yes',   false],
    ['not in a release that does not know it',     '1.22.8', 'true',  false],
  ])('%s: in %s %s', (_what, release, value, expected) => {
    expect(autoallocates(release, value)).toBe(expected);
  });
});

// prettier-ignore
test.each([
  ['1.20', '1.22.8', ['ENABLE_EXTERNAL_NAME_ALIAS=false', 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING=true', 'ENABLE_ENHANCED_RESOURCE_SCOPING=false']],
  ['1.21', '1.21.0', []],
  ['1.22', '1.24.6', ['PILOT_UNIFIED_SIDECAR_SCOPE=false', 'ENABLE_ENHANCED_DESTINATIONRULE_MERGE=false']],
  ['1.24', '1.26.8', ['PILOT_ENABLE_IP_AUTOALLOCATE=false']],
  ['1.29', '1.30.3', ['PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE=false']],
  ['1.30', '1.30.3', []],
  ['1.24', '1.30.3', []],
  ['one',  '1.30.3', []],
])('CP-1: compatibilityVersion %s in %s', (compatibility, release, flags) => {
  const version = parseVersion(release);
  if (version === null) throw new Error('no release');
  expect([...compatibilityFlags(compatibility, version)].map(([name, value]) => `${name}=${value}`)).toEqual(flags);
});

describe('what a user gives', () => {
  // prettier-ignore
  test.each([
    ['a release that is none',     '2.0', [],                                      /^Istio version '2\.0' is not simulated/],
    ['a flag without a value',     null,  ['PILOT_ENABLE_IP_AUTOALLOCATE'],        /^feature flag 'PILOT_ENABLE_IP_AUTOALLOCATE' is not understood, expected NAME=true or NAME=false$/],
    ['a flag that does not exist', null,  ['PILOT_ENABLE_IP_AUTOALOCATE=true'],    /decides nothing that is simulated, did you mean 'PILOT_ENABLE_IP_AUTOALLOCATE'\?$/],
    ['a flag twice',               null,  ['PILOT_ENABLE_IP_AUTOALLOCATE=false', 'PILOT_ENABLE_IP_AUTOALLOCATE=true'], /^feature flag 'PILOT_ENABLE_IP_AUTOALLOCATE' is given twice, as false and as true: expected once$/],
    ['a release out of range',     '9.9', [],                                      /^Istio version '9\.9' is not simulated; expected a release of Istio 1\.x from 1\.11\.0, such as 1\.24 or 1\.24\.6; the newest that was recorded is 1\.30\.3$/],
    ['another value',              null,  ['PILOT_ENABLE_IP_AUTOALLOCATE=yes'],    /is not understood/],
  ])('is refused for %s', (_why, version, flags, message) => {
    expect(() => givenInstallations({ version, flags, meshConfig: null })).toThrow(message);
  });
});

describe('manifests are judged as the release does that they install', () => {
  const entry =
    'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a, namespace: shop}\n' +
    'spec: {hosts: [a.example], ports: [{name: thrift, number: 9090, protocol: THRIFT}], resolution: DNS}\n';
  // prettier-ignore
  test.each([
    ['1.30.3', 1],
    ['1.11.0', 0],
  ])('VD-3: %s refuses %d of one with THRIFT', (tag, refused) => {
    const files = [{ path: 'b.yaml', text: operator(`tag: ${tag}`) }, { path: 'a.yaml', text: entry }];
    const { documents } = readManifests(files.map(file => ({ ...file, content: file.text })));
    expect(decodeGoverned(documents, [], new Map()).invalid).toHaveLength(refused);
    const given = givenInstallations({ version: '1.11.0', flags: [], meshConfig: null });
    expect(decodeGoverned(documents, given, new Map()).invalid).toHaveLength(0);
  });
});

describe('the istiod of a revision', () => {
  const ofRevision = (revision: string, tag: string) =>
    operator(`{revision: ${revision}, tag: ${tag}}`).replace('name: cp', `name: ${revision}`);
  const chart = (version: string) => `apiVersion: v2\nname: istiod\nversion: ${version}\n`;
  const two = { 'a.yaml': ofRevision('old', '1.20.8'), 'b.yaml': ofRevision('new', '1.30.3') };
  // prettier-ignore
  const rows: [what: string, files: Record<string, string>, options: string | null, revision: string | null, release: string][] = [
    ['is its own',                                          two,                                                              null,     'new', '1.30.3'],
    ['is its own, though another runs',                     { ...two, 'c.yaml': deployment('1.24.6') },                       null,     'old', '1.20.8'],
    ['is what the user says, for all',                      two,                                                              '1.24.6', 'new', '1.24.6'],
    ['is what is said of none, where nothing is of it',     { ...two, 'c.yaml': deployment('1.24.6') },                       null,     'blue', '1.24.6'],
    ['is that of none, of which it is said',                { ...two, 'c.yaml': deployment('1.24.6') },                       null,     null,  '1.24.6'],
    ['is the first, where nothing is said of it or none',   two,                                                              null,     null,  '1.20.8'],
    ['is the chart’s beside whose values it stands',        { 'a/Chart.yaml': chart('1.20.8'), 'a/values.yaml': 'revision: old\n', 'b/Chart.yaml': chart('1.30.3'), 'b/values.yaml': 'revision: new\n' }, null, 'new', '1.30.3'],
  ];
  test.each(rows)('%s', (_what, files, version, revision, release) => {
    const given = version === null ? [] : givenInstallations({ version, flags: [], meshConfig: null });
    expect(versionText(installedBy([...given, ...resourcesIn(files)], revision).release)).toBe(release);
  });
});
