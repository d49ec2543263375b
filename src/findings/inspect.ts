import { findCauses } from '../diff/causes.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import { groupKey } from '../diff/simulation.js';
import { sourceLine } from '../source/document.js';
import { rules } from './catalogue.js';
import { sourceOf, type CauseSource } from './cause-source.js';
import { backward, forward, type Direction } from './direction.js';
import type { Cause, Finding, GroupName, Improvement, Severity, Subject } from './finding.js';
import { fingerprint } from './fingerprint.js';
import type { Observation } from './observation.js';
import type { Rule, Seen } from './rule.js';
import { suggestionFor } from './suggestion.js';
import { chooseWitness } from './witness.js';

export interface Inspection {
  readonly findings: readonly Finding[];
  readonly improvements: readonly Improvement[];
}

/** Runs every rule, puts what has one cause together, and sorts. */
export function inspect(comparison: Comparison): Inspection {
  const ahead = observe(forward(comparison));
  const unclaimed = comparison.changedCalls.filter(change => !ahead.claimed.has(change));
  const back = observe(backward(comparison, unclaimed));
  return {
    findings: mergeByCause(comparison, ahead.observations)
      .map(merged => findingOf(comparison, merged))
      .sort(byImportance),
    improvements: mergeByCause(comparison, back.observations)
      .flatMap(merged => improvementOf(comparison, merged))
      .sort(byPlace),
  };
}

interface Observed {
  readonly rule: Rule;
  readonly observation: Observation;
}

function observe(direction: Direction): {
  readonly observations: readonly Observed[];
  readonly claimed: ReadonlySet<ChangedCall>;
} {
  const observations: Observed[] = [];
  const claimed = new Set<ChangedCall>();
  for (const change of direction.changedCalls) {
    for (const rule of rules) {
      const observation = rule.claim?.(direction, change) ?? null;
      if (observation === null) continue;
      observations.push({ rule, observation });
      claimed.add(change);
      break;
    }
  }
  for (const rule of rules) {
    for (const observation of rule.observe?.(direction) ?? []) observations.push({ rule, observation });
  }
  return { observations, claimed };
}

/** Observations that are one finding: same rule, severity, port, owner and causes. */
interface Merged {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly ownerHost: string | null;
  readonly causes: readonly CauseSource[];
  readonly observations: readonly Observation[];
}

function mergeByCause(comparison: Comparison, observed: readonly Observed[]): readonly Merged[] {
  const causesOf = causeFinder(comparison);
  const merged = new Map<string, Merged & { readonly observations: Observation[] }>();
  for (const { rule, observation } of observed) {
    const causes = causesOf(rule, observation);
    if (causes.length === 0) continue;
    const { severity, subject, ownerHost } = observation;
    const names = causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).sort();
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...names].join(' ');
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { rule, severity, ownerHost, causes, observations: [observation] });
    else known.observations.push(observation);
  }
  return [...merged.values()];
}

/** Looks for causes once for what must have the same: one class, one rule, the same resources at both ends. */
function causeFinder(comparison: Comparison): (rule: Rule, observation: Observation) => readonly CauseSource[] {
  const found = new Map<Observation['groupClass'], Map<string, readonly CauseSource[]>>();
  return (rule, { groupClass, severity, subject, ownerHost, hints, isAsBase, knownCauses }) => {
    if (knownCauses !== null) return knownCauses;
    const known = found.get(groupClass) ?? new Map<string, readonly CauseSource[]>();
    found.set(groupClass, known);
    const key = [rule.id, severity, subject.port ?? '', ownerHost ?? '', ...hints].join(' ');
    const causes = known.get(key) ?? findCauses(comparison, groupClass, hints, isAsBase).map(sourceOf);
    known.set(key, causes);
    return causes;
  };
}

function findingOf(comparison: Comparison, merged: Merged): Finding {
  const seen = seenIn(merged);
  return {
    ...commonOf(comparison, merged, seen),
    severity: merged.severity,
    ...merged.rule.describe(seen),
    suggestion: suggestionFor(merged.rule.id, seen, comparison),
  };
}

function improvementOf(comparison: Comparison, merged: Merged): readonly Improvement[] {
  const seen = seenIn(merged);
  const title = merged.rule.gone(seen);
  if (title === null) return [];
  const turned = merged.observations.map(observation => ({ ...observation, change: turn(observation.change) }));
  return [{ ...commonOf(comparison, { ...merged, observations: turned }, seen), title, message: '', fix: '' }];
}

/** An improvement is shown as it happened: base before, head after. */
function turn(change: ChangedCall | null): ChangedCall | null {
  return change === null ? null : { ...change, before: change.after, after: change.before };
}

function commonOf(comparison: Comparison, { rule, severity, ownerHost, causes, observations }: Merged, seen: Seen) {
  const changes = observations.flatMap(({ change }) => (change === null ? [] : [change]));
  return {
    rule: rule.id,
    fingerprint: fingerprint(rule.id, severity, causes, seen.subject.port, ownerHost),
    groups: groupsOf(observations),
    reachesOutside: observations.some(({ groupClass }) => groupClass.reachesOutside),
    subject: seen.subject,
    witness: chooseWitness(comparison, changes, new Set(causes.map(({ namespace }) => namespace))),
    causes: causes.map(causeOf),
  };
}

function seenIn({ severity, causes, observations }: Merged): Seen {
  const change = observations.find(observation => observation.change !== null)?.change ?? null;
  return { severity, causes, change, subject: observations.map(({ subject }) => subject).reduce(joinSubjects) };
}

/** Hosts and resources add up; the rest is the same by the way observations are merged. */
function joinSubjects(a: Subject, b: Subject): Subject {
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

function groupsOf(observations: readonly Observation[]): readonly GroupName[] {
  const groups = new Map<string, GroupName>();
  for (const { groupClass } of observations) {
    for (const { namespace, labels } of groupClass.groups) {
      groups.set(groupKey({ namespace, labels }), { namespace, labels });
    }
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function causeOf({ kind, namespace, name, change, side, at, document }: CauseSource): Cause {
  return { kind, namespace, name, change, side, at, excerpt: sourceLine(document, at.line) ?? '' };
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

function byImportance(a: Finding, b: Finding): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || byPlace(a, b);
}

function byPlace(a: Improvement, b: Improvement): number {
  const [first, second] = [a.causes[0]?.at, b.causes[0]?.at];
  return (
    compareText(first?.file ?? '', second?.file ?? '') ||
    (first?.line ?? 0) - (second?.line ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(JSON.stringify(a.subject), JSON.stringify(b.subject)) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
