import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { decodeInputs } from '../../src/github/inputs.js';
import { runPost, type PostRun } from '../../src/github/post/run-post.js';
import { runAction } from '../../src/github/run-action.js';
import { reviewOf } from './comments/canned-review.js';
import { commitsOf } from './event/commit-graph.js';

const action = parse(readFileSync('action.yml', 'utf8'));

test('the inputs of action.yml are those that are read, and only the token has a default there', () => {
  const read: string[] = [];
  decodeInputs(name => (read.push(name), ''));
  expect(Object.keys(action.inputs).toSorted()).toEqual(read.toSorted());
  expect(Object.entries<object>(action.inputs).filter(([, input]) => 'default' in input)).toEqual([
    ['token', expect.objectContaining({ default: '${{ github.token }}' })],
  ]);
});

test('the outputs of action.yml are those that are set', async () => {
  const set: string[] = [];
  await runAction({
    input: name => (name === 'base' || name === 'head' ? 'main' : ''),
    event: { name: 'issue_comment', sha: '', payload: {} },
    repositoryUrl: 'https://github.com/shop/manifests',
    page: 'https://github.com/shop/manifests/actions/runs/4711',
    docs: null,
    repository: () => ({
      ...commitsOf({ parents: { main: [] }, names: { main: 'main' } }),
      holding: async () => '',
      blobAt: () => null,
    }),
    review: async () => ({ review: reviewOf([]), isRelevant: true }),
    pullRequest: () => {
      throw new Error('no pull request to ask for');
    },
    saveReports: () => ({ report: 'report.json', sarif: 'report.sarif' }),
    writeSummary: async () => {},
    setOutput: name => void set.push(name),
    annotate: () => {},
    log: () => {},
    discreet: text => text,
    fail: () => {},
  });
  expect(set.toSorted()).toEqual(Object.keys(action.outputs).toSorted());
});

test('action.yml starts the bundle on the newest runtime that runners have', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' });
});

test('the inputs of post/action.yml are those that are read, and it starts the other bundle', async () => {
  const post = parse(readFileSync('post/action.yml', 'utf8'));
  const read: string[] = [];
  await runPost({
    input: name => (read.push(name), name === 'name' ? '' : 'given'),
    event: { name: 'push', sha: '', payload: {} },
    fail: () => {},
  } as Partial<PostRun> as PostRun);
  expect(Object.keys(post.inputs).toSorted()).toEqual(read.toSorted());
  expect(post.inputs.token.default).toBe('${{ github.token }}');
  expect(post.runs).toEqual({ using: 'node24', main: '../dist/post.js' });
});
