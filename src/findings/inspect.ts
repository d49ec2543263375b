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
import { byImportance, byPlace, bySeverity } from './importance.js';
import { changesOf, groupsOf, mergeByCause, namesOf, subjectOf, type Merged, type Observed } from './merged.js';
import { openLedger, type Account } from './ledger.js';
import type { Observation } from './observation.js';
import type { Rule, Seen } from './rule.js';
import { whySilent } from './silence.js';
import { suggester, type Suggest } from './suggestion.js';
import { unchangedPlaces } from './unchanged-places.js';
import { waysBack } from './upgrade.js';
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
  const merge = (observed: readonly Observed[]) => mergeByCause(search, comparison, observed).toSorted(bySeverity);
  const tell = <Told extends Account>(found: readonly Merged[], words: (merged: Merged) => Told | null) =>
    found.flatMap(merged => {
      const told = words(merged);
      if (told === null) return [];
      for (const change of changesOf(merged)) ledger.enter(change, told);
      return [told];
    });
  const open = () => comparison.changedCalls.filter(change => ledger.accountOf(change) === null);

  const calls = new Map<Finding, readonly ChangedCall[]>();
  const find = (direction: Direction, suggest: Suggest) => (seen: Merged) => {
    const finding = findingOf(direction, search, seen, suggest);
    calls.set(finding, claimedBy(seen));
    return finding;
  };

  const onward = forward(comparison);
  const found = merge(observe(onward));
  const suggest = suggester(comparison, found, other => observe(forward(other)));
  const findings = tell(found, find(onward, suggest));

  const returning = backward(comparison, open());
  const improvements = tell(merge(observe(returning)), seen => improvementOf(returning, seen));

  for (const change of open()) {
    const silence = whySilent(onward, change);
    if (silence !== null) ledger.enter(change, silence);
  }
  const left = forward(comparison, open());
  const others = tell(merge(claims(left, lastRules)), find(left, suggest));

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

/** Changed calls, then what the rules make of states beside them; each rule knows what was observed before. */
function observe(direction: Direction): readonly Observed[] {
  const observed = [...claims(direction, firstRules)];
  for (const rule of rules) {
    const said = observed.map(({ observation }) => observation);
    for (const observation of rule.observe?.(direction, said) ?? []) {
      observed.push({ rule, observation: tempered(observation, doubtsOnState(observation, direction.after)) });
    }
  }
  return observed;
}

/**
 * Nothing was lost in a group that nobody was of. Of what is not known, rules judge what would be without what is not
 * simulated.
 */
function claimOf(rule: Rule, direction: Direction, change: ChangedCall): Observation | null {
  if (rule.isAboutLoss === true && change.groupClass.isCreated) return null;
  if (change.question.address !== null && rule.isAboutAddresses !== true) return null;
  const judged = rule.isAboutUnknown === true ? change : apparentChange(change);
  const observation = judged === null ? null : (rule.claim?.(direction, judged) ?? null);
  return judged === null || observation === null ? null : tempered(observation, doubtsOnCall(judged));
}

function findingOf(direction: Direction, search: CauseSearch, merged: Merged, suggest: Suggest): Finding {
  const { comparison } = direction;
  const { rule, severity, behaviours } = merged;
  const seen = seenIn(direction, merged);
  const description = rule.describe(seen);
  const worse =
    seen.change === null ? [] : aggravations(comparison, search, rule, severity, seen.change, namesOf(merged));
  const raised = worse.map(
    ({ by, otherwise }) => `Without the change of ${resourceText(by)} it would be a ${otherwise}.`,
  );
  const { suggestion, caveats } = suggest(merged, { ...seen, causes: shownIn(merged, comparison) });
  return {
    ...commonOf(direction, merged, seen, seen.change),
    severity,
    ...description,
    message: [description.message, ...proofOf(merged), ...raised, ...doubtOf(merged)].join(' '),
    fix: [...(merged.proof === 'none' ? [] : waysBack(behaviours)), description.fix, ...caveats].join(' '),
    suggestion,
  };
}

/** What several causes have to do with each other, or that they are not proven; nothing of one that is. */
function proofOf(merged: Merged): readonly string[] {
  const { proof } = merged;
  const causes = namesOf(merged);
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
  const { rule, severity, ownerHost, behaviours, proof, observations } = merged;
  const shownCauses = shownIn(merged, comparison);
  return {
    rule: rule.id,
    fingerprint: fingerprint(rule.id, severity, namesOf(merged), subject.port, ownerHost),
    groups: groupsOf(merged),
    reachesOutside: !comparison.world.namespaces && observations.some(({ groupClass }) => groupClass.reachesOutside),
    subject,
    witness: shown === null ? null : witnessOf(comparison, shown, namespacesOf(shownCauses)),
    causes: shownCauses.map(source => causeOf(source, isUnchanged(source, merged, comparison))),
    proof,
    ...(behaviours.length === 0 ? {} : { behaviours }),
  };
}

function seenIn({ before, after, classes, comparison }: Direction, merged: Merged): Seen {
  const { severity, causes, observations } = merged;
  const changes = changesOf(merged);
  const change = chooseShown(changes, namespacesOf(causes), comparison.traffic);
  const groupClass = change?.groupClass ?? observations[0]?.groupClass;
  if (groupClass === undefined) throw new Error('a finding without an observation');
  return { severity, causes, changes, change, groupClass, subject: subjectOf(merged), before, after, classes };
}

function namespacesOf(causes: readonly CauseSource[]): ReadonlySet<string> {
  return new Set(causes.map(({ namespace }) => namespace));
}

/** Where to point: at what was changed, else at what it is about. */
function shownIn({ causes, observations }: Merged, comparison: Comparison): readonly CauseSource[] {
  return causes.length > 0 ? causes : unchangedPlaces(observations, comparison);
}

/** Whether both sides hold the manifest as it is, taken or refused, and Istio moved. */
function isUnchanged({ document }: CauseSource, { causes, behaviours }: Merged, comparison: Comparison): boolean {
  if (behaviours.length === 0 || causes.length === 0) return behaviours.length > 0;
  const isHeld = (side: 'base' | 'head') =>
    [...comparison[side].simulation.mesh.declared, ...comparison.refused[side]].some(
      held => held.document === document,
    );
  return isHeld('base') && isHeld('head');
}

function causeOf({ kind, namespace, name, change, side, at, document }: CauseSource, isUnchanged: boolean): Cause {
  const excerpt = sourceLine(document, at.line) ?? '';
  return { kind, namespace, name, change: isUnchanged ? 'unchanged' : change, side, at, excerpt };
}
