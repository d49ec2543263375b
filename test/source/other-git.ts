import { chmodSync } from 'node:fs';
import { temporaryFolder } from './temporary-folder.js';

/** Runs a test with a shell script in the place of Git; gives it the folder that the script is in. */
export async function withGit(script: string, run: (folder: string) => Promise<void>): Promise<void> {
  const folder = temporaryFolder({ git: `#!/bin/sh\n${script}\n` });
  chmodSync(`${folder.path}/git`, 0o755);
  const before = process.env['PATH'] ?? '';
  process.env['PATH'] = `${folder.path}:${before}`;
  try {
    await run(folder.path);
  } finally {
    process.env['PATH'] = before;
    folder.remove();
  }
}
