import { expect, test } from '@jest/globals';
import { answerMutations } from '../../fuzz/answer-mutations.js';
import { runAnswers } from '../../fuzz/answers.js';

test('twenty runs on answers that are not those of GitHub end as their reviews say', async () => {
  const runs = await runAnswers({ seed: 1, first: 0, count: 20 });
  expect(
    runs.flatMap(({ number, sentence, failures }) => failures.map(text => `${number}: ${sentence}: ${text}`)),
  ).toEqual([]);
  // None of these would tell that the mutations do nothing, or break everything.
  expect(runs.filter(({ isPosted }) => isPosted).length).toBeGreaterThan(3);
  expect(runs.filter(({ isAnnotated }) => isAnnotated).length).toBeGreaterThan(3);
  expect(new Set(runs.map(({ colour }) => colour)).size).toBe(2);
  expect(Object.keys(answerMutations).length).toBeGreaterThan(50);
}, 240_000);
