import { compare, nothingBeyond, type Beyond, type Comparison, type InstalledAt } from './diff/comparison.js';
import { assumptions } from './findings/assumptions.js';
import { cautions } from './findings/cautions.js';
import type { Change, Finding } from './findings/finding.js';
import { inspect, type Inspection } from './findings/inspect.js';
import type { Review } from './findings/review.js';
import { changeOf } from './findings/witness.js';
import { decodeGoverned, type GovernedCache } from './istio/governed-resources.js';
import { namedRelease } from './istio/installed.js';
import { versionText } from './istio/version.js';
import { duplicateProblem, type Duplicate, type Resources } from './resources/decode-all.js';
import type { Installation } from './resources/installation/installation.js';
import { keyOf, type ResourceChange } from './diff/resource-changes.js';
import { groupKey } from './diff/simulation.js';
import { inCluster } from './resources/in-cluster.js';
import { isUnwritten } from './resources/installation/given.js';
import { requireSimulable } from './resources/parts.js';
import { applySettings } from './settings/apply-settings.js';
import type { ReviewSettings } from './settings/settings.js';
import { addedBySnapshot } from './source/added-by-snapshot.js';
import type { SourceDocument } from './source/document.js';
import { documentsInForce } from './source/kept-documents.js';
import { knownWorld } from './source/known-world.js';
import type { Side } from './source/side.js';
import { noSnapshot, type Snapshot } from './source/snapshot.js';
import { unreadFiles } from './source/unread-files.js';

/** What a review is asked for; everything that it needs is here, so the same request gives the same review. */
export interface Request {
  readonly base: Side;
  readonly head: Side;
  /** What the user says of the Istio of each side, before what its manifests say. */
  readonly given: { readonly base: readonly Installation[]; readonly head: readonly Installation[] };
  /** What the cluster holds besides, at both sides; without it, nothing more is known. */
  readonly snapshot?: Snapshot;
  /** What the repository says of its reviews; without them every rule has its own severity, and nothing is waived. */
  readonly settings?: ReviewSettings;
}

/** Nothing but the manifests says which Istio runs, and how it is configured. */
export const nothingGiven: Request['given'] = { base: [], head: [] };

/** The review of a change that has no file that a review reads: nothing is simulated, so of no release. */
export function untouched(base: Side['revision'], head: Side['revision'], failOn: Review['failOn']): Review {
  return {
    istioVersion: 'none',
    base,
    head,
    summary: { errors: 0, warnings: 0, notices: 0, groups: 0, changedGroups: 0, resources: 0 },
    findings: [],
    waived: [],
    improvements: [],
    changes: [],
    cautions: [],
    assumptions: [],
    problems: [],
    unread: [],
    failOn,
  };
}

/** Both sides of a request, decoded. */
export interface DecodedSides {
  readonly base: Resources;
  readonly head: Resources;
  /** What head leaves in the cluster, as far as its files can be read. */
  readonly inForce: readonly SourceDocument[];
}

/**
 * Reviews what head does to the outbound traffic that base configures.
 *
 * @throws InputError when the manifests make more than can be simulated.
 */
export function review(request: Request): Review {
  const decoded = decodeSides(request);
  const comparison = compare(decoded.base, decoded.head, beyondOf(request));
  return conclude(request, decoded, comparison, inspect(comparison));
}

/**
 * The resources of both sides with what is given; a manifest that both hold is one and the same resource.
 *
 * @throws InputError when they make more than can be simulated.
 */
export function decodeSides({ base, head, given, snapshot = noSnapshot }: Request): DecodedSides {
  const caches: GovernedCache = new Map();
  const complete = inCluster(snapshot);
  const { documents } = base.manifests;
  const left = documentsInForce(base.manifests, head.manifests);
  const added = addedBySnapshot(snapshot, documents, left);
  const before = decodeGoverned([...documents, ...added.base], given.base, caches);
  const kept = namedRelease(before.resources);
  const inForce = [...left, ...added.head];
  const after = decodeGoverned(inForce, given.head, caches, kept);
  requireSimulable(before.resources, after.resources);
  return { base: complete(before), head: complete(after), inForce };
}

/** What is known besides the manifests. */
export function beyondOf({ settings, snapshot }: Request): Beyond {
  const { hostsInUse, addresses } = settings?.inForce.settings ?? nothingBeyond;
  return { hostsInUse, addresses, world: knownWorld(snapshot ?? noSnapshot) };
}

/** Puts together what reports say. */
export function conclude(
  { base, head, snapshot, settings }: Request,
  decoded: DecodedSides,
  comparison: Comparison,
  inspection: Inspection,
): Review {
  const resources = { base: decoded.base.resources, head: decoded.head.resources };
  const applied =
    settings === undefined
      ? { findings: inspection.findings, waived: [], assumptions: [], problems: [] }
      : applySettings(settings, { comparison, inspection, resources });
  const { findings, waived } = applied;
  const unread = unreadFiles(base.manifests, head.manifests);
  const duplicates = sortDuplicates(decoded.base, decoded.head);
  return {
    istioVersion: releasesText(comparison.installed.head),
    base: base.revision,
    head: head.revision,
    summary: summarise(comparison, findings, waived),
    findings,
    waived,
    improvements: inspection.improvements,
    changes: listChanges(comparison),
    cautions: cautions(comparison),
    assumptions: [
      ...('nothing' in base.revision ? [nothingNote] : []),
      ...applied.assumptions,
      ...assumptions(comparison, decoded.inForce, decoded.head.resources, duplicates.untouched, snapshot),
      ...unread.assumptions,
    ],
    problems: [...applied.problems, ...unread.problems, ...duplicates.added.map(duplicateProblem)],
    unread: unread.ofChange,
    failOn: settings?.inForce.settings.failOn ?? null,
  };
}

const nothingNote =
  'compared with nothing: all that the manifests say counts as added, so that every finding is about what is there, and none about what was lost';

function summarise(
  { classes, changedCalls, resourceChanges }: Comparison,
  findings: readonly Finding[],
  waived: readonly Finding[],
) {
  const all = [...findings, ...waived];
  const count = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length;
  const asked = new Set(classes.flatMap(({ groups }) => groups.map(groupKey)));
  const changed = new Set(changedCalls.flatMap(({ groupClass }) => groupClass.groups.map(groupKey)));
  for (const { groups } of all) for (const group of groups) changed.add(groupKey(group));
  return {
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    groups: asked.size,
    // A manifest that is refused names its namespace, even where nothing is left to ask there.
    changedGroups: [...changed].filter(group => asked.has(group)).length,
    // What the cluster refuses changes nothing there, but the change holds it.
    resources:
      resourceChanges.filter(isOfManifests).length + all.filter(({ rule }) => rule === 'invalid-resource').length,
  };
}

/** What the user gives, and what moved with a release, is no change of a resource. */
function isOfManifests({ base, head }: ResourceChange): boolean {
  const resource = head ?? base;
  return resource?.kind !== 'Installation' || !isUnwritten(resource);
}

/** More changed calls than this help nobody; the findings still count them all. */
const MOST_CHANGES = 10_000;

function listChanges(comparison: Comparison): readonly Change[] {
  const changes: Change[] = [];
  // What dials an address of its own choice is told by findings; by its host it is another call (`rules.md`, Calls).
  for (const changed of comparison.changedCalls.filter(({ question }) => question.address === null)) {
    const change = changeOf(comparison, changed);
    for (const group of changed.groupClass.groups) {
      if (changes.length === MOST_CHANGES) return changes;
      changes.push({ group, ...change });
    }
  }
  return changes;
}

/** A duplicate that base has as well is nothing that the change could be asked to mend. */
function sortDuplicates(base: Resources, head: Resources) {
  const known = new Set(base.duplicates.map(({ resource }) => keyOf(resource)));
  const isKnown = ({ resource }: Duplicate) => known.has(keyOf(resource));
  return {
    untouched: head.duplicates.filter(isKnown),
    added: head.duplicates.filter(duplicate => !isKnown(duplicate)),
  };
}

/** The releases that are simulated: several where revisions of Istio have different ones. */
function releasesText({ release, ofRevisions }: InstalledAt): string {
  const all = [release, ...[...ofRevisions.values()].map(installed => installed.release)];
  return [...new Set(all.map(versionText))].join(', ');
}
