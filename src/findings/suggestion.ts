import type { Comparison } from '../diff/comparison.js';
import { append } from '../mesh/multimap.js';
import type { Resource } from '../resources/resource.js';
import type { CauseSource } from './cause-source.js';
import type { Suggestion } from './finding.js';
import { namesOf, type Merged, type Observed } from './merged.js';
import type { Seen } from './rule.js';
import { addressCandidates, type AddressSource } from './suggestions/addresses.js';
import type { Candidate, EditedResource } from './suggestions/candidate.js';
import { suggestionOf } from './suggestions/edit.js';
import { egressHostCandidates, lossOf, lossesIn, type Losses } from './suggestions/egress-hosts.js';
import { exportCandidates } from './suggestions/export-to.js';
import { nearestHostCandidates } from './suggestions/nearest-host.js';
import { trials, type Observe } from './suggestions/trial.js';
import { tlsCandidates } from './suggestions/tls.js';
import { resourceText } from './wording.js';

/** An edit that is proven to mend a finding, and what to know before it is taken, as sentences behind the fix. */
export interface Offer {
  readonly suggestion: Suggestion | null;
  readonly caveats: readonly string[];
}

/** Offers an edit for a finding. */
export type Suggest = (merged: Merged, seen: Seen) => Offer;

/**
 * Starts to suggest edits for these findings, of each one's candidates the first that is proven; none where a person has
 * to decide.
 *
 * `observe` tells what the rules would see otherwise.
 */
export function suggester(comparison: Comparison, found: readonly Merged[], observe: Observe): Suggest {
  const isProven = trials(comparison, found.flatMap(observedOf), observe);
  const losses = lossesIn(found, comparison);
  const byCause = new Map<string, Merged[]>();
  for (const merged of found) for (const key of keysOf(merged)) append(byCause, key, merged);
  return (merged, seen) => {
    const observations = [...new Set(keysOf(merged).flatMap(key => byCause.get(key) ?? []))].flatMap(observedOf);
    const candidates = candidatesFor(merged, seen, comparison, losses);
    const proven = candidates.find(candidate => isProven(candidate, observations));
    if (proven === undefined) return { suggestion: null, caveats: [] };
    return {
      suggestion: suggestionOf(proven.resource.document, proven.edit),
      caveats: proven.caveat === null ? [] : [proven.caveat],
    };
  };
}

/**
 * What a finding shares with those that it may become once an edit has changed what its own causes are: fingerprints
 * tell findings apart by rule, severity, port, owner and causes.
 */
function keysOf(merged: Merged): readonly string[] {
  const { rule, severity, ownerHost, observations } = merged;
  const apart = [rule.id, severity, ownerHost, observations[0]?.subject.port];
  return namesOf(merged).map(cause => JSON.stringify([...apart, resourceText(cause)]));
}

function observedOf({ rule, observations }: Merged): readonly Observed[] {
  return observations.map(observation => ({ rule, observation }));
}

/** More causes than these are a matter for their authors together. */
const MOST_CAUSES = 2;

function candidatesFor(
  { rule, severity, observations }: Merged,
  { causes, subject }: Seen,
  comparison: Comparison,
  losses: Losses,
): readonly Candidate[] {
  // What is noted is mostly what the change is for.
  if (severity === 'notice' || causes.length > MOST_CAUSES) return [];
  const { port, hosts = [], entry = '' } = subject;
  const capturesDns = comparison.head.simulation.mesh.config.capturesDns;
  const addressSource = { free: comparison.addresses, capturesDns };

  return causes.flatMap((cause): readonly Candidate[] => {
    const change = editedBy(cause, comparison);
    switch (rule.id) {
      case 'egress-entry-lost':
        return isOf('Sidecar', change)
          ? egressHostCandidates(
              change,
              hosts,
              port,
              losses.get(resourceText(cause)) ?? lossOf(observations, comparison),
            )
          : entryCandidates(change, port, addressSource);
      case 'traffic-captured':
      case 'server-first-stalled':
      case 'wildcard-listener-added':
      case 'ambiguous-winner':
        return entryCandidates(change, port, addressSource);
      case 'host-taken-over':
        return isOf('ServiceEntry', change) ? exportCandidates(change) : [];
      case 'dangling-egress-host':
        return isOf('Sidecar', change) ? nearestHostCandidates(change, entry, comparison.head) : [];
      default:
        return [];
    }
  });
}

/** What keeps an entry from what is not its own, from the most to the least specific. */
function entryCandidates(
  change: EditedResource | null,
  port: number | undefined,
  source: AddressSource,
): readonly Candidate[] {
  if (!isOf('ServiceEntry', change)) return [];
  return [...tlsCandidates(change, port), ...addressCandidates(change, source), ...exportCandidates(change)];
}

/** What a cause is at both sides; null where head does not hold the resource. */
function editedBy(
  { kind, namespace, name, side, resource }: CauseSource,
  { resourceChanges }: Comparison,
): EditedResource | null {
  const change = resourceChanges.find(({ key }) => key === `${kind}/${namespace}/${name}`);
  // Where Istio moved, what it reads stayed.
  const { base, head } = change ?? (side === 'head' ? { base: resource, head: resource } : { base: null, head: null });
  return head === null ? null : { base, head };
}

function isOf<Kind extends Resource['kind']>(
  kind: Kind,
  change: EditedResource | null,
): change is EditedResource<Extract<Resource, { readonly kind: Kind }>> {
  return change !== null && change.head.kind === kind;
}
