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
import { openLedger, type Account } from './ledger.js';
import type { Observation } from './observation.js';
import type { Rule, Seen } from './rule.js';
import { whySilent } from './silence.js';
import { caveatOf, suggestionFor } from './suggestion.js';
import { chooseShown, witnessOf } from './witness.js';
import { list, resourceText } from './wording.js';

export interface Inspection {
  readonly findings: readonly Finding[];
  readonly improvements: readonly Improvement[];
  /** What is said of each changed call, or why nothing is: none changes unseen. */
  readonly accounts: ReadonlyMap<ChangedCall, Account | null>;
  /** The changed calls that each finding was seen by; none where a state shows it. */
  readonly calls: ReadonlyMap<Finding, readonly ChangedCall[]>;
}

/**
 * Runs every rule, puts what has one cause together, and sorts. What got worse did not also get better, and what is
 * neither is left to the last rule.
 */
export function inspect(comparison: Comparison): Inspection {
  const search = searchCauses(comparison);
  const ledger = openLedger();
  const tell = <Told extends Account>(observed: readonly Observed[], words: (merged: Merged) => Told | null) =>
    mergeByCause(search, comparison.counterfactuals, observed).flatMap(merged => {
      const told = words(merged);
      if (told === null) return [];
      for (const change of changesOf(merged)) ledger.enter(change, told);
      return [told];
    });
  const open = () => comparison.changedCalls.filter(change => ledger.accountOf(change) === null);

  const calls = new Map<Finding, readonly ChangedCall[]>();
  const find = (direction: Direction) => (seen: Merged) => {
    const finding = findingOf(direction, search, seen);
    calls.set(finding, claimedBy(seen));
    return finding;
  };

  const onward = forward(comparison);
  const findings = tell([...claims(onward, firstRules), ...states(onward)], find(onward));

  const returning = backward(comparison, open());
  const improvements = tell([...claims(returning, firstRules), ...states(returning)], seen =>
    improvementOf(returning, seen),
  );

  for (const change of open()) {
    const silence = whySilent(onward, change);
    if (silence !== null) ledger.enter(change, silence);
  }
  const left = forward(comparison, open());
  const others = tell(claims(left, lastRules), find(left));

  return {
    findings: [...findings, ...others].sort(byImportance),
    improvements: improvements.sort(byPlace),
    accounts: new Map(comparison.changedCalls.map(change => [change, ledger.accountOf(change)])),
    calls,
  };
}

const firstRules = rules.filter(({ isLast }) => isLast !== true);
const lastRules = rules.filter(({ isLast }) => isLast === true);

/** A call that only illustrates a state is none of which the finding speaks. */
function claimedBy({ observations }: Merged): readonly ChangedCall[] {
  return observations.flatMap(({ change, isOfCall }) => (change !== null && isOfCall ? [change] : []));
}

/** What the first rule that claims it makes of each changed call. */
function claims(direction: Direction, claiming: readonly Rule[]): readonly Observed[] {
  return direction.changedCalls.flatMap(change => {
    for (const rule of claiming) {
      const observation = claimOf(rule, direction, change);
      if (observation !== null) return [{ rule, observation }];
    }
    return [];
  });
}

/** What the rules make of states, which stand beside changed calls. */
function states(direction: Direction): readonly Observed[] {
  return rules.flatMap(rule =>
    (rule.observe?.(direction) ?? []).map(observation => ({
      rule,
      observation: tempered(observation, doubtsOnState(observation, direction.after)),
    })),
  );
}

/**
 * Nothing was lost in a namespace that did not exist. Of what is not known, rules judge what would be without what is not
 * simulated.
 */
function claimOf(rule: Rule, direction: Direction, change: ChangedCall): Observation | null {
  if (rule.isAboutLoss === true && change.groupClass.isCreated) return null;
  if (change.question.address !== null && rule.isAboutAddresses !== true) return null;
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

function improvementOf(direction: Direction, merged: Merged): Improvement | null {
  const seen = seenIn(direction, merged);
  const title = merged.rule.gone(seen);
  if (title === null) return null;
  return { ...commonOf(direction, merged, seen, turn(seen.change)), title, message: '', fix: '' };
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
    reachesOutside: observations.some(({ groupClass }) => groupClass.reachesOutside),
    subject,
    witness: shown === null ? null : witnessOf(comparison, shown, namespacesOf(causes)),
    causes: causes.map(causeOf),
    proof,
  };
}

function seenIn({ before, after, comparison }: Direction, merged: Merged): Seen {
  const { severity, causes, observations } = merged;
  const changes = changesOf(merged);
  const change = chooseShown(changes, namespacesOf(causes), comparison.traffic);
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
