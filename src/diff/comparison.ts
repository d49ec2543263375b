import { admissionOf } from '../istio/admission-of.js';
import { ageSince } from '../mesh/age.js';
import { freeAddresses, type FreeAddresses } from '../mesh/free-addresses.js';
import { isFirstToName, revisionsOf, type Revision, type Revisions } from '../mesh/revisions.js';
import type { Installed } from '../istio/installed.js';
import type { Resources } from '../resources/decode-all.js';
import type { Invalid } from '../resources/decode.js';
import type { Resource } from '../resources/resource.js';
import { openWorld, type KnownWorld } from '../source/known-world.js';
import { buildMesh } from '../scope/build-mesh.js';
import type { SourceDocument } from '../source/document.js';
import { amended } from './amended.js';
import { changedCallsInUse, questionsInUse } from './calls-in-use.js';
import { questionnaire, type Questionnaire } from './calls.js';
import { changedCalls, type ChangedCall } from './changed-calls.js';
import { governedBy } from './control-planes.js';
import { contenders } from './contenders.js';
import { counterfactuals, type Counterfactuals } from './counterfactuals.js';
import { classify, type GroupClass } from './group-classes.js';
import { outsideGroup, workloadGroups } from './groups.js';
import { knownTraffic, noHostsInUse, type HostsInUse, type KnownTraffic } from './known-traffic.js';
import { keyOf, pairResources, type ResourceChange, type ResourcePairing } from './resource-changes.js';
import { openSide, type Side } from './side.js';
import { startMesh, workloadOf } from './simulation.js';

/** Facts about a change, without any judgement. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly resourceChanges: readonly ResourceChange[];
  readonly classes: readonly GroupClass[];
  readonly changedCalls: readonly ChangedCall[];
  readonly questions: Questionnaire;
  readonly addresses: FreeAddresses;
  readonly traffic: KnownTraffic;
  readonly counterfactuals: Counterfactuals;
  /** What each side says of the Istio that runs. */
  readonly installed: { readonly base: InstalledAt; readonly head: InstalledAt };
  /** Manifests that the cluster would refuse; they are not simulated. */
  readonly refused: { readonly base: readonly Invalid[]; readonly head: readonly Invalid[] };
  /** Sentences about groups that were not asked, or that nobody belongs to. */
  readonly remarks: readonly string[];
  /** The same with another text of one file of head; null where that file declares something twice. */
  amended(path: string, documents: readonly SourceDocument[]): Comparison | null;
  /** What both sides hold all of. */
  readonly world: KnownWorld;
}

/** What one side says of the Istio that runs, and what of its revisions where their istiods differ. */
export interface InstalledAt extends Installed {
  readonly ofRevisions: ReadonlyMap<string, Installed>;
}

/** What is known of the mesh that no manifest of the repository says. */
export interface Beyond {
  /** What both sides hold all of. */
  readonly world: KnownWorld;
  readonly hostsInUse: HostsInUse;
  /** The IPv4 prefix that suggested addresses are taken from; null for Istio's own. */
  readonly addresses: string | null;
}

export const nothingBeyond: Beyond = { world: openWorld, hostsInUse: noHostsInUse, addresses: null };

/** Simulates both sides, each under the control plane that its own resources describe, and asks them the same calls. */
export function compare(base: Resources, head: Resources, beyond: Beyond = nothingBeyond): Comparison {
  const { world, hostsInUse } = beyond;
  const baseResources = base.resources;
  const headResources = inForce(base, head);
  const paired = pairResources(baseResources, headResources);
  const addresses = freeAddresses([...baseResources, ...headResources], beyond.addresses ?? undefined);
  const governing = governedBy(addresses, baseResources);
  const inBase = new Set(baseResources.map(keyOf));
  const ageOf = ageSince(resource => inBase.has(keyOf(resource)), world.hosts);
  const areNamesQualified = [...baseResources, ...headResources].every(hasQualifiedHosts);
  const isRevisionNews = isFirstToName(baseResources, paired.headInBaseTerms);
  const build = (resources: readonly Resource[], revision: Revision) => {
    const { installed, conversion } = governing(resources, revision);
    return buildMesh(resources, installed.controlPlane, ageOf, conversion);
  };
  const open = (resources: readonly Resource[]) =>
    openSide(startMesh(resources, build, revisionsOf(resources, isRevisionNews), areNamesQualified), addresses.foreign);

  const before = open(baseResources);
  const against = (head: Resources, { changes, headInBaseTerms }: ResourcePairing): Comparison => {
    const after = open(headInBaseTerms);
    const { groups, isCreated, remarks } = workloadGroups(before.simulation, after.simulation);
    const contending = contenders(before.simulation.meshes(), after.simulation.meshes());
    const classes = classify(groups, world.namespaces ? null : outsideGroup, before, after, {
      isCreated,
      isContender: name => contending.has(name),
    });
    const meshes = [...before.simulation.meshes(), ...after.simulation.meshes()];
    const questions = questionnaire(meshes);
    const namespaces = new Set([...baseResources, ...headInBaseTerms].map(namespaceOf));
    const traffic = knownTraffic(hostsInUse, namespaces, isCreated);
    const inUse = questionsInUse(meshes, questions);
    const changedIn = (groupClass: GroupClass) => {
      const changed = changedCalls(groupClass, before, after, questions);
      return [...changed, ...changedCallsInUse(groupClass, changed, before, after, inUse, traffic)];
    };
    const installed = {
      base: installedAt(before.simulation.revisions, revision => governing(baseResources, revision).installed),
      head: installedAt(after.simulation.revisions, revision => governing(headInBaseTerms, revision).installed),
    };

    return {
      base: before,
      head: after,
      resourceChanges: changes,
      classes,
      changedCalls: classes.flatMap(changedIn),
      questions,
      addresses,
      traffic,
      counterfactuals: counterfactuals(headInBaseTerms, changes, before, open, new Set(groups.flatMap(workloadOf))),
      installed,
      refused: { base: base.invalid, head: head.invalid },
      remarks,
      world,
      amended(path, documents) {
        const admission = admissionOf(installed.head.controlPlane.behaves);
        const other = amended(head, path, documents, admission);
        return other === null ? null : against(other, pairResources(baseResources, inForce(base, other)));
      },
    };
  };
  return against(head, paired);
}

function installedAt({ installed }: Revisions, of: (revision: Revision) => Installed): InstalledAt {
  return { ...of(null), ofRevisions: new Map(installed.map(revision => [revision, of(revision)])) };
}

function namespaceOf({ kind, namespace, name }: Resource): string {
  return kind === 'Namespace' ? name : namespace;
}

/** What head leaves in the cluster: where it is refused, base's resource of that name stays. */
function inForce(base: Resources, head: Resources): readonly Resource[] {
  const refused = new Set(head.invalid.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const accepted = new Set(head.resources.map(keyOf));
  const kept = base.resources.filter(resource => refused.has(keyOf(resource)) && !accepted.has(keyOf(resource)));
  return kept.length === 0 ? head.resources : [...head.resources, ...kept];
}

/** Service hosts always are; an entry's host without a dot is somebody's short name in some namespace. */
function hasQualifiedHosts(resource: Resource): boolean {
  return resource.kind !== 'ServiceEntry' || resource.hosts.every(host => host.includes('.'));
}
