import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBlob, findCommit } from '../../src/source/git-revision.js';
import { readRevisions } from '../../src/source/side.js';
import { pullRequestRepository, type PullRequestRepository } from '../github/fake/pull-request-repository.js';

const outage = 'test/fixtures/cases/outage-hijack';
let repository: PullRequestRepository;
let checkout: string;

beforeAll(() => {
  repository = pullRequestRepository(join(outage, 'base'), join(outage, 'head'));
  checkout = repository.checkout(repository.mergeSha, { depth: 2 });
});
afterAll(() => repository.remove());

test('a revision is read though a folder has its name', () => {
  const { baseSha, mergeSha } = repository;
  mkdirSync(join(checkout, baseSha));
  writeFileSync(join(checkout, baseSha, 'forged.yaml'), 'kind: Sidecar\n');
  const { base, head } = readRevisions(baseSha, mergeSha, { cwd: checkout });
  expect(base.revision).toEqual({ rev: baseSha });
  const paths = [
    'external/aliyun.yaml',
    'external/baidu.yaml',
    'external/qq.yaml',
    'istio-demo/sidecar.yaml',
    'namespaces.yaml',
  ];
  expect([...base.manifests.files.keys()]).toEqual(paths);
  expect([...head.manifests.files.keys()]).toEqual(['dns-controller/traefik.yaml', ...paths]);
});

test('a commit that a shallow clone lacks is not found', () => {
  const shallow = repository.checkout(repository.mergeSha, { depth: 1 });
  expect(findCommit('HEAD', shallow)).toBe(repository.mergeSha);
  expect(findCommit(repository.baseSha, shallow)).toBeNull();
  expect(findCommit('--all', shallow)).toBeNull();
});

test('content is named as GitHub names it', () => {
  const text = readFileSync(join(checkout, 'namespaces.yaml'));
  const name = createHash('sha1').update(`blob ${text.length}\0`).update(text).digest('hex');
  expect(findBlob(repository.mergeSha, 'namespaces.yaml', checkout)).toBe(name);
  expect(findBlob(repository.mergeSha, 'no-such.yaml', checkout)).toBeNull();
});
