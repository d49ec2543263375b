/** Bundles each entry into one file of dist/, readable (not minified) so that a review of dist/ is possible. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

const out = process.argv[2] ?? 'dist';

const entryPoints = ['action', 'cli', 'post', 'reviewer'].map(name => `src/${name}.ts`);
await build({ ...bundling, entryPoints, outdir: out });

// npm links `bin` to it, and its first line names Node.
chmodSync(join(out, 'cli.js'), 0o755);
