import { describe, expect, test } from '@jest/globals';
import { meshConfig, service } from '../manifests.js';
import { reviewOf } from '../reviews.js';

const open = meshConfig('outboundTrafficPolicy: {mode: ALLOW_ANY}');
const unreadable = meshConfig('outboundTrafficPolicy: {mode: REGISTRYONLY}');
const noText =
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio, namespace: istio-system}\n' +
  'data:\n  mesh:\n    outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n';
const operator =
  'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: cp, namespace: istio-system}\n' +
  'spec: {meshConfig: {proxyListenPort: many}}\n';
const web = service({ name: 'shop/web', clusterIP: '10.0.0.1' });

describe('a manifest of Istio that nobody can read decides nothing, and the review says who refuses it:', () => {
  const kept = 'A running istiod keeps the MeshConfig that it has; one that restarts takes the defaults.';
  const mode =
    'data.mesh.outboundTrafficPolicy.mode is "REGISTRYONLY", expected one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS';
  // prettier-ignore
  const rows: [who: string, base: string, head: string, title: string, message: string, fix: string][] = [
    ['istiod, of a mode that does not exist', open, unreadable, 'ConfigMap istio-system/istio cannot be read by istiod',
      `The API server takes it, but istiod cannot read it: ${mode}. ${kept} What base says of it stays in force, and the review goes by that.`,
      'Correct the field that is named; a server-side dry run does not find it.'],
    ['istiod, of one that is new', '', unreadable, 'ConfigMap istio-system/istio cannot be read by istiod',
      `The API server takes it, but istiod cannot read it: ${mode}. ${kept} The review leaves it out.`,
      'Correct the field that is named; a server-side dry run does not find it.'],
    ['the API server, of a value that is no text', open, noText, 'ConfigMap istio-system/istio would be refused',
      'The cluster does not take it: data.mesh is a mapping, expected a text: a MeshConfig after `|-`. What base says of it stays in force, and the review goes by that.',
      'Correct the field that is named; `istioctl analyze` and a server-side dry run say the same.'],
    ['istioctl, of an IstioOperator', '', operator, 'IstioOperator istio-system/cp would be refused',
      'The installation stops, as `istioctl` does not take it: spec.meshConfig.proxyListenPort is "many", expected a whole number from 0 to 4294967295. So it changes nothing, and the review leaves it out.',
      'Correct the field that is named; `istioctl manifest generate` says the same.'],
  ];
  test.each(rows)('%s', (_who, base, head, title, message, fix) => {
    const { findings } = reviewOf([web, base], [web, head]);
    expect(findings).toMatchObject([{ rule: 'invalid-resource', title, message, fix, reachesOutside: true }]);
    expect(findings[0]?.groups.map(({ namespace }) => namespace)).toEqual(['shop']);
  });
});
