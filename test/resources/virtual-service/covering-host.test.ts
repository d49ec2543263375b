import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSubsetOf } from '../../../src/resources/hostname.js';
import { coveringHosts } from '../../../src/resources/virtual-service/covering-host.js';

const host = fc.stringMatching(/^\*?(?:[ab]\.?){0,4}$/);

test('finds a host that covers another, wherever one does', () => {
  fc.assert(
    fc.property(fc.array(host, { maxLength: 6 }), host, (hosts, other) => {
      const place = coveringHosts(hosts)(other);
      const covering = hosts.filter(one => isSubsetOf(other, one));
      if (covering.length === 0) expect(place).toBeNull();
      else expect(covering).toContain(hosts[place ?? -1]);
    }),
  );
});

test('finds the hosts that overlap with others of the same list', () => {
  fc.assert(
    fc.property(fc.array(host, { maxLength: 6 }), hosts => {
      const covering = coveringHosts(hosts);
      const overlaps = hosts.some((one, index) =>
        hosts.some((other, place) => place !== index && isSubsetOf(one, other)),
      );
      expect(hosts.some((one, index) => covering(one, index) !== null)).toBe(overlaps);
    }),
  );
});

test('of equal hosts the first covers the others', () => {
  const covering = coveringHosts(['a', '*.b', 'a', '*.b']);
  expect([covering('a', 0), covering('*.b', 1), covering('a', 2), covering('*.b', 3)]).toEqual([null, null, 0, 1]);
});
