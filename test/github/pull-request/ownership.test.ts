import { expect, test } from '@jest/globals';
import { isOurs } from '../../../src/github/pull-request/ownership.js';

const job = { login: 'github-actions[bot]', isBot: true };
const app = { login: 'shop-reviews[bot]', isBot: true };
const person = { login: 'sara', isBot: false };
const impostor = { login: 'github-actions', isBot: false };

test.each([
  ["the job's own token wrote it", job, 'github-actions[bot]', true],
  ['GraphQL names the bot without its ending', job, 'github-actions', true],
  ['a person is named as the bot is without its ending', impostor, 'github-actions[bot]', false],
  ['another bot wrote it', app, 'github-actions[bot]', false],
  ["an app's token wrote it", app, 'shop-reviews[bot]', true],
  ['a person wrote it', person, 'github-actions[bot]', false],
  ["a person's token wrote it", person, 'sara', true],
  ['a bot wrote it and GitHub does not say who we are', app, null, true],
  ['a person wrote it and GitHub does not say who we are', person, null, false],
  ['its author is gone', null, 'github-actions[bot]', false],
])('when %s', (_when, author, viewer, ours) => {
  expect(isOurs(author, viewer)).toBe(ours);
});
