import { describe, expect, test } from '@jest/globals';
import { ambientDataPlane, oneOfSidecars } from '../../src/envoy/unsimulated-sidecars.js';
import type { Call } from '../../src/envoy/call.js';
import { entry } from '../manifests.js';
import { sidecarOf } from '../meshes.js';

const told = sidecarOf([entry({ hosts: 'a.example' })]);
const untold = sidecarOf([]);

const tls: Call = { kind: 'tls', address: '1.2.3.4', port: 443, host: 'a.example', speaksFirst: 'client' };

describe('one of two sidecars', () => {
  const either = oneOfSidecars(told, [untold], 'nobody says which');

  test('answers what both do', () => {
    expect(either.answer({ ...tls, host: 'other.example' })).toMatchObject({ kind: 'passthrough', reason: null });
  });

  test('does not know what they answer differently, nor what it would be otherwise', () => {
    const unknown = { kind: 'unknown', reason: 'nobody says which', otherwise: null, doubted: [], steps: [] };
    expect(either.answer(tls)).toMatchObject(unknown);
  });
});

test('nothing is known of what is ambient', () => {
  const { kind, reason } = ambientDataPlane(told).answer(tls);
  expect([kind, reason]).toEqual([
    'unknown',
    'the workload is ambient: its calls go through ztunnel and waypoints, which are not simulated',
  ]);
});
