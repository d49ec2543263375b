import { spanAt, type SourceDocument } from './document.js';
import { linesOf } from './lines.js';
import { manifestRoots } from './manifest-roots.js';
import { objectKey, textAt } from './object-key.js';
import { InputError, inputError } from './problem.js';
import { readTextFile } from './text-file.js';
import { readYaml } from './yaml-reader.js';

/** A file of a snapshot, as it was named and read. */
export interface SnapshotFile {
  readonly path: string;
  readonly text: string;
}

/** What a cluster holds, as `kubectl get -o yaml` writes it: data of the mesh that the repository may not have. */
export interface Snapshot {
  /** As the user named them; empty where no snapshot is given. */
  readonly files: readonly string[];
  /** One for each object: of several with one key the first counts. */
  readonly documents: readonly SourceDocument[];
}

export const noSnapshot: Snapshot = { files: [], documents: [] };

/**
 * The snapshot that files of the disk make together.
 *
 * @throws InputError when one cannot be read whole: half a cluster must not pass for all of it.
 */
export function readSnapshot(names: readonly string[], cwd: string): Snapshot {
  return snapshotOf(names.map(name => ({ path: name, text: readTextFile(name, cwd) })));
}

/**
 * The snapshot that these texts make together.
 *
 * @throws InputError
 */
export function snapshotOf(files: readonly SnapshotFile[]): Snapshot {
  const documents = new Map<string, SourceDocument>();
  for (const document of files.flatMap(documentsOf)) {
    const key = objectKey(document);
    if (!documents.has(key)) documents.set(key, document);
  }
  return { files: files.map(({ path }) => path), documents: [...documents.values()] };
}

function documentsOf({ path, text }: SnapshotFile): readonly SourceDocument[] {
  const { roots, faults } = readYaml(text);
  const lines = linesOf(text);
  if (faults.length > 0) {
    throw new InputError(
      faults.map(({ code, message, start, end }) => ({ code, message, at: spanAt({ path, lines }, start, end) })),
    );
  }
  if (!roots.some(root => textAt(root, ['kind']) !== '' && textAt(root, ['apiVersion']) !== '')) {
    throw inputError(
      'unreadable',
      `snapshot '${path}' holds no Kubernetes object: write it with 'kubectl get KINDS -A -o yaml'`,
    );
  }
  return roots.flatMap(manifestRoots).map(root => ({ path, text, lines, root, isSnapshot: true }));
}
