import { quote, type Path, type Report } from '../fault.js';
import { boolean, list, mapOf, optional, string, type ValueOf } from '../fields.js';
import { message, uint32 } from '../protobuf-fields.js';

/** Reads `LocalityLoadBalancerSetting`. */
export const localityLoadBalancer = message({
  distribute: list(message({ from: string, to: mapOf(uint32) })),
  failover: list(message({ from: string, to: string })),
  failoverPriority: list(string),
  enabled: optional(boolean),
});

type LocalityLoadBalancer = ValueOf<typeof localityLoadBalancer>;

const topologyLabels: readonly string[] = [
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
];

/** Calls are either distributed by weight or fail over between regions (`agent.ValidateLocalityLbSetting`). */
export function validateLocalityLoadBalancer(setting: LocalityLoadBalancer | null, path: Path, report: Report): void {
  if (setting === null) return;
  const { distribute, failover, failoverPriority } = setting;
  if (distribute.length > 0 && failover.length > 0) {
    report([...path, 'failover'], 'none beside distribute: keep one of the two');
    return;
  }
  const priority = failoverPriority.findIndex(label => topologyLabels.includes(label));
  if (failover.length > 0 && priority >= 0) {
    report([...path, 'failoverPriority', priority], 'no label of the topology beside failover');
  }
  validateDistribution(distribute, [...path, 'distribute'], report);
  failover.forEach((pair, index) => validateFailover(pair, [...path, 'failover', index], report));
}

function validateDistribution(distribute: LocalityLoadBalancer['distribute'], path: Path, report: Report): void {
  distribute.forEach(({ to }, index) => {
    const at = [...path, index, 'to'];
    let total = 0;
    for (const [locality, weight] of Object.entries(to)) {
      if (weight < 1 || weight > 100) report([...at, locality], 'a weight from 1 to 100');
      total += weight;
    }
    if (total !== 100) report(at, `weights that add up to 100, not ${total}`);
    // Istio takes them in random order, by which the verdict on wildcards may vary.
    const targets = Object.keys(to);
    validateLocalities(targets, position => [...at, targets[position] ?? ''], report);
  });
  const sources = distribute.map(({ from }) => from);
  validateLocalities(sources, position => [...path, position, 'from'], report);
}

/** Localities are `region/zone/subzone` with an optional `*` at the end, and none covers another (`validateLocalities`). */
function validateLocalities(localities: readonly string[], pathOf: (position: number) => Path, report: Report): void {
  const split = localities.map(partsOf);
  localities.forEach((locality, position) => {
    const parts = split[position] ?? [];
    const rival = split.slice(0, position).findIndex(earlier => overlap(earlier, parts));
    const star = locality.indexOf('*');
    if (star >= 0 && star < locality.length - 1) report(pathOf(position), '"*" only once, at the end');
    else if (parts.includes('')) report(pathOf(position), 'region, region/zone or region/zone/subzone');
    else if (rival >= 0) {
      report(pathOf(position), `localities that do not overlap: ${quote(localities[rival] ?? '')} does`);
    }
  });
}

/** `strings.SplitN`: a subzone may have slashes. */
function partsOf(locality: string): readonly string[] {
  const [region = '', zone, ...rest] = locality.split('/');
  return [region, ...(zone === undefined ? [] : [zone]), ...(rest.length === 0 ? [] : [rest.join('/')])];
}

/** An earlier locality covers what is below it, with or without `*`; a later one does so only without. */
function overlap(earlier: readonly string[], later: readonly string[]): boolean {
  const covering = earlier.at(-1) === '*' ? earlier.slice(0, -1) : earlier;
  return isPrefix(covering, later) || isPrefix(later, earlier);
}

function isPrefix(parts: readonly string[], whole: readonly string[]): boolean {
  return parts.every((part, index) => part === whole[index]);
}

function validateFailover({ from, to }: { from: string; to: string }, path: Path, report: Report): void {
  for (const [field, region] of Object.entries({ from, to })) {
    if (/[/*]/.test(region)) report([...path, field], 'a region, without "/" and "*"');
  }
  if (from === to) report([...path, 'to'], 'another region than from');
}
