/** Fails when dist/ is not what src/ builds to: builds into a fresh folder and compares byte by byte. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fresh = mkdtempSync(join(tmpdir(), 'dist-'));
try {
  execFileSync(process.execPath, ['scripts/build.mjs', fresh], { stdio: 'inherit' });
  const names = new Set([...readdirSync(fresh), ...readdirSync('dist')]);
  const stale = [...names].filter(name => read(join(fresh, name)) !== read(join('dist', name)));
  if (stale.length > 0) {
    console.error(`dist/ is stale (${stale.join(', ')}): run \`npm run build\` and commit the result`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
