import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Call } from '../src/envoy/call.js';
import { defaultControlPlane } from './default-control-plane.js';
import { simulate } from '../src/simulate.js';
import type { ManifestText } from './manifests.js';
import { resourcesOf } from './meshes.js';
import { randomMesh } from './random-mesh.js';
import { differences, type ProxyAnswer } from './recorded-answers.js';

const proxies = ['shop', 'pay', 'istio-system'].flatMap(namespace => [
  { id: `${namespace} v4`, namespace, labels: {}, ips: ['10.1.1.1'], capturesDns: false, allocatesAddresses: false },
  {
    id: `${namespace} cart`,
    namespace,
    labels: { app: 'cart' },
    ips: ['2001:db8:1::1', '10.1.1.2'],
    capturesDns: false,
    allocatesAddresses: false,
  },
]);

const calls = ['1.3.3.7', '10.96.0.1', '240.0.0.1', '2001:db8::7'].flatMap(address =>
  [80, 443, 3306].flatMap(port =>
    (['tls', 'http', 'tcp'] as const).map((kind): Call & { id: string } => ({
      id: `${kind} ${address} ${port}`,
      kind,
      address,
      port,
      host: kind === 'tcp' ? null : 'a.example',
      speaksFirst: 'client',
    })),
  ),
);

function answersTo(manifests: readonly ManifestText[]): readonly ProxyAnswer[] {
  const answer = simulate({
    id: 'm',
    controlPlane: defaultControlPlane,
    resources: resourcesOf(...manifests),
    proxies,
    calls,
  });
  return (JSON.parse(JSON.stringify(answer)) as { proxies: readonly ProxyAnswer[] }).proxies;
}

test('answers do not depend on the order of manifests, where all are dated', () => {
  const shuffled = randomMesh.chain(manifests =>
    fc.tuple(fc.constant(manifests), fc.shuffledSubarray([...manifests], { minLength: manifests.length })),
  );
  fc.assert(
    fc.property(shuffled, ([there, back]) => {
      const [one, other] = [answersTo(there), answersTo(back)];
      expect(one.flatMap((proxy, index) => differences(proxy, other[index] ?? proxy))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('answers are the same each time', () => {
  fc.assert(
    fc.property(randomMesh, manifests => {
      expect(JSON.stringify(answersTo(manifests))).toBe(JSON.stringify(answersTo(manifests)));
    }),
    { numRuns: 25 },
  );
});
