import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { freeAddresses } from '../../src/mesh/free-addresses.js';
import { covers, parseAddress, parsePrefix } from '../../src/resources/ip-address.js';
import type { Resource, Service } from '../../src/resources/resource.js';
import { entry, service, sidecar } from '../manifests.js';
import { resourcesOf } from '../meshes.js';

const isService = (resource: Resource): resource is Service => resource.kind === 'Service';

/** By `namespace/name`. */
function inventedOf(resources: readonly Resource[]): Map<string, string | null> {
  const { invented } = freeAddresses(resources);
  return new Map(resources.filter(isService).map(found => [`${found.namespace}/${found.name}`, invented(found)]));
}

// prettier-ignore
const needs: [when: string, manifest: string, isInvented: boolean][] = [
  ['a Service without an address',     service({ name: 'shop/web' }),                             true],
  ['a Service with one',               service({ name: 'shop/web', clusterIP: '10.96.0.1' }),     false],
  ['a headless Service',               service({ name: 'shop/web', clusterIP: 'None' }),          false],
  ['an ExternalName Service',          service({ name: 'shop/web', externalName: 'a.example' }),  false],
];

test.each(needs)('CV-4: %s gets an invented address: %s', (_what, manifest, isInvented) => {
  expect([...inventedOf(resourcesOf(manifest)).values()].map(address => address !== null)).toEqual([isInvented]);
});

/** Addresses and prefixes near the places where ours are drawn. */
const octet = fc.integer({ min: 0, max: 255 });
const near = fc.constantFrom('198.18', '198.19', '100.64', '203.0', '10.1');
const taken = fc.oneof(
  fc.tuple(near, octet, octet).map(([head, a, b]) => `${head}.${a}.${b}`),
  fc.tuple(near, octet, fc.integer({ min: 12, max: 32 })).map(([head, a, bits]) => `${head}.${a}.0/${bits}`),
  fc.constantFrom('198.18.0.0/15', '100.64.0.0/10', '203.0.113.0/24', '2001:db8::/32'),
);
const names = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 400 })), {
  selector: ([namespace, number]) => `${namespace}/s${number}`,
  maxLength: 60,
});

test('addresses are outside everything that is named, and no two are equal', () => {
  fc.assert(
    fc.property(names, fc.array(taken, { maxLength: 20 }), (services, addresses) => {
      const resources = resourcesOf(
        ...services.map(([namespace, number]) => service({ name: `${namespace}/s${number}` })),
        ...addresses.map((address, index) =>
          entry({ hosts: `e${index}.example`, addresses: address, resolution: 'NONE', ports: 'TCP/443' }),
        ),
      );
      const drawn = [...inventedOf(resources).values(), freeAddresses(resources).foreign];
      const found = drawn.map(address => parseAddress(address ?? ''));
      const hit = found.filter(
        address =>
          address === null ||
          addresses.some(text => {
            const prefix = parsePrefix(text);
            return prefix === null ? text === address.text : covers(prefix, address);
          }),
      );
      expect([hit, new Set(drawn).size]).toEqual([[], drawn.length]);
    }),
    { numRuns: 60 },
  );
});

test('addresses depend on names alone, not on the order of manifests', () => {
  fc.assert(
    fc.property(names, services => {
      const manifests = services.map(([namespace, number]) => service({ name: `${namespace}/s${number}` }));
      const there = inventedOf(resourcesOf(...manifests));
      const back = inventedOf(resourcesOf(...manifests.toReversed()));
      expect([...there].sort()).toEqual([...back].sort());
    }),
    { numRuns: 30 },
  );
});

describe('of two sides', () => {
  const kept = service({ name: 'shop/web' });
  const base = resourcesOf(kept, service({ name: 'shop/gone' }));
  const head = resourcesOf(kept, service({ name: 'shop/new' }));
  const { invented } = freeAddresses([...base, ...head]);

  test('a Service has the same address at both, though it is another object', () => {
    const [one, other] = [base[0], head[0]].map(found =>
      found !== undefined && isService(found) ? invented(found) : null,
    );
    expect(one).not.toBeNull();
    expect(other).toBe(one);
  });

  test('a Service of one side has an address too', () => {
    expect([...base, ...head].filter(isService).map(invented)).not.toContain(null);
  });
});

test('a Service keeps its address when others come', () => {
  const before = inventedOf(resourcesOf(service({ name: 'shop/web' })));
  const after = inventedOf(
    resourcesOf(service({ name: 'shop/web' }), service({ name: 'shop/api' }), service({ name: 'pay/web' })),
  );
  expect(after.get('shop/web')).toBe(before.get('shop/web'));
});

// prettier-ignore
const avoided: [what: string, manifest: (address: string) => string][] = [
  ['a Service',             address => service({ name: 'pay/other', clusterIP: address })],
  ['a second address',      address => service({ name: 'pay/other', clusterIP: `2001:db8::1, ${address}` })],
  ['an entry',              address => entry({ hosts: 'a.example', addresses: address })],
  ['a prefix of an entry',  address => entry({ hosts: 'a.example', addresses: `${address}/30`, resolution: 'NONE' })],
  ['an endpoint',           address => entry({ hosts: 'a.example', resolution: 'STATIC', endpoints: address })],
  ['the bind of a Sidecar', address => sidecar({ egress: [{ hosts: './*', port: 'TCP/443', bind: address }] })],
];

test.each(avoided)('the address of %s is nobody else’s', (_what, manifest) => {
  const own = service({ name: 'shop/web' });
  const first = inventedOf(resourcesOf(own)).get('shop/web') ?? '';
  const { foreign } = freeAddresses(resourcesOf(own));
  const resources = resourcesOf(own, manifest(first));
  expect(inventedOf(resources).get('shop/web')).not.toBe(first);
  expect(freeAddresses(resourcesOf(manifest(foreign))).foreign).not.toBe(foreign);
});

test('two Services whose names collide get two addresses', () => {
  const many = Array.from({ length: 3000 }, (_, index) => service({ name: `shop/s${index}` }));
  const drawn = inventedOf(resourcesOf(...many));
  expect(new Set(drawn.values()).size).toBe(3000);
});

test('where an entry covers everything, addresses are drawn all the same', () => {
  const all = entry({ hosts: 'a.example', addresses: '0.0.0.0/0', resolution: 'NONE' });
  const resources = resourcesOf(service({ name: 'shop/web' }), all);
  expect(inventedOf(resources).get('shop/web')).toMatch(/^198\.1[89]\./);
  expect(freeAddresses(resources).foreign).toMatch(/^203\.0\.113\./);
});

describe('CV-19: an entry stands with an automatic address', () => {
  // prettier-ignore
  test.each<[when: string, manifest: string, host: string, isGiven: boolean]>([
    ['where it has none of its own',     entry({ hosts: 'a.example' }),                            'a.example', true],
    ['not where it has',                 entry({ hosts: 'a.example', addresses: '10.0.0.1' }),     'a.example', false],
    ['not with resolution NONE',         entry({ hosts: 'a.example', resolution: 'NONE' }),        'a.example', false],
    ['not for a wildcard',               entry({ hosts: '*.example', resolution: 'STATIC', endpoints: '10.0.0.1' }), '*.example', false],
    ['not where it opts out',            entry({ hosts: 'a.example', labels: { 'networking.istio.io/enable-autoallocate-ip': 'False' } }), 'a.example', false],
  ])('%s', (_when, manifest, host, isGiven) => {
    const resources = resourcesOf(manifest);
    const [resource] = resources;
    if (resource?.kind !== 'ServiceEntry') throw new Error('no entry');
    const address = freeAddresses(resources).automatic(resource, host);
    expect(address === null ? false : /^240\.240\.\d+\.\d+$/.test(address)).toBe(isGiven);
  });

  test('another for each host', () => {
    const resources = resourcesOf(entry({ hosts: 'a.example, b.example' }));
    const [resource] = resources;
    if (resource?.kind !== 'ServiceEntry') throw new Error('no entry');
    const { automatic } = freeAddresses(resources);
    expect(automatic(resource, 'a.example')).not.toBe(automatic(resource, 'b.example'));
    expect(automatic(resource, 'a.example')).toBe(freeAddresses(resources).automatic(resource, 'a.example'));
  });
});

describe('a proposed address', () => {
  const entries = resourcesOf(
    entry({ hosts: 'a.example', ports: 'TCP/443' }),
    entry({ hosts: 'b.example', ports: 'TCP/443' }),
    entry({ hosts: 'c.example', ports: 'TCP/443', addresses: '10.9.0.2' }),
  ).filter(resource => resource.kind === 'ServiceEntry');
  const proposals = (pool: string) => {
    const addresses = freeAddresses(entries, pool);
    return entries.slice(0, 2).map(found => addresses.suggested(found));
  };

  // prettier-ignore
  test.each<[what: string, pool: string, proposed: (string | null)[]]>([
    ['is nobody else’s',              '10.9.0.0/30',   ['10.9.0.1', '10.9.0.3']],
    ['is none where the pool is full', '10.9.0.2',     [null, null]],
    ['is none of IPv6',               '2001:db8::/64', [null, null]],
  ])('%s', (_what, pool, proposed) => {
    expect([...proposals(pool)].sort()).toEqual([...proposed].sort());
  });

  test('stays the same for its entry', () => {
    const [first] = entries;
    const { suggested } = freeAddresses(entries);
    if (first === undefined) throw new Error('there is an entry');
    expect(suggested(first)).toMatch(/^240\.240\./);
    expect(suggested(first)).toBe(suggested(first));
  });
});
