import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verification } from '../../src/live/verification.js';
import { needsAddress } from '../../src/mesh/free-addresses.js';
import { changeKinds, type Change, type Pick } from './changed-dump.js';
import { recordedDump } from './recorded-dump.js';
import { recordedMeshes, verifyRecorded, type Recorded } from './recorded.js';

const themes = ['rules', 'sidecar', 'conflict', 'routes', 'mesh', 'headless', 'families', 'mixed'];

/** Where a Service has no address, its listener is at one that was invented, which no dump has. */
const proxies = themes.flatMap(theme =>
  recordedMeshes(theme)
    .filter(({ resources }) => !resources.some(needsAddress))
    .flatMap(mesh => mesh.proxies.map(([proxy, pod]) => ({ mesh, proxy, pod }))),
);

/** Something for a property to choose by. */
const chosen = fc.record({
  at: fc.nat({ max: proxies.length - 1 }),
  picks: fc.array(fc.nat({ max: 1000 }), { minLength: 2, maxLength: 2 }),
});

function pickBy(picks: readonly number[]): Pick {
  let next = 0;
  return items => {
    const at = picks[next % picks.length] ?? 0;
    next += 1;
    return items[at % items.length];
  };
}

/** At the place itself; or, where the change took or brought the only trace of a host, with the host. */
function isTold({ differences, absent, undeclaredHosts, ofPods, taken }: Verification, { at }: Change): boolean {
  const isThere = [...differences, ...taken].some(({ where }) => at.every((part, index) => where[index] === part));
  return isThere || absent.length > 0 || undeclaredHosts.length > 0 || ofPods.length > 0;
}

describe('a sidecar that was told something else is found out, at the right place', () => {
  test.each(Object.entries(changeKinds))('%s', (_kind, change) => {
    let changed = 0;
    let placed = 0;
    fc.assert(
      fc.property(chosen, ({ at, picks }) => {
        const { mesh, proxy, pod } = proxies[at] ?? firstProxy();
        const made = change(proxy, pickBy(picks));
        if (made === null) return;
        changed += 1;
        const verification = verifyRecorded(mesh, [recordedDump(made.proxy, pod)]);
        const isPlaced = verification.differences.some(({ where }) => where[0] === made.at[0]);
        if (isPlaced) placed += 1;
        if (!isTold(verification, made)) throw new Error(`${mesh.id}, ${pod.id}: ${made.at.join(', ')}`);
      }),
      { numRuns: 200 },
    );
    expect(changed).toBeGreaterThan(0);
    expect(placed / changed).toBeGreaterThan(0.5);
  });
});

function firstProxy(): { mesh: Recorded; proxy: Recorded['proxies'][number][0]; pod: Recorded['proxies'][number][1] } {
  const [first] = proxies;
  if (first === undefined) throw new Error('nothing is recorded');
  return first;
}
