import { duration } from '../duration.js';
import { validateDuration } from '../duration-validation.js';
import type { Path, Report } from '../fault.js';
import { optional, type ValueOf } from '../fields.js';
import { double, enumeration, message } from '../protobuf-fields.js';
import { consistentHash, validateConsistentHash } from './consistent-hash.js';
import { localityLoadBalancer, validateLocalityLoadBalancer } from './locality-load-balancer.js';

/** Reads `LoadBalancerSettings`. */
export const loadBalancerSettings = message({
  simple: optional(enumeration('UNSPECIFIED', 'LEAST_CONN', 'RANDOM', 'PASSTHROUGH', 'ROUND_ROBIN', 'LEAST_REQUEST')),
  consistentHash: optional(consistentHash),
  localityLbSetting: optional(localityLoadBalancer),
  warmupDurationSecs: optional(duration),
  warmup: optional(
    message({ duration: optional(duration), minimumPercent: optional(double), aggression: optional(double) }),
  ),
});

type LoadBalancerSettings = ValueOf<typeof loadBalancerSettings>;

/** `loadBalancer.simple` by name; empty where there is none, or a consistent hash, which is the same field to Istio. */
export function simpleLoadBalancer(settings: LoadBalancerSettings | null): string {
  if (settings === null || settings.consistentHash !== null) return '';
  return typeof settings.simple === 'string' ? settings.simple : '';
}

/** A hash, localities and a warm-up must be such; the simple ones always are (`validateLoadBalancer`). */
export function validateLoadBalancer(settings: LoadBalancerSettings | null, path: Path, report: Report): void {
  if (settings === null) return;
  validateConsistentHash(settings.consistentHash, [...path, 'consistentHash'], report);
  validateLocalityLoadBalancer(settings.localityLbSetting, [...path, 'localityLbSetting'], report);
  validateWarmup(settings.warmup, [...path, 'warmup'], report);
}

function validateWarmup(warmup: LoadBalancerSettings['warmup'], path: Path, report: Report): void {
  if (warmup === null) return;
  if (warmup.duration === null) report([...path, 'duration'], 'a duration such as "30s"');
  validateDuration(warmup.duration, [...path, 'duration'], report);
  if (warmup.minimumPercent !== null && warmup.minimumPercent > 100) {
    report([...path, 'minimumPercent'], 'at most 100');
  }
  if (warmup.aggression !== null && warmup.aggression < 1) report([...path, 'aggression'], 'at least 1');
}
