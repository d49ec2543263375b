import { before, between, isWithinAny, since, type Span } from './span.js';
import type { Version } from './version.js';

/** What releases do differently and what is not simulated: a sentence on what these do, without its final stop. */
interface UnsimulatedBehaviour {
  readonly does: string;
  readonly releases: readonly Span[];
}

const unsimulatedBehaviours: readonly UnsimulatedBehaviour[] = [
  // VD-13
  {
    does: 'a ServiceEntry with several addresses is one service that has them all',
    releases: [between('1.22.4', '1.22.5'), between('1.23', '1.23.1'), between('1.24', '1.24.3')],
  },
  // VD-17, OD-4: its minor release is not known for certain
  {
    does: 'a ServiceEntry for another revision can still be met in some places',
    releases: [before('1.16')],
  },
  // VD-26
  {
    does: 'sourceLabels of a rule are held against the labels that a pod had when its sidecar started',
    releases: [before('1.16')],
  },
  // VD-48
  {
    does: 'egress listeners with captureMode NONE on ports below 1024 are left out for pods that may not open them',
    releases: [since('1.14')],
  },
  // VD-41
  { does: 'egress hosts may exclude what others import (~/…)', releases: [since('1.31')] },
  // VD-42
  { does: 'egress hosts that are all exact import one declaration of a host', releases: [since('1.31')] },
  // VD-63
  { does: 'tls and tcp rules of VirtualServices without routes are skipped', releases: [since('1.31')] },
];

/** What one of the releases does and the other does not. */
export function unsimulatedMoves(from: Version, to: Version): readonly string[] {
  return unsimulatedBehaviours
    .filter(({ releases }) => isWithinAny(from, releases) !== isWithinAny(to, releases))
    .map(({ does, releases }) => `${does}, ${isWithinAny(to, releases) ? 'now' : 'before'}`);
}
