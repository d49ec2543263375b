import { appendFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../cli/temp-folder.js';
import { pullRequestRepository, type PullRequestRepository } from '../fake/pull-request-repository.js';

/** `outage`: a pull request that breaks calls. `clean`: one that is read and found good, with comments on what it was before. */
export type Change = 'outage' | 'clean';

export interface Changes {
  readonly repositories: Readonly<Record<Change, PullRequestRepository>>;
  readonly remove: () => void;
}

const outage = 'test/fixtures/cases/outage-hijack';

export function bothChanges(): Changes {
  const folder = tempFolder();
  const mended = join(folder.path, 'mended');
  cpSync(join(outage, 'base'), mended, { recursive: true });
  appendFileSync(join(mended, 'external/baidu.yaml'), '# as before\n');
  const repositories = {
    outage: pullRequestRepository(join(outage, 'base'), join(outage, 'head')),
    clean: pullRequestRepository(join(outage, 'base'), mended),
  };
  return {
    repositories,
    remove: () => {
      Object.values(repositories).forEach(repository => repository.remove());
      folder.remove();
    },
  };
}
