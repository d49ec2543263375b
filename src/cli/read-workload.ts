import type { GroupName } from '../findings/finding.js';
import { controlPlaneNotes } from '../findings/control-plane-notes.js';
import { decodeInCluster } from '../istio/decode-in-cluster.js';
import { installedBy } from '../istio/installed.js';
import { revisionsOf } from '../mesh/revisions.js';
import { readingNotes } from '../report/reading-notes.js';
import type { Installation } from '../resources/installation/installation.js';
import type { Resource } from '../resources/resource.js';
import { readSide } from '../source/side.js';
import type { Snapshot } from '../source/snapshot.js';
import { simulateWorkload, type SimulatedWorkload } from '../workload.js';
import { program } from './command.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { requireManifests } from '../source/require-manifests.js';

/** A workload that a folder or a revision describes, simulated. */
export interface ReadWorkload {
  readonly workload: SimulatedWorkload;
  readonly resources: readonly Resource[];
  /** `badInput` where files could not be read, so that the answer may not be the whole truth. */
  readonly exitCode: ExitCode;
}

/**
 * Reads what `source` holds and simulates the workload; notes on what was left out go to stderr.
 *
 * @throws InputError when there is nothing to read.
 */
export async function readWorkload(
  source: string,
  group: GroupName,
  given: readonly Installation[],
  snapshot: Snapshot,
  io: Io,
): Promise<ReadWorkload> {
  const { manifests } = readSide(source, { cwd: io.cwd, snapshotFiles: snapshot.files });
  requireManifests([{ name: source, manifests }]);
  const decoded = decodeInCluster(manifests.documents, given, snapshot);
  const [revision] = revisionsOf(decoded.resources).candidates(group.namespace, group.labels);
  const installed = installedBy(decoded.resources, revision);
  const notes = [...readingNotes(manifests, decoded, group), ...controlPlaneNotes(installed)];
  for (const note of notes) await io.stderr.write(`${program}: ${note}\n`);

  return {
    workload: simulateWorkload(decoded.resources, group.namespace, group.labels),
    resources: decoded.resources,
    exitCode: manifests.problems.length === 0 ? exitCodes.clean : exitCodes.badInput,
  };
}
