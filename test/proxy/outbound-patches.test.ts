import { expect, test } from '@jest/globals';
import { parseVersion } from '../../src/istio/version.js';
import { outboundPatches } from '../../src/proxy/outbound-patches.js';
import { envoyFilter } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

// prettier-ignore
test.each([
  ['^1\\.25.*',      '1.25.3', true],
  ['^1\\.25\\.3$',   '1.25.3', true],
  ['^1\\.25\\.3$',   '1.25.4', false],
  ['^1\\.25\\..*',   '1.25',   true],
  ['^1\\.25\\.1[0-9]', '1.25', true],
  ['^1\\.24\\..*',   '1.25',   false],
])('a patch for proxies of %s, told to one of %s: %s', (proxyVersion, release, isTold) => {
  const version = parseVersion(release);
  const filters = resourcesOf(
    envoyFilter({
      patches: [
        {
          applyTo: 'HTTP_FILTER',
          operation: 'INSERT_BEFORE',
          value: { name: 'envoy.filters.http.lua' },
          match: { proxy: { proxyVersion } },
        },
      ],
    }),
  ).filter(resource => resource.kind === 'EnvoyFilter');

  expect(filters).toHaveLength(1);
  expect(version !== null && outboundPatches(filters, version).length > 0).toBe(isTold);
});
