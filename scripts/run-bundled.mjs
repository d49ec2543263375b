/**
 * Bundles programs beside the product with the sources as they are, then runs the first of them:
 * `node scripts/run-bundled.mjs judge/judge.ts [OTHER.ts...] -- ARGUMENTS`.
 */
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundling } from './bundling.mjs';

const given = process.argv.slice(2);
const end = given.includes('--') ? given.indexOf('--') : given.length;
const programs = given.slice(0, end);
const [first = ''] = programs;
const out = join(dirname(first), '.cache');

/** Scripts know their own folder, so they are loaded from where they stand. */
const scriptsStay = {
  name: 'scripts stay',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/scripts\/[^/]+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    })),
};

await build({
  ...bundling,
  external: ['esbuild'],
  plugins: [scriptsStay],
  entryPoints: programs,
  outdir: out,
  outExtension: { '.js': '.mjs' },
});
const { status } = spawnSync(process.execPath, [join(out, `${basename(first, '.ts')}.mjs`), ...given.slice(end + 1)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
