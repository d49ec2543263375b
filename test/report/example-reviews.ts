import type { Verdict } from '../../src/envoy/verdict.js';
import type { Cause, Finding, Improvement, Witness, WitnessCall } from '../../src/findings/finding.js';
import type { Review } from '../../src/findings/review.js';
import { untouched } from '../../src/review.js';

export function verdict(some: Partial<Verdict> & Pick<Verdict, 'kind'>): Verdict {
  const nothing = { cluster: null, owner: null, via: null, weights: null, status: null, reason: null };
  return { ...nothing, otherwise: null, doubted: [], steps: [], ...some };
}

export const passthrough = verdict({
  kind: 'passthrough',
  cluster: 'PassthroughCluster',
  steps: [
    { stage: 'listener', name: 'virtualOutbound', because: 'no listener has 1.3.3.7:443 or 0.0.0.0:443' },
    { stage: 'cluster', name: 'PassthroughCluster', because: 'the outbound traffic policy is ALLOW_ANY' },
  ],
});

export function delivered(port: number, host: string, namespace: string, name: string, kind = 'ServiceEntry'): Verdict {
  return verdict({ kind: 'delivered', cluster: `outbound|${port}||${host}`, owner: { kind, namespace, name } });
}

const toTraefik = delivered(443, 'traefik.cutom-name', 'istio-demo', 'traefik');

export function curl(host: string): WitnessCall {
  const command = `curl https://${host}`;
  return { kind: 'tls', address: '1.3.3.7', port: 443, host, speaksFirst: 'client', command };
}

export function witness(namespace: string, call: WitnessCall, before: Verdict, after: Verdict): Witness {
  return { group: { namespace, labels: {} }, call, before, after };
}

export function cause(some: Partial<Cause> & Pick<Cause, 'kind' | 'namespace' | 'name' | 'at' | 'excerpt'>): Cause {
  return { change: 'added', side: 'head', ...some };
}

export function finding(some: Partial<Finding> & Pick<Finding, 'rule' | 'title' | 'causes'>): Finding {
  return {
    severity: 'error',
    fingerprint: '00000000000000aa',
    message: 'It is so.',
    fix: 'Make it otherwise.',
    groups: [],
    reachesOutside: false,
    subject: {},
    witness: null,
    proof: 'each',
    suggestion: null,
    ...some,
  };
}

export function review(some: Partial<Review>): Review {
  const findings = some.findings ?? [];
  const amount = (severity: string) => findings.filter(each => each.severity === severity).length;
  return {
    ...untouched({ rev: 'main' }, { rev: 'HEAD' }, null),
    istioVersion: '1.30.3',
    summary: {
      errors: amount('error'),
      warnings: amount('warning'),
      notices: amount('notice'),
      groups: 14,
      changedGroups: findings.length > 0 ? 2 : 0,
      resources: 1,
    },
    findings,
    ...some,
  };
}

export const traefikEntry = cause({
  kind: 'ServiceEntry',
  namespace: 'istio-demo',
  name: 'traefik',
  at: { file: 'dns-controller/traefik.yaml', line: 8, column: 7, endLine: 8, endColumn: 24 },
  excerpt: '    - traefik.cutom-name',
});

const bothNamespaces = [
  { namespace: 'default', labels: {} },
  { namespace: 'istio-demo', labels: {} },
];

export const trafficCaptured = finding({
  rule: 'traffic-captured',
  fingerprint: '3f9c2a7be01d4c55',
  title: 'traefik.cutom-name takes every connection to port 443 that no other entry claims',
  message:
    'The entry has no addresses and its port 443 is TCP, which has no host name to tell connections apart. So the sidecar listens on 0.0.0.0:443 and sends whatever it does not know there to traefik.cutom-name, with the certificate of the wrong server.',
  fix: 'Give the entry the addresses that its clients dial, so that it takes only those; or, if its clients speak TLS, declare the port with protocol TLS, so that it takes only the SNI traefik.cutom-name.',
  groups: bothNamespaces,
  reachesOutside: true,
  subject: { hosts: ['traefik.cutom-name'], port: 443 },
  witness: witness('istio-demo', curl('www.baidu.com'), passthrough, toTraefik),
  causes: [traefikEntry],
  suggestion: {
    file: 'dns-controller/traefik.yaml',
    line: 8,
    endLine: 8,
    replacement: '    - traefik.cutom-name\n  addresses:\n    - 240.240.0.10',
  },
});

export const listenerAdded = finding({
  rule: 'wildcard-listener-added',
  fingerprint: '8b02d9e4417fa360',
  title: 'New listener 0.0.0.0:443 takes every connection to port 443',
  message:
    'Nothing in istio-demo listened on port 443 before. Now the sidecar does, on every address, and its only chain matches every connection.',
  fix: 'Give ServiceEntry istio-demo/traefik addresses; then it gets a listener of its own and 0.0.0.0:443 is gone.',
  groups: [{ namespace: 'istio-demo', labels: {} }],
  subject: { hosts: ['traefik.cutom-name'], port: 443, listener: '0.0.0.0:443' },
  witness: witness('istio-demo', curl('www.baidu.com'), passthrough, toTraefik),
  causes: [traefikEntry],
});

/** The outage: a generated entry without addresses. */
export const hijack = review({
  findings: [trafficCaptured, listenerAdded],
  changes: [witness('istio-demo', curl('www.baidu.com'), passthrough, toTraefik)],
  assumptions: [
    'No MeshConfig was given: outboundTrafficPolicy ALLOW_ANY and root namespace istio-system were assumed.',
  ],
});

export const entriesLost = finding({
  rule: 'egress-entry-lost',
  severity: 'warning',
  fingerprint: '51c6b7d8e9f0a1b2',
  title: 'www.baidu.com, www.qq.com and mirrors.aliyun.com are no longer configured on port 443',
  message:
    'The new Sidecar shows the namespace only ./* and istio-system/*; the entries for these hosts are in default. The calls still work, but past the mesh: no policy, no metrics by host.',
  fix: 'Add "default/www.baidu.com", "default/www.qq.com" and "default/mirrors.aliyun.com" to the hosts of Sidecar payments/default.',
  groups: [{ namespace: 'payments', labels: { app: 'web' } }],
  subject: { hosts: ['www.baidu.com', 'www.qq.com', 'mirrors.aliyun.com'], port: 443 },
  witness: {
    ...witness(
      'payments',
      curl('www.baidu.com'),
      delivered(443, 'www.baidu.com', 'default', 'www-baidu-com'),
      passthrough,
    ),
    group: { namespace: 'payments', labels: { app: 'web' } },
  },
  causes: [
    cause({
      kind: 'Sidecar',
      namespace: 'payments',
      name: 'default',
      change: 'modified',
      at: { file: 'payments/sidecar.yaml', line: 8, column: 7, endLine: 10, endColumn: 28 },
      excerpt: '    - hosts:',
    }),
    cause({
      kind: 'ServiceEntry',
      namespace: 'payments',
      name: 'baidu-copy',
      change: 'removed',
      side: 'base',
      at: { file: 'payments/baidu.yaml', line: 1, column: 1, endLine: 14, endColumn: 18 },
      excerpt: 'apiVersion: networking.istio.io/v1',
    }),
  ],
  suggestion: {
    file: 'payments/sidecar.yaml',
    line: 9,
    endLine: 10,
    replacement: '        - "./*"\n        - "istio-system/*"\n        - "default/www.baidu.com"',
  },
});

const stalled = finding({
  rule: 'server-first-stalled',
  fingerprint: 'aa11bb22cc33dd44',
  title: 'Connections to mysql.example.net:3306 hang',
  message:
    'The new TLS port makes the sidecar read the first bytes of every connection to port 3306. A MySQL client sends none before the server greets it, so both wait.',
  fix: 'Give secure-mysql.example.net addresses, or another port.',
  groups: ['audit', 'billing', 'cart', 'checkout', 'ledger', 'orders', 'payments', 'search', 'shop'].map(namespace => ({
    namespace,
    labels: {},
  })),
  subject: { hosts: ['mysql.example.net'], port: 3306 },
  witness: witness(
    'audit',
    { kind: 'tcp', address: '1.3.3.7', port: 3306, host: null, speaksFirst: 'server', command: 'mysql -h 1.3.3.7' },
    delivered(3306, 'mysql.example.net', 'default', 'mysql'),
    verdict({ kind: 'stalled', cluster: 'outbound|3306||mysql.example.net' }),
  ),
  causes: [
    cause({
      kind: 'ServiceEntry',
      namespace: 'default',
      name: 'secure-mysql',
      at: { file: 'external/secure-mysql.yaml', line: 12, column: 17, endLine: 12, endColumn: 19 },
      excerpt: '      protocol: TLS',
    }),
  ],
});

const dangling = finding({
  rule: 'dangling-egress-host',
  severity: 'warning',
  fingerprint: 'd00dfeed00000001',
  title: 'Egress host "default/www.biadu.com" matches nothing',
  message: 'No Service or ServiceEntry in default that is exported to payments has a host that www.biadu.com covers.',
  fix: 'Did you mean "default/www.baidu.com"?',
  groups: [{ namespace: 'payments', labels: {} }],
  subject: { entry: 'default/www.biadu.com' },
  causes: [
    cause({
      kind: 'Sidecar',
      namespace: 'payments',
      name: 'default',
      change: 'modified',
      at: { file: 'payments/sidecar.yaml', line: 11, column: 11, endLine: 11, endColumn: 33 },
      excerpt: '        - "default/www.biadu.com"',
    }),
  ],
});

const listenerNotice = finding({
  rule: 'wildcard-listener-added',
  severity: 'notice',
  fingerprint: '0123456789abcdef',
  title: 'New listener 0.0.0.0:443 for api.stripe.com',
  message: 'It takes only TLS with the SNI api.stripe.com. Everything else on port 443 goes where it went before.',
  fix: 'Nothing to do, unless the namespace should not reach api.stripe.com.',
  groups: [{ namespace: 'istio-demo', labels: {} }],
  subject: { hosts: ['api.stripe.com'], port: 443, listener: '0.0.0.0:443' },
  causes: [
    cause({
      kind: 'ServiceEntry',
      namespace: 'istio-demo',
      name: 'stripe',
      at: { file: 'external/stripe.yaml', line: 1, column: 1, endLine: 13, endColumn: 19 },
      excerpt: 'apiVersion: networking.istio.io/v1',
    }),
  ],
});

export const captureGone: Improvement = {
  rule: 'traffic-captured',
  fingerprint: '3f9c2a7be01d4c55',
  title: 'traefik.cutom-name no longer takes every connection to port 443',
  message: 'The entry has addresses now.',
  fix: 'Nothing to do.',
  groups: bothNamespaces,
  reachesOutside: false,
  subject: { hosts: ['traefik.cutom-name'], port: 443 },
  witness: witness('istio-demo', curl('www.baidu.com'), toTraefik, passthrough),
  causes: [{ ...traefikEntry, change: 'modified' }],
  proof: 'each',
};

/** A bit of everything that a review can say. */
export const everything = review({
  findings: [stalled, entriesLost, dangling, listenerNotice],
  improvements: [captureGone],
  changes: [witness('istio-demo', curl('www.baidu.com'), toTraefik, passthrough)],
  assumptions: [
    'No MeshConfig was given: outboundTrafficPolicy ALLOW_ANY and root namespace istio-system were assumed.',
    'charts/web/templates/service.yaml is a template that nobody rendered; it was left out.',
  ],
  problems: [
    {
      code: 'yaml-syntax',
      message: 'found a tab that indents "hosts", expected spaces; replace it',
      at: { file: 'external/qq.yaml', line: 7, column: 1, endLine: 7, endColumn: 1 },
    },
  ],
});

/** A change whose settings accept one finding; the other offers its waiver. */
export const accepted = review({
  findings: [
    {
      ...listenerAdded,
      waiver:
        'waivers:\n  - rule: wildcard-listener-added\n    subject: { hosts: [traefik.cutom-name], port: 443 }\n' +
        '    reason: say here who accepts this and why\n    expires: 2027-02-22',
    },
  ],
  waived: [
    { ...trafficCaptured, waivedBy: 'shop calls nothing else on 443 (until 2027-01-31, .github/egress-review.yaml:4)' },
  ],
});

/** The fix: something got better, nothing worse. */
export const fixed = review({
  improvements: [captureGone],
  changes: [witness('istio-demo', curl('www.baidu.com'), toTraefik, passthrough)],
  summary: { errors: 0, warnings: 0, notices: 0, groups: 14, changedGroups: 2, resources: 1 },
});

export const nothing = review({});
