import type { Comparison, InstalledAt } from '../diff/comparison.js';
import { sameOwner } from '../envoy/verdict.js';
import type { Installed } from '../istio/installed.js';
import { versionText } from '../istio/version.js';
import { installationKinds } from '../resources/installation/installation.js';
import { controlPlaneNotes, disagreementNotes } from './control-plane-notes.js';
import { resourceText } from './wording.js';

/** What is simulated of Istio; of base only what head does not have as well. */
export function assumedControlPlanes({ installed: { base, head }, refused }: Comparison): readonly string[] {
  const ahead = [...assumedAtSide(head), ...refusedNotes(refused)];
  // Where only lines moved, nobody wants to know what they were.
  const former = isAlike(base, head) ? disagreementNotes(base) : assumedAtSide(base);
  return [...ahead, ...former.filter(note => !ahead.includes(note)).map(note => `at base: ${note}`)];
}

function isAlike(base: InstalledAt, head: InstalledAt): boolean {
  const identities = ({ identity, ofRevisions }: InstalledAt) =>
    JSON.stringify([identity, ...[...ofRevisions].map(([revision, installed]) => [revision, installed.identity])]);
  return identities(base) === identities(head);
}

/** What is said of all, and then of each revision whose istiod is another. */
function assumedAtSide(installed: InstalledAt): readonly string[] {
  const ofAll = assumedControlPlane(installed);
  return [
    ...ofAll,
    ...[...installed.ofRevisions].flatMap(([revision, own]) =>
      own.identity === installed.identity
        ? []
        : assumedControlPlane(own)
            .filter(note => !ofAll.includes(note))
            .map(note => `for revision ${revision}: ${note}`),
    ),
  ];
}

function assumedControlPlane(installed: Installed): readonly string[] {
  return [
    ...(installed.releases.length > 0 ? [] : [`nothing says which Istio runs: ${takenText(installed)}`]),
    ...(installed.meshConfigs.length > 0
      ? []
      : [
          'no MeshConfig was read: outboundTrafficPolicy ALLOW_ANY, root namespace istio-system and exportTo "*" are taken as defaults',
        ]),
    ...controlPlaneNotes(installed),
  ];
}

function takenText({ release, keepsRelease }: Installed): string {
  return keepsRelease
    ? `base's ${versionText(release)} is kept`
    : `${versionText(release)}, the newest that was recorded, is taken`;
}

/** What says something of Istio that nobody can read, on both sides: a finding has what only head does not say. */
function refusedNotes({ base, head }: Comparison['refused']): readonly string[] {
  return head
    .filter(invalid => installationKinds.has(invalid.kind) && base.some(other => sameOwner(other, invalid)))
    .flatMap(invalid => {
      const [fault] = invalid.faults;
      if (fault === undefined) return [];
      return [
        `${resourceText(invalid)} says nothing here, as at base: ${fault.at.file}:${fault.at.line}: ${fault.message}`,
      ];
    });
}
