import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { exampleWorkflows, workflowsOf, yamlBlocksOf } from './workflows.js';

const pages = [
  'README.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];
const workflows = [...exampleWorkflows(), ...pages.flatMap(workflowsOf)];

/** What an action of ours takes, by the folder that `uses` names; null for one of others. */
function inputsOf(uses: string): readonly string[] | null {
  const folder = /^OWNER\/istio-egress-review((?:\/[\w-]+)*)@COMMIT$/.exec(uses)?.[1];
  if (folder === undefined) return null;
  const { inputs } = parse(readFileSync(`.${folder}/action.yml`, 'utf8')) as { inputs: object };
  return Object.keys(inputs);
}

/** The least rights that each workflow needs. */
const rights: Readonly<Record<string, object>> = {
  'README.md (1)': { contents: 'read', 'pull-requests': 'write' },
  'docs/required-check.md (1)': { contents: 'read', 'pull-requests': 'write' },
  'examples/workflow.yml': { contents: 'read', 'pull-requests': 'write' },
  'examples/merge-queue.yml': { contents: 'read', 'pull-requests': 'write' },
  'examples/push.yml': { contents: 'read' },
  'examples/schedule.yml': { contents: 'read' },
  'examples/code-scanning.yml': { contents: 'read', 'pull-requests': 'write', 'security-events': 'write' },
  'examples/fork-review.yml': { contents: 'read' },
  'examples/fork-comment.yml': { actions: 'read', 'pull-requests': 'write' },
};

test('the rights of each example are known', () => {
  expect(workflows.map(({ place }) => place).toSorted()).toEqual(Object.keys(rights).toSorted());
});

test.each(pages)('the YAML of %s can be read, and names actions by their commits', page => {
  expect(() => yamlBlocksOf(page)).not.toThrow();
  const used = [...readFileSync(page, 'utf8').matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, uses = '']) => uses);
  expect(used.filter(uses => !isPinned(uses))).toEqual([]);
});

/** By its commit with the version beside it; of ours everyone has to put in the commit. */
function isPinned(uses: string): boolean {
  return (
    /^[\w.-]+(\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses) || inputsOf(uses.split(' ')[0] ?? '') !== null
  );
}

test('each output of the action is told of', () => {
  const { outputs } = parse(readFileSync('action.yml', 'utf8')) as { outputs: object };
  const page = readFileSync('docs/outputs.md', 'utf8');
  expect(Object.keys(outputs).filter(name => !page.includes(`\`${name}\``))).toEqual([]);
});

describe.each(workflows)('$place', ({ place, name, on, permissions, concurrency, jobs, text }) => {
  const steps = Object.values(jobs).flatMap(job => job.steps);

  test('gives nothing by default, and each job the least that it needs', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toEqual(rights[place]);
  });

  test('names every action by its commit, with the version beside it', () => {
    const used = [...text.matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(([, uses = '']) => uses);
    expect(used).toHaveLength(steps.length);
    expect(used.filter(uses => !isPinned(uses))).toEqual([]);
  });

  test('gives our actions only inputs that they take', () => {
    for (const { uses = '', with: given = {} } of steps) {
      const taken = inputsOf(uses);
      if (taken !== null) expect(Object.keys(given).filter(input => !taken.includes(input))).toEqual([]);
    }
  });

  test('says which release runs only where it has to, since what an input says goes before the manifests', () => {
    const saying = steps.filter(({ with: given = {} }) => 'istio-version' in given);
    expect(saying.filter(({ with: given = {} }) => !('upgrade-to' in given))).toEqual([]);
  });

  test('cancels no run of another workflow', () => {
    const all = [concurrency, ...Object.values(jobs).map(job => job.concurrency)];
    const groups = all.flatMap(given => given?.group ?? []);
    expect(groups.filter(group => !group.startsWith('${{ github.workflow }}-'))).toEqual([]);
  });

  test('uploads alerts of pull requests alone, since those of a push close the ones before', () => {
    const uploads = steps.some(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    if (uploads) expect(Object.keys(on)).toEqual(['pull_request']);
  });

  test('is skipped for no path, so that its check can be required', () => {
    expect(JSON.stringify(on)).not.toContain('paths');
  });

  test('reviews a pull request again where it goes to another branch', () => {
    if ('pull_request' in on)
      expect(on['pull_request']).toEqual({ types: ['opened', 'synchronize', 'reopened', 'edited'] });
  });

  test('has the names that the others, the rule of the branch and the pages know', () => {
    const isReview = text.includes('.github/workflows/egress-review.yml');
    if (isReview) expect([name, Object.keys(jobs)]).toEqual(['egress review', ['egress-review']]);
    expect(Object.keys(jobs).filter(job => !job.startsWith('egress-'))).toEqual([]);
  });

  test('runs nothing of the pull request, and keeps no token where it reads it', () => {
    expect(steps.filter(({ run }) => run !== undefined)).toEqual([]);
    for (const { uses, with: given = {} } of steps) {
      if (uses?.startsWith('actions/checkout@')) expect(given['persist-credentials']).toBe(false);
    }
  });

  test('ends, and stands where its first line says', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
    if (existsSync(place)) expect(text).toMatch(/^# Copy to \.github\/workflows\/[\w-]+\.yml\b/);
  });
});

describe('the two workflows for forks', () => {
  const named = (file: string) => {
    const found = workflows.find(({ place }) => place === `examples/${file}`);
    if (found === undefined) throw new Error(`no ${file}`);
    return found;
  };
  const [review, comment] = [named('fork-review.yml'), named('fork-comment.yml')];
  const stepOf = ({ jobs }: typeof review, action: string) =>
    Object.values(jobs)
      .flatMap(job => job.steps)
      .find(({ uses }) => uses?.startsWith(action));

  test('know each other by name, and the artifact by its own', () => {
    expect(comment.on).toEqual({ workflow_run: { workflows: [review.name], types: ['completed'] } });
    const [up, down] = [stepOf(review, 'actions/upload-artifact@'), stepOf(comment, 'actions/download-artifact@')];
    expect(down?.with).toMatchObject({ pattern: up?.with?.['name'], 'run-id': '${{ github.event.workflow_run.id }}' });
    expect(stepOf(comment, 'OWNER/istio-egress-review/post@')?.with).toEqual({
      report: `${down?.with?.['path']}/report.json`,
    });
  });

  test('wait for each other only where there is something to post', () => {
    expect(comment.concurrency).toBeUndefined();
    for (const job of Object.values(comment.jobs)) expect(job.concurrency?.group).toContain('workflow_run.head_branch');
  });

  test('check nothing out where a token can write', () => {
    expect(stepOf(comment, 'actions/checkout@')).toBeUndefined();
    expect(Object.values(comment.jobs).map(job => job.if)).toEqual([
      "github.event.workflow_run.event == 'pull_request'",
    ]);
  });
});
