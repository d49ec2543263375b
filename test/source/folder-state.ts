import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, with what it holds and when it was written. */
export function stateOf(path: string): string {
  const hash = createHash('sha256');
  for (const name of (readdirSync(path, { recursive: true }) as string[]).toSorted()) {
    const { mtimeMs, mode } = statSync(join(path, name));
    hash.update(`${name}\0${mtimeMs}\0${mode}\0`);
    if (statSync(join(path, name)).isFile()) hash.update(readFileSync(join(path, name)));
  }
  return hash.digest('hex');
}
