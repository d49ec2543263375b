import type { CauseSearch, Causes, Proof } from '../diff/causes.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { Counterfactuals } from '../diff/counterfactuals.js';
import { groupKey } from '../diff/simulation.js';
import { sourceOf, type CauseSource } from './cause-source.js';
import type { GroupName, Severity, Subject } from './finding.js';
import type { Observation } from './observation.js';
import type { Rule } from './rule.js';

/** An observation with the rule that made it. */
export interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

/** Observations that are one finding: same rule, severity, port, owner and causes. */
export interface Merged {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly ownerHost: string | null;
  readonly causes: readonly CauseSource[];
  /** What holds for all observations. */
  readonly proof: Proof;
  readonly observations: readonly Observation[];
}

/** Puts together what has one cause (`rules.md`: not a finding for each namespace or host). */
export function mergeByCause(
  search: CauseSearch,
  counterfactuals: Counterfactuals,
  observed: readonly Observed[],
): readonly Merged[] {
  const causesOf = causeFinder(search, counterfactuals);
  const merged = new Map<string, Merged & { proof: Proof; readonly observations: Observation[] }>();
  for (const { rule, observation } of observed) {
    const { sources: causes, proof } = causesOf(rule, observation);
    if (causes.length === 0) continue;
    const { severity, subject, ownerHost } = observation;
    const names = causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).sort();
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...names].join(' ');
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { rule, severity, ownerHost, causes, proof, observations: [observation] });
    } else {
      known.observations.push(observation);
      known.proof = weaker(known.proof, proof);
    }
  }
  return [...merged.values()];
}

function weaker(a: Proof, b: Proof): Proof {
  return (['none', 'together'] as const).find(proof => proof === a || proof === b) ?? 'each';
}

interface Found extends Pick<Causes, 'proof'> {
  readonly sources: readonly CauseSource[];
}

/**
 * Looks for causes once for what may have the same: one class, one rule, the same resources at both ends. What was
 * found for one call is tried on the next, and only if it proves nothing there, it is looked for anew.
 */
function causeFinder(
  search: CauseSearch,
  counterfactuals: Counterfactuals,
): (rule: Rule, observation: Observation) => Found {
  const found = new Map<Observation['groupClass'], Map<string, (Found & Causes)[]>>();

  return (rule, { groupClass, severity, subject, ownerHost, hints, isAsBase, knownCauses, pointAt }) => {
    if (knownCauses !== null) return { sources: knownCauses, proof: 'each' };
    const byKey = found.get(groupClass) ?? new Map<string, (Found & Causes)[]>();
    found.set(groupClass, byKey);
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...hints].join(' ');
    const former = byKey.get(key) ?? [];
    byKey.set(key, former);

    const undoes = (changes: Causes['changes']) => isAsBase(counterfactuals.without(changes));
    const known = former.find(one => one.proof === 'none' || explains(one, undoes));
    if (known !== undefined) return known;
    const causes = search.find(groupClass, hints, isAsBase);
    const made = { ...causes, sources: causes.changes.map(change => sourceOf(change, pointAt(change))) };
    former.push(made);
    return made;
  };
}

/** Whether what is proven of one observation is of another: the sides that tell are there already. */
function explains({ proof, changes }: Causes, undoes: (changes: Causes['changes']) => boolean): boolean {
  if (proof === 'each') return changes.every(change => undoes([change]));
  return undoes(changes) && !changes.some(spared => undoes(changes.filter(change => change !== spared)));
}

/** The calls of all observations that have one. */
export function changesOf({ observations }: Merged): readonly ChangedCall[] {
  return observations.flatMap(({ change }) => (change === null ? [] : [change]));
}

/** Hosts and resources add up; the rest is the same by the way observations are merged. */
export function subjectOf({ observations }: Merged): Subject {
  return observations.map(({ subject }) => subject).reduce(join);
}

function join(a: Subject, b: Subject): Subject {
  const hosts = [...new Set([...(a.hosts ?? []), ...(b.hosts ?? [])])];
  const resources = [...(a.resources ?? []), ...(b.resources ?? [])].filter(
    (resource, at, all) =>
      all.findIndex(
        ({ kind, namespace, name }) =>
          kind === resource.kind && namespace === resource.namespace && name === resource.name,
      ) === at,
  );
  return { ...b, ...a, ...(hosts.length === 0 ? {} : { hosts }), ...(resources.length === 0 ? {} : { resources }) };
}

/** Everyone who is reached, sorted by namespace and labels. */
export function groupsOf({ observations }: Merged): readonly GroupName[] {
  const groups = new Map<string, GroupName>();
  for (const { groupClass } of observations) {
    for (const group of groupClass.groups) groups.set(groupKey(group), group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
