import { expect, test } from '@jest/globals';
import { asRecorded } from '../src/as-recorded.js';
import { defaultControlPlane } from './default-control-plane.js';
import { entry, service, slice } from './manifests.js';
import { configurationOf } from './meshes.js';

const recorded = (addresses: string) =>
  asRecorded(
    configurationOf([
      service({ name: 'shop/web', clusterIP: 'None', ports: 'x/443' }),
      slice({ name: 'shop/web-1', of: 'web', addresses, ports: 'x-443' }),
      entry({ hosts: 'a.example, b.example', ports: 'HTTP/80' }),
    ]),
    defaultControlPlane.behaves,
  );
const web = 'web.shop.svc.cluster.local:443';

test('a private table of one listener is as it is', () => {
  expect(recorded('192.0.2.1').routeTable(web).virtualHosts).toHaveLength(1);
});

test('of several it was recorded empty', () => {
  expect(recorded('192.0.2.1, 192.0.2.2').routeTable(web).virtualHosts).toEqual([]);
});

test('other tables stay beside it', () => {
  expect(recorded('192.0.2.1, 192.0.2.2').routeTable('80').virtualHosts).toHaveLength(3);
});
