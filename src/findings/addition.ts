import type { Improvement } from './finding.js';

/**
 * Whether it is only to know, because nothing was wrong before: head adds what base did not configure, or an entry takes
 * its calls on further addresses.
 */
export function isAddition({ rule, causes }: Improvement): boolean {
  return (
    rule === 'address-changed' ||
    (rule === 'egress-entry-lost' && causes.length > 0 && causes.every(({ change }) => change === 'added'))
  );
}
