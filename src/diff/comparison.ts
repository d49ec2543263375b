import { ageSince } from '../mesh/age.js';
import { freeAddresses, type FreeAddresses } from '../mesh/free-addresses.js';
import { isFirstToName, revisionsOf, type Revision } from '../mesh/revisions.js';
import type { Installed } from '../istio/installed.js';
import type { Resources } from '../resources/decode-all.js';
import type { Invalid } from '../resources/decode.js';
import type { Resource } from '../resources/resource.js';
import { buildMesh } from '../scope/build-mesh.js';
import { changedCallsInUse, questionsInUse } from './calls-in-use.js';
import { questionnaire, type Questionnaire } from './calls.js';
import { changedCalls, type ChangedCall } from './changed-calls.js';
import { governedBy } from './control-planes.js';
import { contenders } from './contenders.js';
import { counterfactuals, type Counterfactuals } from './counterfactuals.js';
import { classify, type GroupClass } from './group-classes.js';
import { isCreated, outsideGroup, workloadGroups } from './groups.js';
import { knownTraffic, noHostsInUse, type HostsInUse, type KnownTraffic } from './known-traffic.js';
import { keyOf, pairResources, type ResourceChange } from './resource-changes.js';
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
}

/** What one side says of the Istio that runs, and what of its revisions where their istiods differ. */
export interface InstalledAt extends Installed {
  readonly ofRevisions: ReadonlyMap<string, Installed>;
}

/** What a user says of the mesh that no manifest can. */
export interface Beyond {
  readonly hostsInUse: HostsInUse;
  /** The IPv4 prefix that suggested addresses are taken from; null for Istio's own. */
  readonly addresses: string | null;
}

export const nothingBeyond: Beyond = { hostsInUse: noHostsInUse, addresses: null };

/** Simulates both sides, each under the control plane that its own resources describe, and asks them the same calls. */
export function compare(base: Resources, head: Resources, beyond: Beyond = nothingBeyond): Comparison {
  const baseResources = base.resources;
  const headResources = inForce(base, head);
  const { changes, headInBaseTerms } = pairResources(baseResources, headResources);
  const addresses = freeAddresses([...baseResources, ...headResources], beyond.addresses);
  const governing = governedBy(addresses, baseResources);
  const inBase = new Set(baseResources.map(keyOf));
  const ageOf = ageSince(resource => inBase.has(keyOf(resource)));
  const areNamesQualified = [...baseResources, ...headResources].every(hasQualifiedHosts);
  const isRevisionNews = isFirstToName(baseResources, headInBaseTerms);
  const build = (resources: readonly Resource[], revision: Revision) => {
    const { installed, conversion } = governing(resources, revision);
    return buildMesh(resources, installed.controlPlane, ageOf, conversion);
  };
  const open = (resources: readonly Resource[]) =>
    openSide(startMesh(resources, build, areNamesQualified, isRevisionNews), addresses.foreign);

  const before = open(baseResources);
  const after = open(headInBaseTerms);
  const [baseMesh, headMesh] = [before.simulation.mesh, after.simulation.mesh];
  const { groups, remarks } = workloadGroups(before.simulation, after.simulation);
  const contending = contenders(before.simulation.meshes(), after.simulation.meshes());
  const classes = classify(groups, outsideGroup, before, after, {
    isCreated: name => isCreated(name, baseMesh, headMesh),
    isContender: name => contending.has(name),
  });
  const meshes = [...before.simulation.meshes(), ...after.simulation.meshes()];
  const questions = questionnaire(meshes);
  const traffic = knownTraffic(
    beyond.hostsInUse,
    new Set(
      [...baseResources, ...headResources].map(({ kind, namespace, name }) =>
        kind === 'Namespace' ? name : namespace,
      ),
    ),
    name => isCreated(name, baseMesh, headMesh),
  );
  const inUse = questionsInUse(meshes, questions);
  const changedIn = (groupClass: GroupClass) => {
    const changed = changedCalls(groupClass, before, after, questions);
    return [...changed, ...changedCallsInUse(groupClass, changed, before, after, inUse, traffic)];
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
    installed: { base: installedAt(baseResources, governing), head: installedAt(headInBaseTerms, governing) },
    refused: { base: base.invalid, head: head.invalid },
    remarks,
  };
}

function installedAt(resources: readonly Resource[], governing: ReturnType<typeof governedBy>): InstalledAt {
  const revisions = revisionsOf(resources).installed;
  return {
    ...governing(resources, null).installed,
    ofRevisions: new Map(revisions.map(revision => [revision, governing(resources, revision).installed])),
  };
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
