/** Entry of the GitHub Action: joins the runner, the checkout and the review. No logic, hence no test of its own. */
import { actionsRun } from './github/actions-run.js';
import { runAction } from './github/run-action.js';
import { givenInstallations, withSettings } from './given.js';
import { json } from './report/json.js';
import { sarif } from './report/sarif.js';
import { review } from './review.js';
import { findBlob, findCommit, mergeBase, parentsOf } from './source/git-revision.js';
import { readReviewSettings } from './settings/read-settings.js';
import { readNamedBlob } from './source/named-file.js';
import { filesOfRevision } from './source/side-files.js';
import { requireManifests } from './source/require-manifests.js';
import { readRevisions } from './source/side.js';
import { readSnapshotOfRun } from './source/snapshot-of-run.js';
import { tool } from './tool.js';

const cwd = process.cwd();

await runAction({
  ...actionsRun({
    json: reviewed => json(reviewed, tool),
    sarif: (reviewed, rulePages) => sarif(reviewed, { tool, rulePages, withWaived: false }),
  }),

  history: {
    commitOf: rev => findCommit(rev, cwd),
    parentsOf: commit => parentsOf(commit, cwd),
    mergeBase: (one, other) => mergeBase(one, other, cwd),
    blobAt: (commit, path) => findBlob(commit, path, cwd),
  },

  review: ({ base, head }, { paths, istioVersion, istioFlags, meshConfig, config, snapshot: snapshotFiles }) => {
    const files = { base: filesOfRevision(base, cwd), head: filesOfRevision(head, cwd) };
    const settings = readReviewSettings(files, config, new Date().toISOString().slice(0, 10));
    const inputs = {
      version: istioVersion,
      flags: istioFlags,
      meshConfig: meshConfig === null ? null : readNamedBlob(meshConfig, base, cwd),
    };
    // A change of the file is one of the mesh; where head has it no more, the mesh keeps what it has.
    const isKept = meshConfig === null || findBlob(head, meshConfig, cwd) === null;
    const ofHead = isKept ? inputs : { ...inputs, meshConfig: readNamedBlob(meshConfig, head, cwd) };
    const { inForce, meshConfigAtHead } = settings;
    const given = {
      base: givenInstallations(withSettings(inputs, inForce)),
      head: givenInstallations(withSettings(ofHead, { ...inForce, meshConfig: meshConfigAtHead })),
    };
    const snapshot = readSnapshotOfRun(snapshotFiles, { base, head, cwd });
    const asked = paths.length > 0 ? paths : inForce.settings.paths;
    const sides = readRevisions(base, head, { cwd, paths: asked, snapshotFiles: snapshot.files });
    // Without limits, a repository without manifests is one that a required check lets pass.
    if (asked.length > 0) {
      const places = [
        { name: base, manifests: sides.base.manifests },
        { name: head, manifests: sides.head.manifests },
      ];
      requireManifests(places, asked, paths.length > 0 ? null : inForce.path);
    }
    return review({ ...sides, given, snapshot, settings });
  },
});
