import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { repositoryName } from './options.js';
import { jobToken } from './permissions.js';

/** What started the job; `events.ts` makes them. */
export interface JobEvent {
  readonly name: string;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  readonly payload: unknown;
  /** `GITHUB_REF`, in full. */
  readonly ref?: string;
  /** `GITHUB_BASE_REF` and `GITHUB_HEAD_REF`: names of branches, of pull requests alone. */
  readonly baseRef?: string;
  readonly headRef?: string;
}

/** The variables that the runner sets for every step, apart from those that name files. */
export function jobVariables({ name, sha, ref = 'refs/heads/main', baseRef = '', headRef = '' }: JobEvent) {
  const [owner = ''] = repositoryName.split('/');
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'egress-review',
    GITHUB_ACTOR: 'sara',
    GITHUB_TRIGGERING_ACTOR: 'sara',
    GITHUB_EVENT_NAME: name,
    GITHUB_JOB: 'review',
    GITHUB_REPOSITORY: repositoryName,
    GITHUB_REPOSITORY_ID: '7',
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_NUMBER: '12',
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_BASE_REF: baseRef,
    GITHUB_HEAD_REF: headRef,
    GITHUB_WORKFLOW: 'Egress review',
    GITHUB_WORKFLOW_REF: `${repositoryName}/.github/workflows/egress-review.yaml@${ref}`,
    GITHUB_WORKFLOW_SHA: sha,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
  };
}

/** `INPUT_<NAME>`, upper case with hyphens kept; `action.yml` gives what the step leaves out, as an empty text if need be. */
export function inputVariables(given: Readonly<Record<string, string>>, action: string): Record<string, string> {
  const { inputs } = parse(readFileSync(action, 'utf8')) as { inputs: Record<string, { default?: string }> };
  const unknown = Object.keys(given).filter(name => !(name in inputs));
  if (unknown.length > 0) throw new Error(`${action} has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: preset = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      (given[name] ?? preset).replace('${{ github.token }}', jobToken),
    ]),
  );
}
