import { describe, expect, test } from '@jest/globals';
import { givenInstallations } from '../src/given.js';
import type { Finding, Improvement } from '../src/findings/finding.js';
import type { Review } from '../src/findings/review.js';
import { reviewUpgrade } from '../src/upgrade.js';
import { entry, service, sidecar, type ManifestText } from './manifests.js';
import { sidesOf } from './reviews.js';

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly flags?: readonly string[];
  readonly manifests: readonly ManifestText[];
  /** What the manifests are after the upgrade; the same unless given. */
  readonly after?: readonly ManifestText[];
}

function upgradeOf({ from, to, flags = [], manifests, after = manifests }: Asked): Review {
  const { base, head } = sidesOf(manifests, after);
  const given = {
    base: givenInstallations({ version: from, flags: [], meshConfig: null }),
    head: givenInstallations({ version: to, flags, meshConfig: null }),
  };
  return reviewUpgrade({ base, head: manifests === after ? { ...head, manifests: base.manifests } : head, given });
}

/** `error traffic-captured by external-name-aliases at Service shop/ext, unchanged`. */
function said({ findings, improvements }: Review): readonly string[] {
  return [
    ...findings.map(finding => `${finding.severity} ${brief(finding)}`),
    ...improvements.map(improvement => `better ${brief(improvement)}`),
  ];
}

function brief({ rule, behaviours = [], causes }: Finding | Improvement): string {
  const by = behaviours.length === 0 ? '' : ` by ${behaviours.map(({ name }) => name).join(' and ')}`;
  const places = causes.map(({ kind, namespace, name, change }) => `${kind} ${namespace}/${name}, ${change}`);
  return `${rule}${by} at ${places.join('; ')}`;
}

const external = service({ name: 'shop/ext', externalName: 'api.example.com', ports: 'tcp/443' });
const istio = (fields: object) =>
  JSON.stringify({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'istio', namespace: 'istio-system' },
    spec: fields,
  });
const pilot = (env: Readonly<Record<string, string>>) => istio({ values: { pilot: { env } } });
const shared = ['team-a', 'team-b'].map((namespace, at) =>
  entry({
    namespace,
    hosts: 'pay.example.com',
    ports: 'HTTP/80',
    resolution: 'STATIC',
    endpoints: `192.0.2.${at + 1}`,
  }),
);
const rootSidecar = [
  sidecar({ name: 'istio-system/default', egress: [{ hosts: './*' }] }),
  entry({ namespace: 'other', hosts: 'www.example.com' }),
  JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }),
];
const twice = JSON.stringify({
  apiVersion: 'networking.istio.io/v1',
  kind: 'DestinationRule',
  metadata: { name: 'twice', namespace: 'shop' },
  spec: { host: 'www.example.com', subsets: [{ name: 'a' }, { name: 'a' }] },
});
const dynamic = entry({ hosts: '*.example.com', ports: 'TLS/443', resolution: 'DYNAMIC_DNS' });
const filter = JSON.stringify({
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'EnvoyFilter',
  metadata: { name: 'lua', namespace: 'shop' },
  spec: {
    configPatches: [
      {
        applyTo: 'NETWORK_FILTER',
        match: { context: 'SIDECAR_OUTBOUND', proxy: { proxyVersion: '^1\\.24.*' } },
        patch: {
          operation: 'INSERT_FIRST',
          value: { name: 'x', typed_config: { '@type': 'type.googleapis.com/x.Y' } },
        },
      },
    ],
  },
});
const web = entry({ hosts: 'www.example.com', ports: 'TLS/443' });

// prettier-ignore
const rows: readonly [what: string, asked: Asked, said: readonly string[]][] = [
  ['an ExternalName Service turns a mere name',             { from: '1.20', to: '1.21', manifests: [external] }, [
    'warning egress-entry-lost by external-name-aliases at Service shop/ext, unchanged',
    'better traffic-captured by external-name-aliases at Service shop/ext, unchanged',
    'better wildcard-listener-added by external-name-aliases at Service shop/ext, unchanged',
  ]],
  ['unless a flag keeps it',                                { from: '1.20', to: '1.21', manifests: [external], flags: ['ENABLE_EXTERNAL_NAME_ALIAS=false'] }, []],
  ['or the manifests do',                                   { from: '1.20', to: '1.21', manifests: [external, pilot({ ENABLE_EXTERNAL_NAME_ALIAS: 'false' })] }, []],
  ['or those that come with the upgrade',                   { from: '1.20', to: '1.21', manifests: [external], after: [external, pilot({ ENABLE_EXTERNAL_NAME_ALIAS: 'false' })] }, []],
  ['or a compatibilityVersion does',                        { from: '1.20', to: '1.21', manifests: [external, istio({ compatibilityVersion: '1.20', values: { compatibilityVersion: '1.20' } })] }, []],
  ['until the release no longer has the flag',              { from: '1.23', to: '1.24', manifests: [external, pilot({ ENABLE_EXTERNAL_NAME_ALIAS: 'false' })] }, [
    'warning egress-entry-lost by external-name-aliases at Service shop/ext, unchanged',
    'better traffic-captured by external-name-aliases at Service shop/ext, unchanged',
    'better wildcard-listener-added by external-name-aliases at Service shop/ext, unchanged',
  ]],
  ['and a way back is an upgrade the other way',            { from: '1.21', to: '1.20', manifests: [external] }, [
    'error traffic-captured by external-name-aliases at Service shop/ext, unchanged',
    'error wildcard-listener-added by external-name-aliases at Service shop/ext, unchanged',
    'better egress-entry-lost by external-name-aliases at Service shop/ext, unchanged',
  ]],
  ['a host of two namespaces is answered by the own one',   { from: '1.23', to: '1.24', manifests: shared }, [
    'error host-taken-over by default-scope-like-sidecar at ServiceEntry team-b/pay.example.com, unchanged',
    'better ambiguous-winner by default-scope-like-sidecar at ServiceEntry team-b/pay.example.com, unchanged',
  ]],
  ['a flag alone is as good as a release',                  { from: '1.24', to: '1.24', manifests: shared, flags: ['PILOT_UNIFIED_SIDECAR_SCOPE=false'] }, [
    'error host-taken-over by default-scope-like-sidecar at ServiceEntry team-a/pay.example.com, unchanged',
    'warning ambiguous-winner by default-scope-like-sidecar at ServiceEntry team-b/pay.example.com, unchanged',
  ]],
  ['the Sidecar of the root namespace governs all',         { from: '1.11', to: '1.12', manifests: rootSidecar }, [
    'warning egress-entry-lost by root-sidecar-everywhere at ServiceEntry other/www.example.com, unchanged',
  ]],
  ['the webhook refuses what it took',                      { from: '1.21', to: '1.22', manifests: [twice, web] }, [
    'error invalid-resource by repeated-subsets at DestinationRule shop/twice, unchanged',
  ]],
  ['the webhook takes what it refused',                     { from: '1.29', to: '1.30', manifests: [dynamic] }, [
    'notice wildcard-listener-added by sidecar-dynamic-dns at ServiceEntry shop/any.example.com, unchanged',
    'better egress-entry-lost by sidecar-dynamic-dns at ServiceEntry shop/any.example.com, unchanged',
    'better invalid-resource by sidecar-dynamic-dns at ServiceEntry shop/any.example.com, unchanged',
  ]],
  ['an EnvoyFilter asks for the release',                   { from: '1.23', to: '1.24', manifests: [filter, web] }, [
    'notice verdict-unknown by release at EnvoyFilter shop/lua, unchanged',
  ]],
  ['what comes with the upgrade is a cause of its own',     { from: '1.24', to: '1.26', manifests: [web], after: [web, sidecar({ egress: [{ hosts: 'istio-system/*' }] })] }, [
    'warning egress-entry-lost at Sidecar shop/default, added',
  ]],
  ['what comes with it may be needed beside it',            { from: '1.23', to: '1.24', manifests: shared.slice(0, 1), after: shared }, [
    'error host-taken-over by default-scope-like-sidecar at ServiceEntry team-b/pay.example.com, added',
    'warning ambiguous-winner at ServiceEntry team-b/pay.example.com, added',
  ]],
  ['nothing that moved is felt',                            { from: '1.24', to: '1.30', manifests: [web] }, []],
];

test('an upgrade alone changes no resource', () => {
  const { summary, upgrade } = upgradeOf({ from: '1.20', to: '1.21', manifests: [external] });
  expect(summary).toMatchObject({ resources: 0, changedGroups: 1, groups: 1 });
  expect(upgrade).toMatchObject({ from: '1.20.8', to: '1.21' });
});

test('what moved is listed, with what of it is felt, and what a review cannot tell is said', () => {
  const { upgrade, assumptions } = upgradeOf({ from: '1.23', to: '1.24', manifests: shared });
  expect(upgrade?.behaviours.map(({ name, isFelt }) => [name, isFelt])).toEqual([
    ['additional-addresses', false],
    ['claimable-aliases', false],
    ['default-scope-like-sidecar', true],
    ['destinations-by-source-namespace', false],
    ['own-family-addresses', false],
    ['rules-merge-by-export-to', false],
    ['trimmed-export-to', false],
    ['unified-sidecar-scope', false],
    ['websocket-app-protocols', false],
  ]);
  expect(assumptions.slice(0, 2)).toEqual([
    '9 behaviours of istiod moved between Istio 1.23 and 1.24.6: 1 of them changes anything here',
    'not tested here, as a review asks IPv4 pods only: additional-addresses, own-family-addresses',
  ]);
});

test('what moved and is not simulated is said', () => {
  const { upgrade } = upgradeOf({ from: '1.24.2', to: '1.24.3', manifests: [web] });
  expect(upgrade).toMatchObject({
    behaviours: [],
    unsimulated: ['a ServiceEntry with several addresses is one service that has them all, before'],
  });
});

test('the fix begins with what keeps the old behaviour, and until when', () => {
  const { findings } = upgradeOf({ from: '1.20', to: '1.21', manifests: [external] });
  expect(findings[0]?.fix).toMatch(
    /^Feature flag ENABLE_EXTERNAL_NAME_ALIAS=false of istiod keeps the old behaviour, until Istio 1\.24\. /,
  );
});

describe('in an upgrade', () => {
  test.each(rows)('%s', (_what, asked, expected) => {
    expect(said(upgradeOf(asked))).toEqual(expected);
  });
});
