import type { Comparison } from '../diff/comparison.js';
import { behaviours as rows, isBehaviour } from '../istio/behaviours.js';
import type { Row } from '../istio/behaviours/row.js';
import type { MovedBehaviour } from '../istio/moved-behaviours.js';
import { unsimulatedMoves } from '../istio/unsimulated-behaviours.js';
import { versionText } from '../istio/version.js';
import { explainedMoves } from './explained-causes.js';
import type { Inspection } from './inspect.js';
import type { Upgrade } from './review.js';

/** What moved between two releases, and what of it is felt. */
export function upgradeFacts(comparison: Comparison, { findings, improvements }: Inspection): Upgrade {
  const { base, head } = comparison.installed;
  const felt = new Set(
    [...findings, ...improvements].flatMap(({ behaviours }) => (behaviours ?? []).map(({ name }) => name)),
  );
  return {
    from: versionText(base.release),
    to: versionText(head.release),
    behaviours: explainedMoves(comparison).map(behaviour => ({ ...behaviour, isFelt: felt.has(behaviour.name) })),
    unsimulated: unsimulatedMoves(base.release, head.release),
  };
}

/** Sentences on what moved and is not among the findings. */
export function upgradeNotes({ from, to, behaviours, unsimulated }: Upgrade): readonly string[] {
  const felt = behaviours.filter(({ isFelt }) => isFelt);
  const idle = behaviours.length - felt.length;
  const unmeasured = behaviours.filter(({ name }) => rowOf(name)?.unmeasured !== undefined).map(({ name }) => name);
  const reasons = [...new Set(behaviours.flatMap(({ name }) => rowOf(name)?.unasked ?? []))].sort();
  return [
    behaviours.length === 0
      ? `nothing that decides outbound traffic is known to have moved between Istio ${from} and ${to}`
      : `${behaviours.length} ${behaviours.length === 1 ? 'behaviour' : 'behaviours'} of istiod moved between Istio ${from} and ${to}: ${idle === behaviours.length ? 'none' : felt.length} of them ${felt.length === 1 ? 'changes' : 'change'} anything here`,
    ...(unmeasured.length === 0
      ? []
      : [`of these only Istio's code was read, as no recorded mesh shows them: ${unmeasured.join(', ')}`]),
    ...reasons.map(reason => {
      const names = behaviours.filter(({ name }) => rowOf(name)?.unasked === reason).map(({ name }) => name);
      return `not tested here, as ${reason}: ${names.join(', ')}`;
    }),
    ...unsimulated.map(move => `moved between these releases and not simulated: ${move}`),
  ];
}

function rowOf(name: string): Row | null {
  return isBehaviour(name) ? rows[name] : null;
}

/** What keeps the old behaviour for a time, as sentences. */
export function waysBack(behaviours: readonly MovedBehaviour[]): readonly string[] {
  const settings = new Map(behaviours.flatMap(({ keptBy }) => (keptBy === null ? [] : [[keptBy.flag, keptBy]])));
  return [...settings.values()].map(
    ({ flag, value, until }) =>
      `Feature flag ${flag}=${value} of istiod keeps the old behaviour${until === null ? '' : `, until Istio ${until}`}.`,
  );
}
