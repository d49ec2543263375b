import type { ChangedCall } from '../diff/changed-calls.js';
import type { Side } from '../diff/side.js';
import { patchesOf } from '../envoy/patched-listeners.js';
import type { Observation } from './observation.js';

/** Why what a rule saw of a call is not certain: the reasons for which the real verdicts are unknown. */
export function doubtsOnCall({ answered }: ChangedCall): readonly string[] {
  if (answered === null) return [];
  const unknown = [answered.after, answered.before].filter(({ kind }) => kind === 'unknown');
  return [...new Set(unknown.flatMap(({ reason }) => reason ?? []))];
}

/** Why a state is not certain: EnvoyFilters change listeners of its port after istiod has made them. */
export function doubtsOnState({ subject, groupClass }: Observation, after: Side): readonly string[] {
  const { listeners, patches } = after.sidecar(groupClass.asked).configuration;
  if (subject.port === undefined || patches.length === 0) return [];
  const patching = listeners
    .filter(({ port }) => port === subject.port)
    .flatMap(listener => patchesOf(listener, patches));
  const names = new Set(patching.map(({ filter }) => `EnvoyFilter ${filter.namespace}/${filter.name}`));
  return [...names].map(name => `${name} patches the listener`);
}

/** An observation that is not certain is no error. */
export function tempered(observation: Observation, doubts: readonly string[]): Observation {
  if (doubts.length === 0) return observation;
  return {
    ...observation,
    doubts: [...observation.doubts, ...doubts],
    severity: observation.severity === 'error' ? 'warning' : observation.severity,
  };
}
