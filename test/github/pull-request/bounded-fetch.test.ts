import { expect, test } from '@jest/globals';
import { boundedFetch } from '../../../src/github/pull-request/bounded-fetch.js';

const answering = (body: string | null) =>
  boundedFetch(async () => new Response(body, { status: 203, headers: { link: 'x' } }), 10);

test('an answer within the bound is as it was', async () => {
  const answer = await answering('0123456789')('http://localhost/');
  expect([answer.status, answer.headers.get('link'), await answer.text()]).toEqual([203, 'x', '0123456789']);
});

test('an answer without a body is as it was', async () => {
  expect((await answering(null)('http://localhost/')).body).toBeNull();
});

test('an answer above the bound is an error, and not its beginning', async () => {
  const answer = await answering('0123456789!')('http://localhost/');
  await expect(answer.text()).rejects.toThrow('more than 10 bytes');
});
