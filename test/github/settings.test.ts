import { afterAll, expect, test } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tempFolder } from '../cli/temp-folder.js';
import { pullRequestRepository } from './fake/pull-request-repository.js';
import { runStep } from './fake/runner.js';

/** Settings of the outage's repository, as the action that is committed reads them. */
const folder = tempFolder();
const accepting =
  'failOn: warning\nseverities: [{ rule: wildcard-listener-added, severity: off }]\nwaivers:\n' +
  '  - { rule: traffic-captured, subject: { port: 443 }, reason: Anna agreed, expires: 2999-12-31 }\n';

/** A pull request whose sides hold this text as their settings. */
function repositoryOf(name: string, base: string | null, head: string | null, file: string) {
  const outage = 'test/fixtures/cases/outage-hijack';
  cpSync(outage, join(folder.path, name), { recursive: true });
  if (base !== null) folder.write(`${name}/base/${file}`, base);
  if (head !== null) folder.write(`${name}/head/${file}`, head);
  return pullRequestRepository(join(folder.path, name, 'base'), join(folder.path, name, 'head'));
}

afterAll(folder.remove);

const usual = '.github/egress-review.yaml';

// prettier-ignore
const sides: [what: string, base: string | null, head: string | null, file: string, inputs: Record<string, string>, succeeded: boolean, said: string][] = [
  ['those of base count',                          accepting, accepting, usual,       {},                        true,  '1 waived'],
  ['those that only head has do not',              null,      accepting, usual,       {},                        false, 'merge the waiver first'],
  ['the input names another file of base',         accepting, accepting, 'team.yaml', { config: 'team.yaml' },   true,  '1 waived'],
  ['inputs go before them',                        'failOn: never', 'failOn: never', usual, { 'fail-on': 'error' }, false, '2 errors'],
  ['faults that head makes fail the check',        accepting, 'failOn: no', usual,    {},                        false, 'problem in the settings'],
  ['paths of theirs that match nothing fail the check', 'paths: [no/such]', 'paths: [no/such]', usual, {},           false, "correct 'paths' of '`.github/egress-review.yaml`'"],
  ['so do those of the input',                     null,      null,      usual,       { paths: 'no/such' },      false, '- input `paths`: no Kubernetes manifest in'],
  ['a MeshConfig that the input names is one of each side', 'outboundTrafficPolicy: {mode: ALLOW_ANY}', 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}', 'mesh/config.yaml', { 'mesh-config': 'mesh/config.yaml' }, false, 'are refused'],
  ['a file that neither side has fails the check', null,      null,      usual,       { config: 'nowhere.yaml' }, false, "- input `config`: there is no file '`nowhere.yaml`'"],
];

test.each(sides)('of the settings, %s', async (what, base, head, file, inputs, succeeded, said) => {
  const repository = repositoryOf(what, base, head, file);
  try {
    const result = await runStep({
      main: resolve('dist/action.js'),
      workspace: repository.checkout(repository.mergeSha, { depth: 2 }),
      event: { name: 'issue_comment', sha: repository.mergeSha, payload: {} },
      inputs: { base: 'HEAD^1', head: 'HEAD', ...inputs },
      apiUrl: 'http://localhost:9',
    });
    expect([result.succeeded, result.summary]).toEqual([succeeded, expect.stringContaining(said)]);
  } finally {
    repository.remove();
  }
});
