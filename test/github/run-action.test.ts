import { describe, expect, test } from '@jest/globals';
import type { Review } from '../../src/findings/review.js';
import type { Run } from '../../src/github/run.js';
import { runAction } from '../../src/github/run-action.js';
import { GitHubError } from '../../src/github/pull-request/github-error.js';
import type { PullRequest } from '../../src/github/pull-request/pull-request.js';
import type { Annotation } from '../../src/report/annotations.js';
import { summaryMarker } from '../../src/report/marker.js';
import { untouched } from '../../src/review.js';
import { InputError, type Problem } from '../../src/source/problem.js';
import { finding, reviewOf } from './comments/canned-review.js';
import { commitsOf, id } from './event/commit-graph.js';

const graph = {
  parents: { main: [], topic: ['main'], merge: ['main', 'topic'] },
  names: { main: 'main', topic: 'topic' },
};
const payload = { pull_request: { number: 7, head: { sha: id('topic') }, base: { sha: id('main') } } };
const pullRequest = { name: 'pull_request', sha: id('merge'), payload };

/** Runs on an event that needs nothing of GitHub, and gives what the runner was told. */
async function run(review: Review | Error, inputs: Record<string, string> = {}, given: Partial<Run> = {}) {
  const told = { failed: [] as string[], logged: [] as string[], annotations: [] as Annotation[], summary: '' };
  const outputs: Record<string, string | number | boolean> = {};
  const asked: unknown[] = [];
  await runAction({
    input: name => ({ base: 'main', head: 'topic', ...inputs })[name] ?? '',
    event: { name: 'issue_comment', sha: '', payload: {} },
    repositoryUrl: 'https://github.com/shop/manifests',
    page: 'https://github.com/shop/manifests/actions/runs/4711',
    docs: null,
    repository: () => ({ ...commitsOf(graph), holding: async commits => commits.join(), blobAt: () => null }),
    review: async ({ base, head }, decoded, folder) => {
      asked.push({ base: base.commit, head: head.commit, folder, inputs: decoded });
      if (review instanceof Error) throw review;
      return { review, isRelevant: true };
    },
    pullRequest: () => {
      throw new Error('no pull request to ask for');
    },
    saveReports: () => ({ report: 'report.json', sarif: 'report.sarif' }),
    writeSummary: async markdown => void (told.summary = markdown),
    setOutput: (name, value) => void (outputs[name] = value),
    annotate: annotation => void told.annotations.push(annotation),
    log: line => void told.logged.push(line),
    discreet: text => text.replaceAll('ghs_1', '***'),
    fail: message => void told.failed.push(message),
    ...given,
  });
  return { ...told, outputs, asked };
}

const problem: Problem = {
  code: 'yaml-syntax',
  message: 'a tab indents this line',
  at: { file: 'shop/pay.yaml', line: 3, column: 1, endLine: 3, endColumn: 1 },
};

describe('the check', () => {
  const error = reviewOf([finding('pay', 'error')]);
  const warning = reviewOf([finding('pay', 'warning')]);
  const notice = reviewOf([finding('pay', 'notice')]);
  const broken = reviewOf([], { problems: [problem] });
  const clean = reviewOf([]);

  const rows: [verdict: 'fails' | 'passes', what: string, failOn: string, review: Review][] = [
    ['fails', 'an error', '', error],
    ['passes', 'a warning', '', warning],
    ['fails', 'an error', 'error', error],
    ['passes', 'a warning', 'error', warning],
    ['fails', 'an error', 'warning', error],
    ['fails', 'a warning', 'warning', warning],
    ['passes', 'a notice', 'warning', notice],
    ['passes', 'an error', 'never', error],
    ['passes', 'nothing', 'warning', clean],
    ['fails', 'a manifest that cannot be read', 'error', broken],
    ['fails', 'a manifest that cannot be read', 'never', broken],
  ];

  test.each(rows)('%s on %s with fail-on "%s"', async (verdict, _what, failOn, review) => {
    const { failed, logged, outputs, summary } = await run(review, { 'fail-on': failOn });
    const [compared, ...ended] = logged;
    expect(compared).toBe(`compares ${id('main')} (input \`base\`: main) with ${id('topic')} (input \`head\`: topic)`);
    expect([failed.length, ended.length]).toEqual(verdict === 'fails' ? [1, 0] : [0, 1]);
    expect([...failed, ...ended]).toEqual([expect.stringMatching(/^Egress review: /)]);
    const { errors, warnings } = review.summary;
    expect(outputs).toEqual({
      verdict: verdict === 'fails' ? 'fail' : 'pass',
      relevant: true,
      findings: review.findings.length,
      errors,
      warnings,
      report: 'report.json',
      sarif: 'report.sarif',
    });
    expect(summary).not.toBe('');
  });
});

test('the review gets what the inputs say', async () => {
  const { asked } = await run(reviewOf([]), { 'istio-version': '1.30', paths: 'mesh/a\nmesh/b' });
  const inputs = expect.objectContaining({ istioVersion: '1.30', paths: ['mesh/a', 'mesh/b'] });
  const [base, head] = [id('main'), id('topic')];
  expect(asked).toEqual([{ base, head, folder: `${base},${head}`, inputs }]);
});

test('a manifest that cannot be read is annotated on its line, beside the findings', async () => {
  const { annotations } = await run(reviewOf([finding('pay', 'error')], { problems: [problem] }));
  expect(annotations).toMatchObject([
    { level: 'error', file: 'shop/pay.yaml', line: 3, message: 'a tab indents this line [yaml-syntax]' },
    { level: 'error', file: 'shop/pay.yaml', line: 1 },
  ]);
});

test('a caution is a warning on the run', async () => {
  const cautions = ['Istio 1.99 is newer than any release that is known here'];
  const { annotations, failed } = await run(reviewOf([], { cautions }));
  expect(annotations).toEqual([expect.objectContaining({ level: 'warning', file: null, message: cautions[0] })]);
  expect(failed).toEqual([]);
});

test('bad input fails with each problem and its place, and without a stack', async () => {
  const unknown: Problem = { code: 'unknown-revision', message: 'no revision "topic"', at: null };
  const { failed, outputs, summary } = await run(new InputError([unknown, problem]));
  expect(failed).toEqual(['no revision "topic"\nshop/pay.yaml:3:1: a tab indents this line']);
  expect(outputs).toEqual({ verdict: 'fail' });
  expect(summary).toBe(
    '### 🔴 Egress review: nothing was reviewed\n\n- no revision `topic`\n- `shop/pay.yaml:3`: a tab indents this line\n\n' +
      'What cannot be reviewed is never green; nothing is said of the change itself. ' +
      'What to do: `docs/required-check.md#red-by-an-error`',
  );
});

test('a wrong input is said before anything is reviewed', async () => {
  const { failed, asked, summary } = await run(reviewOf([]), { 'fail-on': 'sometimes' });
  expect(failed).toEqual(['input `fail-on`: found "sometimes", expected one of `error`, `warning`, `never`']);
  expect(summary).toContain('- input `fail-on`: found `sometimes`, expected one of `error`, `warning`, `never`\n');
  expect(asked).toEqual([]);
});

test.each([
  ['whatever input is wrong', {}, ['pull request 7']],
  ['but for the one that tells whose it is', { name: 'A b' }, []],
])('a summary of an earlier push is looked for, %s', async (_what, more, looked) => {
  const found: string[] = [];
  const asked = (token: string, number: number) => {
    found.push(`pull request ${number}`);
    throw new Error(`not asked with ${token}`);
  };
  const inputs = { token: 'ghs_1', 'fail-on': 'sometimes', ...more };
  const { failed } = await run(reviewOf([]), inputs, { event: pullRequest, pullRequest: asked });
  expect(found).toEqual(looked);
  expect(failed).toEqual([expect.stringContaining('input `fail-on`: found "sometimes"')]);
});

test('a bug fails the check with its stack and asks for a report', async () => {
  const docs = 'https://github.com/o/r/blob/v1/docs';
  const { failed, summary } = await run(new TypeError('cannot read listeners of undefined'), {}, { docs });
  expect(summary).toContain(
    'This is a bug in istio-egress-review. Please report it with these lines:\n\n```text\nTypeError: ',
  );
  expect(summary).toMatch(/\[What to do\]\(https:.*\/docs\/required-check\.md#red-by-an-error\)$/);
  expect(failed).toEqual([expect.stringMatching(/^this is a bug in istio-egress-review, please report it/)]);
  expect(failed[0]).toContain('TypeError: cannot read listeners of undefined\n    at ');
});

test('a job summary that cannot be written hides no error', async () => {
  const writeSummary = () => Promise.reject(new Error('no space left on device'));
  const { failed, logged } = await run(new InputError([problem]), {}, { writeSummary });
  expect(failed).toEqual(['shop/pay.yaml:3:1: a tab indents this line']);
  expect(logged).toContainEqual(expect.stringContaining('no space left on device'));
});

test('a report that cannot be saved hides no verdict', async () => {
  const saveReports = () => {
    throw new Error('no space left on device');
  };
  const { failed, annotations } = await run(reviewOf([finding('pay', 'error')]), {}, { saveReports });
  expect(annotations).toMatchObject([{ level: 'error', file: 'shop/pay.yaml' }]);
  expect(failed).toEqual([
    expect.stringContaining('Egress review: 1 error.'),
    expect.stringContaining('no space left on device'),
  ]);
});

test('a bug while commenting is a bug, not a refusal of GitHub', async () => {
  const { failed } = await run(reviewOf([]), { token: 'ghs_1' }, { event: pullRequest });
  expect(failed).toEqual([expect.stringContaining('Error: no pull request to ask for')]);
});

test('without a token the findings become annotations', async () => {
  const { failed, annotations } = await run(reviewOf([finding('pay', 'error')]), {}, { event: pullRequest });
  expect(failed).toEqual([expect.stringMatching(/^Egress review: 1 error.*The job summary says more/)]);
  expect(annotations).toMatchObject([
    { level: 'error', file: 'shop/pay.yaml' },
    { level: 'notice', message: expect.stringContaining('input `token` is empty') },
  ]);
});

test('without a token a good change is not said to have findings', async () => {
  const { annotations } = await run(reviewOf([]), {}, { event: pullRequest });
  const message =
    'input `token` is empty, so nothing is posted: there are no findings, but comments of earlier runs may not say so';
  expect(annotations).toEqual([expect.objectContaining({ level: 'notice', message })]);
});

test('a job summary that had to be cut says where all of it is, and how to keep that', async () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    finding(`pay-${index}`, 'error', 1, { message: 'It is so. '.repeat(300), proof: 'together' }),
  );
  const docs = 'https://github.com/o/r/blob/v1/docs';
  const { summary } = await run(reviewOf(many), {}, { docs });
  const said =
    'The JSON file that the output `report` names has all of it; ' +
    `[outputs](${docs}/outputs.md) shows how a later step keeps it.`;
  expect(summary).toContain(`_Cut here, because GitHub takes no longer text. ${said}_`);
});

test('a change without a relevant file is green, in one line', async () => {
  const { failed, logged, outputs, summary, annotations } = await run(
    reviewOf([]),
    {},
    { review: async () => ({ review: untouched({ rev: 'main' }, { rev: 'topic' }, null), isRelevant: false }) },
  );
  const line = 'Egress review: the change touches nothing that decides outbound traffic.';
  expect([failed, annotations, summary, logged.at(-1)]).toEqual([[], [], line, line]);
  expect(outputs).toMatchObject({ verdict: 'pass', relevant: false, findings: 0 });
});

test('a branch that is deleted leaves nothing to review', async () => {
  const repository = { default_branch: 'main' };
  const payload = { ref: 'refs/heads/topic', before: id('topic'), after: '0'.repeat(40), repository };
  const event = { name: 'push', sha: id('main'), payload };
  const { failed, summary, outputs, asked } = await run(reviewOf([]), { base: '', head: '' }, { event });
  expect([failed, summary]).toEqual([[], 'Egress review: topic is deleted, so there is nothing to review.']);
  expect(outputs).toMatchObject({ verdict: 'pass', relevant: false, findings: 0 });
  expect(asked).toEqual([]);
});

test('a commit that cannot be had fails the check', async () => {
  const repository = () => ({
    ...commitsOf(graph),
    holding: () => Promise.reject(new InputError([{ code: 'unreadable', message: 'no network', at: null }])),
    blobAt: () => null,
  });
  const { failed, outputs, asked } = await run(reviewOf([]), {}, { repository });
  expect([failed, outputs, asked]).toEqual([['no network'], { verdict: 'fail' }, []]);
});

describe('a commit that cannot be reviewed is told of in the summary of an earlier run', () => {
  const error = new InputError([{ code: 'unreadable', message: 'no network for ghs_1', at: null }, problem]);
  const bot = { login: 'github-actions[bot]', isBot: true };
  const stated = (updateIssueComment: PullRequest['updateIssueComment']) => {
    const asked: Pick<PullRequest, 'state' | 'viewer' | 'issueComments' | 'updateIssueComment'> = {
      state: async () => ({ head: id('topic'), isOpen: true }),
      viewer: async () => bot.login,
      issueComments: async () => [{ id: 3, author: bot, body: summaryMarker }],
      updateIssueComment,
    };
    return { event: pullRequest, pullRequest: () => asked as PullRequest };
  };
  const said = 'no network for ghs_1\nshop/pay.yaml:3:1: a tab indents this line';

  test('with the reason, without the token', async () => {
    const edits: string[] = [];
    const { failed } = await run(
      error,
      { token: 'ghs_1' },
      stated(async (_, body) => void edits.push(body)),
    );
    expect(edits).toEqual([expect.stringMatching(/The reason: no network for .*; .*shop\/pay\.yaml.*: a tab indents/)]);
    expect(edits.join()).not.toContain('ghs_1');
    expect(failed).toEqual([said]);
  });

  test('without the stack, where a bug is the reason', async () => {
    const edits: string[] = [];
    const update = stated(async (_, body) => void edits.push(body));
    await run(new TypeError('no listeners of ghs_1'), { token: 'ghs_1' }, update);
    expect(edits).toEqual([expect.stringContaining('The reason: a bug of')]);
    expect(edits.join()).not.toMatch(/listeners|ghs_1/);
  });

  test('and nothing is asked without a token', async () => {
    const { failed, logged } = await run(error, {}, { event: pullRequest });
    expect([failed, logged.length]).toEqual([[said], 1]);
  });

  test('and a bug while it is told does not take the place of the error', async () => {
    const { failed, logged } = await run(error, { token: 'ghs_1' }, { event: pullRequest });
    expect([failed, logged.at(-1)]).toEqual([[said], expect.stringContaining('no pull request to ask for')]);
  });

  test('or the log says that it is not, and the error stays what it is', async () => {
    const refused = stated(() => Promise.reject(new GitHubError('Bad Gateway', 502)));
    const { failed, logged, annotations } = await run(error, { token: 'ghs_1' }, refused);
    expect([failed, annotations]).toEqual([[said], []]);
    expect(logged.at(-1)).toBe('a summary comment of an earlier run may stand as it was: Bad Gateway');
  });
});
