import { build } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../../../src/findings/review.js';
import type { FakeFile } from '../fake/fake-github.js';
import { runStep, type Step, type StepResult } from '../fake/runner.js';

export const headSha = 'ab'.repeat(20);

/** The whole action but for the review itself, which a test gives. */
export interface CannedRuns {
  /** One run for pull request 7, at the commit `head`. */
  readonly run: (
    apiUrl: string,
    review: Review,
    given?: Partial<Step> & { readonly head?: string },
  ) => Promise<StepResult>;
  readonly remove: () => void;
}

export async function cannedRuns(): Promise<CannedRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'canned-runs-'));
  const require = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";
  await build({
    entryPoints: ['test/github/comments/canned-action.ts'],
    outfile: join(folder, 'action.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: require },
  });
  return {
    run: (apiUrl, review, { head = headSha, environment, ...given } = {}) => {
      const canned = join(folder, 'review.json');
      writeFileSync(canned, JSON.stringify(review));
      const payload = { pull_request: { number: 7, head: { sha: head }, base: { sha: 'ba'.repeat(20) } } };
      return runStep({
        main: join(folder, 'action.mjs'),
        workspace: folder,
        event: { name: 'pull_request', sha: '3e'.repeat(20), payload },
        inputs: {},
        apiUrl,
        environment: { CANNED_REVIEW: canned, PULL_REQUEST_HEAD: head, ...environment },
        ...given,
      });
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** The pull request adds these files, each of three lines. */
export function added(...names: string[]): FakeFile[] {
  return names.map(name => ({
    sha: 'another',
    filename: `shop/${name}.yaml`,
    status: 'added',
    patch: `@@ -0,0 +1,3 @@\n+# ${name}\n+kind: ServiceEntry\n+spec: {}`,
  }));
}
