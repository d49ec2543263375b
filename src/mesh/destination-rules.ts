import type { Behaves } from '../istio/behaviours.js';
import type { ControlPlane } from '../istio/control-plane.js';
import { sameLabels } from '../resources/label.js';
import type { Labels } from '../resources/resource.js';
import type { DestinationRule, Subset, TrafficPolicy } from '../resources/route-rules.js';
import { oldestFirst, type AgeOf } from './age.js';
import { mostSpecific, type HostMap } from './most-specific.js';
import { append } from './multimap.js';
import { fullName } from './full-names.js';

/** DestinationRules of one host, merged (`ConsolidatedDestRule`). */
export interface HostPolicy {
  readonly namespace: string;
  /** null: for every workload. */
  readonly workloadSelector: Labels | null;
  /** As written. */
  readonly exportTo: ReadonlySet<string>;
  readonly trafficPolicy: TrafficPolicy | null;
  readonly subsets: readonly Subset[];
}

/** Answers which policy a namespace applies to a host. */
export interface PolicyIndex {
  /** Whether rules mean this namespace in particular, so that its answers are its own. */
  concerns(namespace: string): boolean;
  /** The labels of workloads of the namespace for which alone some rule holds. */
  selectorsIn(namespace: string): readonly Labels[];
  find(clientNamespace: string, host: string, serviceNamespace: string): readonly HostPolicy[];
}

/**
 * Indexes DestinationRules: the client's namespace goes first, then the service's, then the root namespace.
 *
 * Mirrors `PushContext.setDestinationRules` and `destinationRule`.
 */
export function indexDestinationRules(
  declared: readonly DestinationRule[],
  { behaves, config }: ControlPlane,
  ageOf: AgeOf,
): PolicyIndex {
  const { rootNamespace, defaultDestinationRuleExportTo, domain } = config;
  const local = new Map<string, Map<string, HostPolicy[]>>();
  const exported = new Map<string, Map<string, HostPolicy[]>>();
  const rootLocal = new Map<string, HostPolicy[]>();
  const merge = behaves('rules-merge-by-export-to') ? mergeByExportTo : mergeByHost;
  const named = new Set(declared.flatMap(({ exportTo }) => exportTo ?? []));
  const selectors = new Map<string, Labels[]>();
  for (const { namespace, workloadSelector } of declared) {
    if (workloadSelector !== null) append(selectors, namespace, workloadSelector);
  }

  for (const rule of sortRules(declared, ageOf, behaves)) {
    const { namespace } = rule;
    const exportTo = new Set(rule.workloadSelector === null ? (rule.exportTo ?? []) : ['.']);
    const host = fullName(rule.host, namespace, domain);
    const isForOwn = exportTo.size === 0 || ['*', '.', namespace].some(entry => exportTo.has(entry));
    if (isForOwn) merge(byNamespace(local, namespace), host, rule, exportTo);

    const isPrivate =
      exportTo.size === 0
        ? defaultDestinationRuleExportTo.includes('.')
        : exportTo.size === 1 && (exportTo.has('.') || exportTo.has(namespace));
    if (!isPrivate) merge(byNamespace(exported, namespace), host, rule, exportTo);
    else if (namespace === rootNamespace) merge(rootLocal, host, rule, exportTo);
  }

  const hostMaps = new Map<Map<string, HostPolicy[]>, HostMap<readonly HostPolicy[]>>();
  const lookUp = (rules: Map<string, HostPolicy[]> | undefined, host: string) => {
    if (rules === undefined) return undefined;
    const map = hostMaps.get(rules) ?? mostSpecific<readonly HostPolicy[]>(rules);
    hostMaps.set(rules, map);
    return map.find(host);
  };
  const exportedBy = (owner: string, host: string, client: string) =>
    lookUp(exported.get(owner), host)?.filter(
      ({ exportTo }) => exportTo.size === 0 || exportTo.has('*') || exportTo.has(client),
    ) ?? [];

  return {
    selectorsIn: namespace => selectors.get(namespace) ?? [],
    concerns: namespace => local.has(namespace) || named.has(namespace) || namespace === rootNamespace,
    find(client, host, serviceNamespace) {
      const own = client === rootNamespace ? lookUp(rootLocal, host) : lookUp(local.get(client), host);
      if (own !== undefined) return own;
      const owners = exportedBy(serviceNamespace, host, client);
      return owners.length > 0 ? owners : exportedBy(rootNamespace, host, client);
    },
  };
}

/** The policy that a workload applies: one that selects it, else the one for all (`SidecarScope.DestinationRule`). */
export function policyFor(policies: readonly HostPolicy[], namespace: string, labels: Labels): HostPolicy | null {
  const selected = policies.find(
    policy =>
      policy.workloadSelector !== null &&
      policy.namespace === namespace &&
      Object.entries(policy.workloadSelector).every(([key, value]) => labels[key] === value),
  );
  return selected ?? policies.findLast(({ workloadSelector }) => workloadSelector === null) ?? null;
}

/** Rules with a selector first, then by age (`sortConfigBySelectorAndCreationTime`). */
function sortRules(rules: readonly DestinationRule[], ageOf: AgeOf, behaves: Behaves): readonly DestinationRule[] {
  const compareAge = oldestFirst(behaves);
  return rules
    .map(rule => ({ rule, age: ageOf(rule), name: rule.name, namespace: rule.namespace }))
    .sort((a, b) => {
      const [selectsA, selectsB] = [a.rule.workloadSelector !== null, b.rule.workloadSelector !== null];
      return selectsA !== selectsB ? (selectsA ? -1 : 1) : compareAge(a, b);
    })
    .map(({ rule }) => rule);
}

function byNamespace(index: Map<string, Map<string, HostPolicy[]>>, namespace: string): Map<string, HostPolicy[]> {
  const rules = index.get(namespace) ?? new Map<string, HostPolicy[]>();
  index.set(namespace, rules);
  return rules;
}

/**
 * Adds a rule to those of its host, of which it joins those that it is exported like, or wider than.
 *
 * Mirrors `mergeDestinationRule` with `ENABLE_ENHANCED_DESTINATIONRULE_MERGE`.
 */
function mergeByExportTo(
  rules: Map<string, HostPolicy[]>,
  host: string,
  rule: DestinationRule,
  exportTo: ReadonlySet<string>,
): void {
  const known = rules.get(host) ?? [];
  rules.set(host, known);
  let standsAlone = true;
  known.forEach((policy, at) => {
    const isSame = sameSet(exportTo, policy.exportTo);
    const isWider = policy.exportTo.size > 0 && [...policy.exportTo].every(entry => exportTo.has(entry));
    standsAlone = !isSame;
    if (!isSame && !isWider) return;
    if (selectOthers(rule, policy)) {
      standsAlone = true;
      return;
    }
    if (selectAlike(rule, policy)) standsAlone = false;
    known[at] = joined(policy, rule);
  });
  if (standsAlone) known.push(policyOf(rule, exportTo));
}

/**
 * Adds a rule to those of its host; to whom they are exported the first one says that says anything.
 *
 * Mirrors `mergeDestinationRule` of older releases.
 */
function mergeByHost(
  rules: Map<string, HostPolicy[]>,
  host: string,
  rule: DestinationRule,
  exportTo: ReadonlySet<string>,
): void {
  const known = rules.get(host) ?? [];
  const first = known[0]?.exportTo ?? exportTo;
  const common = first.size === 0 ? exportTo : first;
  const merged = known.map(policy => ({
    ...(selectOthers(rule, policy) ? policy : joined(policy, rule)),
    exportTo: common,
  }));
  const standsAlone = !known.some(policy => selectAlike(rule, policy));
  rules.set(host, standsAlone ? [...merged, policyOf(rule, common)] : merged);
}

function policyOf(
  { namespace, workloadSelector, trafficPolicy, subsets }: DestinationRule,
  exportTo: ReadonlySet<string>,
): HostPolicy {
  return { namespace, workloadSelector, exportTo, trafficPolicy, subsets };
}

/** Subsets that are new by name are taken over, the oldest traffic policy stays. */
function joined(policy: HostPolicy, { subsets, trafficPolicy }: DestinationRule): HostPolicy {
  const names = new Set(policy.subsets.map(({ name }) => name));
  return {
    ...policy,
    subsets: [...policy.subsets, ...subsets.filter(({ name }) => !names.has(name))],
    trafficPolicy: policy.trafficPolicy ?? trafficPolicy,
  };
}

type Selecting = Pick<HostPolicy, 'workloadSelector'>;

/** Each for workloads of its own. */
function selectOthers(a: Selecting, b: Selecting): boolean {
  return a.workloadSelector !== null && b.workloadSelector !== null && !selectAlike(a, b);
}

function selectAlike(a: Selecting, b: Selecting): boolean {
  if (a.workloadSelector === null || b.workloadSelector === null) return a.workloadSelector === b.workloadSelector;
  return sameLabels(a.workloadSelector, b.workloadSelector);
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(entry => b.has(entry));
}
