import { expect, test } from '@jest/globals';
import { chanceFor } from '../../judge/chance.js';
import { dialects } from '../../judge/question.js';
import { questionsFor } from '../../judge/questions.js';
import { entry } from '../manifests.js';
import { configurationOf } from '../meshes.js';

const configuration = configurationOf([
  entry({ hosts: 'a.example, *.example', resolution: 'NONE' }),
  entry({ hosts: 'b.example', ports: 'HTTP/80' }),
  entry({ hosts: 'c.example', ports: 'TCP/9000', addresses: '10.0.0.0/8', resolution: 'NONE' }),
]);

const asked = (seed: number, count = 60) => questionsFor(configuration, [], chanceFor(seed, 'calls'), count);

test('each dialect is asked as often as the others', () => {
  for (const dialect of dialects) expect(asked(1).filter(question => question.dialect === dialect)).toHaveLength(10);
});

test('no question is asked twice', () => {
  const texts = asked(1, 10_000).map(question => JSON.stringify(question));
  expect(new Set(texts).size).toBe(texts.length);
});

// prettier-ignore
const found: [what: string, host: string | null, address: string, port: number][] = [
  ['a name of a chain',                'a.example',          '198.51.100.7', 443],
  ['below a wildcard',                 'any.any.example',    '198.51.100.7', 443],
  ['the parent of a wildcard',         'example',            '198.51.100.7', 443],
  ['a name of a route table',          'B.EXAMPLE',          '198.51.100.7', 80],
  ['an address of a prefix',           null,                 '10.0.0.0',     9000],
  ['a stranger at a known port',       'stranger.example',   '198.51.100.7', 9000],
  ['a stranger over IPv6',             null,                 '2001:db8:dead::7', 443],
  ['a port that nobody has',           null,                 '198.51.100.7', 9999],
];

test.each(found)('among all questions is %s', (_what, host, address, port) => {
  const calls = asked(1, 10_000).map(({ call }) => call);
  expect(calls).toContainEqual(expect.objectContaining({ host, address, port }));
});

test('a seed asks the same again, another asks something else', () => {
  expect(asked(1)).toEqual(asked(1));
  expect(asked(1)).not.toEqual(asked(2));
});
