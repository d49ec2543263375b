import { expect, test } from '@jest/globals';
import { simulateWorkload } from '../src/workload.js';
import { listenerTexts } from './listener-text.js';
import { entry, service, sidecar } from './manifests.js';
import { resourcesOf } from './meshes.js';

const web = service({ name: 'shop/web', ports: 'tcp/443' });
const foreign = { kind: 'tls', host: 'b.example', address: '203.0.113.77', port: 443, speaksFirst: 'client' } as const;

test('CV-4: a Service without an address does not take every connection: it gets an address', () => {
  const { sidecar: running } = simulateWorkload(resourcesOf(web), 'shop', {});
  expect(listenerTexts(running.configuration)).toEqual([
    expect.stringMatching(/^198\.1[89]\.\d+\.\d+:443 ALL → web\.shop/),
  ]);
  expect(running.answer(foreign).kind).toBe('passthrough');
});

test('the Sidecar of the labels governs', () => {
  const resources = resourcesOf(
    entry({ hosts: 'a.example', ports: 'TCP/443' }),
    sidecar({ name: 'shop/cart', selector: { app: 'cart' }, egress: [{ hosts: 'pay/*' }] }),
  );
  expect(simulateWorkload(resources, 'shop', {}).sidecar.answer(foreign).kind).toBe('delivered');
  const { choice, sidecar: running } = simulateWorkload(resources, 'shop', { app: 'cart' });
  expect(choice.chosen?.name).toBe('cart');
  expect(running.answer(foreign).kind).toBe('passthrough');
});
