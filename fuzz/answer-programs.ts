import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the runs start, built from the sources as they are. */
export interface Programs {
  readonly action: string;
  readonly post: string;
  /** The action whose review is read from a file. */
  readonly canned: string;
  /** What Node has to be told so that a program is measured; with `hurries`, a second of waiting lasts a tenth. */
  readonly nodeOptions: (hurries: boolean) => string;
  /** A place for what the programs read. */
  readonly folder: string;
  readonly remove: () => void;
}

export async function buildPrograms(): Promise<Programs> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-answers-'));
  execFileSync(process.execPath, ['scripts/build.mjs', join(folder, 'dist')]);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const require = "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);";
  await build({
    entryPoints: {
      canned: 'test/github/comments/canned-action.ts',
      hurried: 'test/github/fake/hurried-clock.mjs',
      measured: 'fuzz/measured.ts',
    },
    ...{ outdir: folder, bundle: true, platform: 'node', target: 'node20', format: 'esm', banner: { js: require } },
  });
  const loading = (name: string) => `--import ${pathToFileURL(join(folder, name)).href}`;
  return {
    action: join(folder, 'dist/action.js'),
    post: join(folder, 'dist/post.js'),
    canned: join(folder, 'canned.js'),
    nodeOptions: hurries => `${loading('measured.js')}${hurries ? ` ${loading('hurried.js')}` : ''}`,
    folder,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
