import { expect, test } from '@jest/globals';
import { service } from '../manifests.js';
import { reviewOf } from '../reviews.js';

const web = service({ name: 'shop/web', clusterIP: '10.0.0.1' });
const sidecar = (policy: string) =>
  'apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: default, namespace: shop}\nspec:\n' +
  `  egress:\n  - hosts: ["*/*"]\n${policy}`;

// prettier-ignore
test.each<[what: string, policy: string, line: number]>([
  ['its mode',                    '  outboundTrafficPolicy:\n    mode: REGISTRY_ONLY\n',    8],
  ['a policy that says nothing',  '  outboundTrafficPolicy: {}\n',                          7],
  ['the spelling of protobuf',    '  outbound_traffic_policy:\n    mode: REGISTRY_ONLY\n',  8],
])('a Sidecar that comes or goes is cited for unknown traffic at %s', (_what, policy, line) => {
  const place = (base: Record<string, string>, head: Record<string, string>, rule: string) =>
    reviewOf({ 'web.yaml': web, ...base }, { 'web.yaml': web, ...head })
      .findings.filter(finding => finding.rule === rule)
      .flatMap(({ causes }) => causes.map(({ change, at }) => [change, at.line]));
  const held = { 'sidecar.yaml': sidecar(policy) };
  expect(place({}, held, 'unknown-traffic-blocked')).toEqual([['added', line]]);
  expect(place(held, {}, 'unknown-traffic-allowed')).toEqual([['removed', line]]);
});
