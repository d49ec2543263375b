import { relative, resolve } from 'node:path';
import type { Review } from '../findings/review.js';
import { givenInstallations, withSettings } from '../given.js';
import { review, untouched, type Request } from '../review.js';
import { readReviewSettings } from '../settings/read-settings.js';
import type { ReviewSettings } from '../settings/settings.js';
import { changedFiles, isReadBy } from '../source/changed-files.js';
import { findBlob } from '../source/git-revision.js';
import { readNamedBlob } from '../source/named-file.js';
import { pathInside } from '../source/path-inside.js';
import { inputError } from '../source/problem.js';
import { requireManifests } from '../source/require-manifests.js';
import { filesOfRevision, type SideFiles } from '../source/side-files.js';
import { readRevisions } from '../source/side.js';
import { pathInTree } from '../source/tree-path.js';
import { readSnapshotOfRun } from '../source/snapshot-of-run.js';
import { reviewUpgrade } from '../upgrade.js';
import type { Inputs } from './inputs.js';
import { ofInput } from './of-input.js';

/** What is reviewed: ids of commits, `base` null for nothing. */
export interface Commits {
  readonly base: string | null;
  readonly head: string;
}

/** Where it is read. */
export interface Surroundings {
  /** A folder whose repository holds all files of the commits. */
  readonly repository: string;
  /** The folder of the job, which names of files are relative to. */
  readonly workspace: string;
  /** `2026-11-22` */
  readonly today: string;
}

export interface Reviewed {
  readonly review: Review;
  /** false: the change has no file that a review reads, so nothing was simulated. */
  readonly isRelevant: boolean;
}

/**
 * Reviews one commit against another, or one release of Istio against another at head. The settings are those of base:
 * a change must not choose what it is judged by.
 *
 * @throws InputError when there is nothing to go by.
 */
export function reviewCommits(commits: Commits, inputs: Inputs, surroundings: Surroundings): Reviewed {
  const { repository: cwd, workspace, today } = surroundings;
  const { head } = commits;
  const rules = commits.base ?? head;
  const named = new Set<string>();
  const filesOf = (commit: string) => noting(filesOfRevision(commit, cwd), named);
  const settings = ofInput('config', () =>
    readReviewSettings({ base: filesOf(rules), head: filesOf(head) }, inputs.config, today),
  );
  const given = istioOf(inputs, settings, { base: rules, head, cwd });
  const snapshot = ofInput('snapshot', () =>
    readSnapshotOfRun(inputs.snapshot, { base: rules, head, repository: cwd, workspace }),
  );
  const { inForce } = settings;
  const asked = inputs.paths.length > 0 ? inputs.paths : inForce.settings.paths;

  for (const name of [...inputs.snapshot, ...(inputs.meshConfig === null ? [] : [inputs.meshConfig])]) {
    named.add(pathInside(workspace, resolve(workspace, name)) ?? name);
  }
  const isRelevant = isWholeReview(commits, inputs, settings) || hasReadFile(commits, { paths: asked, named }, cwd);
  // Without limits, a repository without manifests is one that a required check lets pass.
  if (!isRelevant && asked.length === 0) {
    return { review: untouched({ rev: rules }, { rev: head }, inForce.settings.failOn), isRelevant };
  }

  const base = inputs.upgradeTo === null ? commits.base : head;
  const snapshotFiles = snapshot.files.map(name => relative(workspace, resolve(workspace, name)));
  // What no changed file can tell apart is the same at both sides.
  const sides = readRevisions(isRelevant ? base : head, head, { cwd, paths: asked, snapshotFiles });
  if (asked.length > 0) {
    const places = [
      { name: rules, manifests: sides.base.manifests },
      { name: head, manifests: sides.head.manifests },
    ];
    if (inputs.paths.length === 0) requireManifests(places, asked, inForce.path);
    else ofInput('paths', () => requireManifests(places, asked));
  }
  if (!isRelevant) return { review: untouched({ rev: rules }, { rev: head }, inForce.settings.failOn), isRelevant };

  const request = { ...sides, given, snapshot, settings };
  return { review: inputs.upgradeTo === null ? review(request) : reviewUpgrade(request), isRelevant };
}

/** The same files, with every path that is asked for noted down: whatever it holds, the review goes by it. */
function noting({ name, read }: SideFiles, asked: Set<string>): SideFiles {
  return { name, read: path => (asked.add(pathInTree(path) ?? path), read(path)) };
}

/** What is not about the change alone: another release, a whole repository, and waivers, which the calendar ends. */
function isWholeReview({ base }: Commits, { upgradeTo }: Inputs, { atHead }: ReviewSettings): boolean {
  return base === null || upgradeTo !== null || atHead.problems.length + atHead.settings.waivers.length > 0;
}

function hasReadFile({ base, head }: Commits, reading: Parameters<typeof isReadBy>[0], cwd: string): boolean {
  return base === null || changedFiles(base, head, cwd).some(isReadBy(reading));
}

interface Sides {
  readonly base: string;
  readonly head: string;
  readonly cwd: string;
}

/** The Istio of each side. A change of the file with MeshConfig is one of the mesh; where head has it no more, it stays. */
function istioOf(inputs: Inputs, { inForce, meshConfigAtHead }: ReviewSettings, sides: Sides): Request['given'] {
  const { meshConfig, istioVersion: version, istioFlags: flags, upgradeTo } = inputs;
  const { head, cwd } = sides;
  const isKept = meshConfig === null || findBlob(head, meshConfig, cwd) === null;
  const meshConfigOf = (commit: string) =>
    meshConfig === null ? null : ofInput('mesh-config', () => readNamedBlob(meshConfig, commit, cwd));
  const atBase = withSettings({ version, flags, meshConfig: meshConfigOf(sides.base) }, inForce);
  const ofHead = { version, flags, meshConfig: isKept ? meshConfigOf(sides.base) : meshConfigOf(head) };
  const atHead = withSettings(ofHead, { ...inForce, meshConfig: meshConfigAtHead });
  if (upgradeTo === null) return { base: givenInstallations(atBase), head: givenInstallations(atHead) };

  if (atHead.version === null) {
    const message = `input \`upgrade-to\` is ${upgradeTo}, and nothing says which release runs: give the input \`istio-version\``;
    throw inputError('usage', message);
  }
  return { base: givenInstallations(atHead), head: givenInstallations({ ...atHead, version: upgradeTo }) };
}
