import { before, isWithinAny, since, type Span } from './span.js';
import type { Version } from './version.js';

/** A feature flag of istiod that decides egress and that is not simulated. */
export interface UnsimulatedFlag {
  readonly name: string;
  /** The value that changes something. */
  readonly value: boolean;
  readonly releases: readonly Span[];
  /** What is simulated instead. */
  readonly taken: string;
}

const unsimulatedFlags: readonly UnsimulatedFlag[] = [
  // VD-52
  {
    name: 'PILOT_ENABLE_PROTOCOL_SNIFFING_FOR_OUTBOUND',
    value: false,
    releases: [before('1.19')],
    taken: 'ports whose protocol nothing says are taken to be sniffed',
  },
  // LI-11
  {
    name: 'PILOT_ENABLE_HEADLESS_FILTER_CHAIN_LISTENER',
    value: true,
    releases: [since('1.31')],
    taken: 'headless Services are taken to have a listener for each endpoint',
  },
];

/** Those that decide something in that release. */
export function unsimulatedFlagsOf(version: Version): readonly UnsimulatedFlag[] {
  return unsimulatedFlags.filter(({ releases }) => isWithinAny(version, releases));
}
