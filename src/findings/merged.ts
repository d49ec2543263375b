import type { CauseSearch, Causes, Proof } from '../diff/causes.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import { groupKey } from '../diff/simulation.js';
import { compareText } from '../resources/text-order.js';
import { explainChanges, explainRefusals, type ExplainedCauses } from './explained-causes.js';
import type { GroupName, ResourceName, Severity, Subject } from './finding.js';
import { behaviourName } from './fingerprint.js';
import type { Observation } from './observation.js';
import type { Rule } from './rule.js';
import { resourceText } from './wording.js';

/** An observation with the rule that made it. */
export interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

/** Observations that are one finding: same rule, severity, port, owner and causes. */
export interface Merged extends ExplainedCauses {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly ownerHost: string | null;
  /** What holds for all observations. */
  readonly proof: Proof;
  readonly observations: readonly Observation[];
}

/** Puts together what has one cause (`rules.md`: not a finding for each namespace or host). */
export function mergeByCause(
  search: CauseSearch,
  comparison: Comparison,
  observed: readonly Observed[],
): readonly Merged[] {
  const causesOf = causeFinder(search, comparison);
  const merged = new Map<string, Merged & { proof: Proof; readonly observations: Observation[] }>();
  for (const { rule, observation } of observed) {
    const { causes, behaviours, proof } = causesOf(rule, observation);
    const names = namesOf({ causes, behaviours })
      .map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`)
      .sort();
    if (names.length === 0) continue;
    const { severity, subject, ownerHost } = observation;
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...names].join(' ');
    const known = merged.get(key);
    if (known === undefined) {
      merged.set(key, { rule, severity, ownerHost, causes, behaviours, proof, observations: [observation] });
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

/** Manifests and behaviours alike, by the names that tell findings apart. */
export function namesOf({ causes, behaviours }: ExplainedCauses): readonly ResourceName[] {
  return [...causes, ...behaviours.map(behaviourName)];
}

interface Found extends ExplainedCauses {
  readonly proof: Proof;
}

/**
 * Looks for causes once for what may have the same: one class, one rule, the same resources at both ends. What was
 * found for one call is tried on the next, and only if it proves nothing there, it is looked for anew.
 */
function causeFinder(search: CauseSearch, comparison: Comparison): (rule: Rule, observation: Observation) => Found {
  const { counterfactuals } = comparison;
  const found = new Map<Observation['groupClass'], Map<string, (Found & Causes)[]>>();

  return (rule, { groupClass, severity, subject, ownerHost, hints, isAsBase, knownCauses, pointAt }) => {
    if (knownCauses !== null) return { ...explainRefusals(knownCauses, comparison), proof: 'each' };
    const byKey = found.get(groupClass) ?? new Map<string, (Found & Causes)[]>();
    found.set(groupClass, byKey);
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...hints].join(' ');
    const former = byKey.get(key) ?? [];
    byKey.set(key, former);

    const undoes = (changes: Causes['changes']) => isAsBase(counterfactuals.without(changes));
    const known = former.find(one => one.proof === 'none' || explains(one, undoes));
    if (known !== undefined) return known;
    const causes = search.find(groupClass, hints, isAsBase);
    const made = { ...causes, ...explainChanges(causes, comparison, pointAt) };
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

/**
 * Hosts and resources add up; the rest is the same by the way observations are merged. Hosts that add up are in one order,
 * whoever was asked first: the owner, well-known names, then the others.
 */
export function subjectOf({ observations, ownerHost }: Merged): Subject {
  const subject = joined(observations.map(observation => observation.subject));
  const { hosts } = subject;
  if (hosts === undefined || observations.every(one => one.subject.hosts?.length === hosts.length)) return subject;
  const rank = (host: string) => `${host === ownerHost ? 0 : host.startsWith('www.') ? 1 : 2} ${host}`;
  return { ...subject, hosts: hosts.toSorted((a, b) => compareText(rank(a), rank(b))) };
}

function joined(subjects: readonly Subject[]): Subject {
  const [only] = subjects;
  if (only !== undefined && subjects.length === 1) return only;
  const hosts = [...new Set(subjects.flatMap(subject => subject.hosts ?? []))];
  const names = subjects.flatMap(subject => subject.resources ?? []);
  const resources = [...new Map(names.map(name => [resourceText(name), name])).values()];
  const same = subjects.reduceRight((all, subject) => Object.assign(all, subject), {} as Subject);
  return { ...same, ...(hosts.length === 0 ? {} : { hosts }), ...(resources.length === 0 ? {} : { resources }) };
}

/** Everyone who is reached, sorted by namespace and labels. */
export function groupsOf({ observations }: Merged): readonly GroupName[] {
  const groups = new Map<string, GroupName>();
  for (const { groupClass } of observations) {
    for (const group of groupClass.groups) groups.set(groupKey(group), group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
