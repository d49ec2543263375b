/** Bundles each entry into one file of dist/, readable (not minified) so that a review of dist/ is possible. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = process.argv[2] ?? 'dist';

await build({
  entryPoints: ['src/action.ts', 'src/cli.ts'],
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  // The ESM bundle holds CommonJS dependencies (tunnel, below @actions) that call require().
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});

// npm links `bin` to it, and its first line names Node.
chmodSync(join(out, 'cli.js'), 0o755);
