import type { Manifests, Unfollowed } from './document.js';
import { keptDocuments } from './kept-documents.js';
import type { Problem } from './problem.js';

/** What a review says of files that could not be read. */
export interface UnreadFiles {
  readonly problems: readonly Problem[];
  /** Sentences: what was left out. */
  readonly assumptions: readonly string[];
  /** Files of the change that nobody read, for whatever reason, sorted. */
  readonly ofChange: readonly string[];
}

/**
 * Which faults of files the change has to answer for: those at head in a file that is not the same at base. A broken
 * file that the change leaves alone is an assumption, and so is one that head mends or deletes: what it held at base
 * is not known.
 */
export function unreadFiles(base: Manifests, head: Manifests): UnreadFiles {
  const isTouched = (path: string) => base.files.get(path) !== head.files.get(path);
  const untouched = brokenFiles(head).filter(path => !isTouched(path));
  const brokenAtBase = brokenFiles(base).filter(isTouched);
  const unrendered = unrenderedAt(base, head);
  const kept = [...new Set(keptDocuments(base, head).map(({ path }) => path))];
  const problems = head.problems.filter(({ at }) => at === null || isTouched(at.file));
  const unfollowed = (['submodule', 'link'] as const).flatMap(kind => unfollowedPaths(base, head, kind).touched);
  return {
    problems,
    ofChange: [
      ...new Set([
        ...problems.flatMap(({ at }) => at?.file ?? []),
        ...brokenAtBase,
        ...unrendered.filter(isTouched),
        ...unfollowed,
      ]),
    ].toSorted(),
    assumptions: [
      ...leftOut(kept, ', at least in part, that could not be read at head: what base says there stays in force'),
      ...leftOut(untouched, ', at least in part, that could not be read, as at base'),
      ...leftOut(brokenAtBase, ', at least in part, that could not be read at base'),
      // What the change does there is what nobody looked at.
      ...leftOut(unrendered.filter(isTouched), unrenderedText, ' of this change'),
      ...leftOut(
        unrendered.filter(path => !isTouched(path)),
        unrenderedText,
      ),
      ...notFollowed(base, head, 'submodule', ' (nobody looked into other repositories)'),
      ...notFollowed(base, head, 'link', ' (none is followed)'),
    ],
  };
}

function brokenFiles({ problems }: Manifests): readonly string[] {
  return [...new Set(problems.flatMap(({ at }) => at?.file ?? []))];
}

function unrenderedAt(base: Manifests, head: Manifests): readonly string[] {
  return [...new Set([...base.unrendered, ...head.unrendered])].toSorted();
}

function notFollowed(base: Manifests, head: Manifests, kind: Unfollowed['kind'], why: string): readonly string[] {
  const { touched, untouched } = unfollowedPaths(base, head, kind);
  const noun = { submodule: 'submodule', link: 'symbolic link' }[kind];
  return [...leftOut(touched, why, ' of this change', noun), ...leftOut(untouched, why, '', noun)];
}

function unfollowedPaths({ unfollowed: base }: Manifests, { unfollowed: head }: Manifests, kind: Unfollowed['kind']) {
  const contents = (all: readonly Unfollowed[]) =>
    new Map(all.flatMap(({ kind: other, path, content }) => (other === kind ? [[path, content]] : [])));
  const [atBase, atHead] = [contents(base), contents(head)];
  const isTouched = (path: string) => {
    const [before, after] = [atBase.get(path), atHead.get(path)];
    return before !== null && after !== null && before !== after;
  };
  const paths = [...new Set([...atBase.keys(), ...atHead.keys()])].toSorted();
  return { touched: paths.filter(isTouched), untouched: paths.filter(path => !isTouched(path)) };
}

/** How many files a sentence names. */
const NAMED = 5;

const unrenderedText = ' that must be rendered first (Helm, Kustomize)';

function leftOut(files: readonly string[], why: string, whose = '', noun = 'file'): readonly string[] {
  if (files.length === 0) return [];
  const count = files.length === 1 ? `1 ${noun}` : `${files.length} ${noun}s`;
  const named = files.slice(0, NAMED).map(file => `'${file}'`);
  const rest = files.length > NAMED ? `, and ${files.length - NAMED} more` : '';
  return [`${count}${whose} left out${why}: ${named.join(', ')}${rest}`];
}
