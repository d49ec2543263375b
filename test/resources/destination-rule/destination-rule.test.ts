import { expect, test } from '@jest/globals';
import { decode } from '../../../src/resources/decode.js';
import { faultsOf } from '../faults.js';
import { manifest } from '../manifest.js';

const head = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: pay, namespace: shop}
spec:
`;

function resourceOf(text: string) {
  const decoded = decode(manifest(text));
  return decoded.outcome === 'resource' ? decoded.resource : decoded;
}

test('a whole DestinationRule', () => {
  const found = resourceOf(`${head}  host: "*.example.com"
  exportTo: [.]
  workloadSelector: {matchLabels: {app: cart}}
  trafficPolicy:
    loadBalancer: {simple: PASSTHROUGH}
    portLevelSettings:
    - {port: {number: 443}, loadBalancer: {simple: 2}}
    - {port: {number: 80}, tls: {mode: SIMPLE}}
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, trafficPolicy: {loadBalancer: {simple: PASSTHROUGH, consistentHash: {useSourceIp: true}}}}
`);
  expect(found).toMatchObject({
    kind: 'DestinationRule',
    name: 'pay',
    namespace: 'shop',
    host: '*.example.com',
    exportTo: ['.'],
    workloadSelector: { app: 'cart' },
    trafficPolicy: {
      loadBalancer: 'PASSTHROUGH',
      portLevel: [
        { port: 443, loadBalancer: 'RANDOM' },
        { port: 80, loadBalancer: '' },
      ],
    },
    subsets: [
      { name: 'v1', labels: { version: 'v1' }, trafficPolicy: null },
      { name: 'v2', labels: {}, trafficPolicy: { loadBalancer: '', portLevel: [] } },
    ],
  });
});

test('what is absent', () => {
  expect(resourceOf(`${head}  host: a.com\n`)).toMatchObject({
    exportTo: null,
    workloadSelector: null,
    trafficPolicy: null,
    subsets: [],
  });
});

const label = '1 to 63 letters, digits and "-", with a letter or digit at both ends';

// prettier-ignore
const refused: [what: string, spec: string, ...faults: string[]][] = [
  ['no host', '  subsets: []\n', '5:3 spec.host is missing, expected a domain name'],
  ['a host that is no name', '  host: bad host\n', `5:9 spec.host is "bad host", expected a domain name; its part "bad host" is not ${label}`],
  ['a subset without name', '  host: a.com\n  subsets: [{labels: {a: b}}]\n', `6:13 spec.subsets[0].name is missing, expected the name of a subset: ${label}`],
  ['a subset twice', '  host: a.com\n  subsets: [{name: v1}, {name: v1}]\n', '6:32 spec.subsets[1].name is "v1", expected each once: spec.subsets[0].name is the same'],
  ['a label that is none', '  host: a.com\n  subsets: [{name: v1, labels: {a: "-"}}]\n', '6:36 spec.subsets[0].labels.a is "-", expected letters, digits, "-", "_" and ".", with a letter or digit at both ends'],
  ['an empty policy', '  host: a.com\n  trafficPolicy: {}\n', '6:18 spec.trafficPolicy is an empty mapping, expected at least one setting'],
  ['an empty policy of a subset', '  host: a.com\n  subsets: [{name: v1, trafficPolicy: {}}]\n', '6:39 spec.subsets[0].trafficPolicy is an empty mapping, expected at least one setting'],
  ['a mode that is none', '  host: a.com\n  trafficPolicy: {tls: {mode: FOO}}\n', '6:31 spec.trafficPolicy.tls.mode is "FOO", expected one of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL'],
  ['an export to nobody', '  host: a.com\n  exportTo: ["~"]\n', '6:14 spec.exportTo[0] is "~", expected a namespace, "." for its own or "*" for all'],
  ['an export of a rule for workloads', '  host: a.com\n  exportTo: ["*"]\n  workloadSelector: {matchLabels: {a: b}}\n', '6:14 spec.exportTo[0] is "*", expected "." beside a workloadSelector: the rule is for workloads of its own namespace'],
  ['a selector with a wildcard', '  host: a.com\n  workloadSelector: {matchLabels: {a: "*"}}\n', '6:39 spec.workloadSelector.matchLabels.a is "*", expected a label value without "*": wildcards are not matched'],
];

test.each(refused)('%s is refused', (_what, spec, ...faults) => {
  expect(faultsOf(head + spec)).toEqual(faults);
});

test.each([
  '  host: "*"\n',
  '  host: short\n',
  '  host: a.com\n  exportTo: [shop]\n  workloadSelector: {}\n',
  '  host: a.com\n  workload_selector: {match_labels: {a: b}}\n',
  '  host: a.com\n  trafficPolicy: {retryBudget: {}}\n',
])('accepted: %s', spec => {
  expect(faultsOf(head + spec)).toEqual([]);
});
