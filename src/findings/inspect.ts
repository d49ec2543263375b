import { searchCauses, type CauseSearch } from '../diff/causes.js';
import { apparentChange, type ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import { sourceLine } from '../source/document.js';
import { aggravations } from './aggravation.js';
import { rules } from './catalogue.js';
import type { CauseSource } from './cause-source.js';
import { backward, forward, type Direction } from './direction.js';
import type { Cause, Finding, Improvement } from './finding.js';
import { doubtsOnCall, doubtsOnState, tempered } from './doubt.js';
import { fingerprint } from './fingerprint.js';
import { byImportance, byPlace } from './importance.js';
import { changesOf, groupsOf, mergeByCause, subjectOf, type Merged, type Observed } from './merged.js';
import type { Observation } from './observation.js';
import type { Rule, Seen } from './rule.js';
import { caveatOf, suggestionFor } from './suggestion.js';
import { chooseShown, witnessOf } from './witness.js';
import { list, resourceText } from './wording.js';

export interface Inspection {
  readonly findings: readonly Finding[];
  readonly improvements: readonly Improvement[];
}

/** Runs every rule, puts what has one cause together, and sorts. */
export function inspect(comparison: Comparison): Inspection {
  const search = searchCauses(comparison);
  const merge = (observed: readonly Observed[]) => mergeByCause(search, comparison.counterfactuals, observed);
  const onward = forward(comparison);
  const ahead = observe(onward);
  const returning = backward(
    comparison,
    comparison.changedCalls.filter(change => !ahead.claimed.has(change)),
  );
  return {
    findings: merge(ahead.observed)
      .map(merged => findingOf(onward, search, merged))
      .sort(byImportance),
    improvements: merge(observe(returning).observed)
      .flatMap(merged => improvementOf(returning, merged))
      .sort(byPlace),
  };
}

function observe(direction: Direction): {
  readonly observed: readonly Observed[];
  readonly claimed: ReadonlySet<ChangedCall>;
} {
  const observed: Observed[] = [];
  const claimed = new Set<ChangedCall>();
  for (const change of direction.changedCalls) {
    for (const rule of rules) {
      const observation = claimOf(rule, direction, change);
      if (observation === null) continue;
      observed.push({ rule, observation });
      claimed.add(change);
      break;
    }
  }
  for (const rule of rules) {
    for (const observation of rule.observe?.(direction) ?? []) {
      observed.push({ rule, observation: tempered(observation, doubtsOnState(observation, direction.after)) });
    }
  }
  return { observed, claimed };
}

/**
 * Nothing was lost in a namespace that did not exist. Of what is not known, rules judge what would be without what is not
 * simulated.
 */
function claimOf(rule: Rule, direction: Direction, change: ChangedCall): Observation | null {
  if (rule.isAboutLoss === true && change.groupClass.isCreated) return null;
  const judged = rule.isAboutUnknown === true ? change : apparentChange(change);
  const observation = judged === null ? null : (rule.claim?.(direction, judged) ?? null);
  return judged === null || observation === null ? null : tempered(observation, doubtsOnCall(judged));
}

function findingOf(direction: Direction, search: CauseSearch, merged: Merged): Finding {
  const { comparison } = direction;
  const { rule, severity, causes } = merged;
  const seen = seenIn(direction, merged);
  const description = rule.describe(seen);
  const worse = seen.change === null ? [] : aggravations(comparison, search, rule, severity, seen.change, causes);
  const raised = worse.map(
    ({ by, otherwise }) => `Without the change of ${resourceText(by)} it would be a ${otherwise}.`,
  );
  const suggestion = suggestionFor(rule.id, seen, comparison);
  return {
    ...commonOf(direction, merged, seen, seen.change),
    severity,
    ...description,
    message: [description.message, ...proofOf(merged), ...raised, ...doubtOf(merged)].join(' '),
    fix: [description.fix, ...caveatOf(rule.id, suggestion, comparison)].join(' '),
    suggestion,
  };
}

/** What several causes have to do with each other, or that they are not proven; nothing of one that is. */
function proofOf({ causes, proof }: Merged): readonly string[] {
  const names = list(causes.map(resourceText));
  if (proof === 'none') {
    return [
      causes.length === 1
        ? `So much changes that the cause is not proven: ${names} is the likeliest.`
        : `So much changes that the cause is not proven: it is likeliest among ${names}.`,
    ];
  }
  if (causes.length === 1) return [];
  const all = causes.length === 2 ? 'both' : 'all of';
  return proof === 'each'
    ? [`It takes ${all} ${names}: without any one of these changes it would be as before.`]
    : [`To take back one of these changes is not enough: only without ${all} ${names} would it be as before.`];
}

/** Why a finding is not certain. */
function doubtOf({ observations }: Merged): readonly string[] {
  const doubts = new Set(observations.flatMap(observation => observation.doubts));
  return doubts.size === 0 ? [] : [`That is not certain: ${list([...doubts])}.`];
}

function improvementOf(direction: Direction, merged: Merged): readonly Improvement[] {
  const seen = seenIn(direction, merged);
  const title = merged.rule.gone(seen);
  if (title === null) return [];
  return [{ ...commonOf(direction, merged, seen, turn(seen.change)), title, message: '', fix: '' }];
}

/** An improvement is shown as it happened: base before, head after. */
function turn(change: ChangedCall | null): ChangedCall | null {
  if (change === null) return null;
  const { before, after, answered } = change;
  const turned = answered === null ? null : { before: answered.after, after: answered.before };
  return { ...change, before: after, after: before, answered: turned };
}

function commonOf({ comparison }: Direction, merged: Merged, { subject }: Seen, shown: ChangedCall | null) {
  const { rule, severity, ownerHost, causes, proof, observations } = merged;
  return {
    rule: rule.id,
    fingerprint: fingerprint(rule.id, severity, causes, subject.port, ownerHost),
    groups: groupsOf(merged),
    reachesOutside: !comparison.world.namespaces && observations.some(({ groupClass }) => groupClass.reachesOutside),
    subject,
    witness: shown === null ? null : witnessOf(comparison, shown, namespacesOf(causes)),
    causes: causes.map(causeOf),
    proof,
  };
}

function seenIn({ before, after }: Direction, merged: Merged): Seen {
  const { severity, causes, observations } = merged;
  const changes = changesOf(merged);
  const change = chooseShown(changes, namespacesOf(causes));
  const groupClass = change?.groupClass ?? observations[0]?.groupClass;
  if (groupClass === undefined) throw new Error('a finding without an observation');
  return { severity, causes, changes, change, groupClass, subject: subjectOf(merged), before, after };
}

function namespacesOf(causes: readonly CauseSource[]): ReadonlySet<string> {
  return new Set(causes.map(({ namespace }) => namespace));
}

function causeOf({ kind, namespace, name, change, side, at, document }: CauseSource): Cause {
  return { kind, namespace, name, change, side, at, excerpt: sourceLine(document, at.line) ?? '' };
}
