import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { entry, service, sidecar, type ManifestText } from '../manifests.js';
import { reviewOf } from '../reviews.js';

const entries = (ports: string, ...hosts: string[]) =>
  hosts.map(host => entry({ hosts: host, namespace: 'default', ports }));
const hiding = sidecar({ egress: [{ hosts: './*' }] });

/** The call that shows the first finding of the rule, and from where. */
function shown(rule: Finding['rule'], base: readonly ManifestText[], head: readonly ManifestText[]): string {
  const found = reviewOf(base, head).findings.find(finding => finding.rule === rule);
  return found?.witness === null || found === undefined
    ? 'nothing'
    : `${found.witness.call.command} from ${found.witness.group.namespace}`;
}

type Row = [what: string, rule: Finding['rule'], base: ManifestText[], head: ManifestText[], call: string];

// prettier-ignore
const rows: Row[] = [
  ['a well-known name before others',               'egress-entry-lost', entries('TLS/443', 'api.example.net', 'www.qq.com'), [...entries('TLS/443', 'api.example.net', 'www.qq.com'), hiding], 'curl https://www.qq.com from shop'],
  ['a host by its own name before a wildcard',      'egress-entry-lost', [entry({ hosts: '*.example.net', namespace: 'default', resolution: 'NONE' }), ...entries('TLS/443', 'z.example.org')], [entry({ hosts: '*.example.net', namespace: 'default', resolution: 'NONE' }), ...entries('TLS/443', 'z.example.org'), hiding], 'curl https://z.example.org from shop'],
  ['a configured host before a stranger',           'traffic-captured',  entries('TLS/8443', 'a.example.net').concat(hiding), [...entries('TLS/8443', 'a.example.net'), hiding, entry({ hosts: 'b.example.net', ports: 'TCP/8443' })], 'curl https://a.example.net:8443 from shop'],
  ['the client that everyone uses on the port',     'traffic-captured',  [service({ name: 'shop/cart', ports: 'tcp/9000' })], [service({ name: 'shop/cart', ports: 'tcp/9000' }), entry({ hosts: 'db.example.net', ports: 'TCP/5432' })], 'psql -h example.org from shop'],
  ['TLS on 443, where nothing else is known',       'traffic-captured',  [service({ name: 'shop/cart', ports: 'tcp/9000' })], [service({ name: 'shop/cart', ports: 'tcp/9000' }), entry({ hosts: 'db.example.net', ports: 'TCP/443' })], 'curl https://example.org from shop'],
  ['a group of the cause’s namespace',              'traffic-captured',  [service({ name: 'a/cart', ports: 'tcp/9000' })], [service({ name: 'a/cart', ports: 'tcp/9000' }), entry({ hosts: 'db.example.net', ports: 'TCP/443' })], 'curl https://example.org from shop'],
  ['443 before other ports',                        'unknown-traffic-blocked', [hiding, ...entries('TLS/8443', 'a.example.net')], [sidecar({ egress: [{ hosts: './*' }], policy: { mode: 'REGISTRY_ONLY' } }), ...entries('TLS/8443', 'a.example.net')], 'curl https://example.org from shop'],
];

test.each(rows)('shows %s', (_what, rule, base, head, call) => {
  expect(shown(rule, base, head)).toBe(call);
});

test('where only others are reached, the call is theirs', () => {
  const scoped = sidecar({ name: 'edge/default', egress: [{ hosts: '~/*' }] });
  const [finding] = reviewOf(
    [scoped],
    [scoped, entry({ hosts: 'db.example.net', namespace: 'edge', ports: 'TCP/443' })],
  ).findings;
  expect([finding?.groups, finding?.reachesOutside, finding?.witness?.group.namespace]).toEqual([
    [],
    true,
    '(outside this repository)',
  ]);
});
