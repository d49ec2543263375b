import { gzipSync } from 'node:zlib';
import type { Chance } from '../judge/chance.js';
import { withText, without } from './answer-json.js';
import type { Wired } from './answer-wire.js';
import { deep, huge, oddBody, oddPatch, oddValue } from './odd-values.js';
import { contentTypes, statuses } from './odd-headers.js';
import { oneOf } from './one-of.js';

/** What a mutation may lead to. */
export interface Surroundings {
  readonly chance: Chance;
  /** Of the request that is answered. */
  readonly url: string;
  /** A server that nobody has any reason to ask. */
  readonly elsewhere: string;
}

/** Another answer than GitHub's. */
export interface AnswerMutation {
  readonly change: (answer: Wired, around: Surroundings) => Wired;
  /** Nobody can tell that it is not GitHub's: what is said because of it is GitHub's fault. */
  readonly lies?: true;
  /** It tells a client to wait. */
  readonly waits?: true;
  /** It tells a client that nothing was done. */
  readonly refuses?: true;
}

/** By name, which is a sentence's end: the answer … */
export const answerMutations: Readonly<Record<string, AnswerMutation>> = {
  'has another status': {
    refuses: true,
    waits: true,
    change: (answer, { chance }) => ({
      ...answer,
      status: chance.number(3) === 0 ? 200 + chance.number(400) : oneOf(statuses, chance),
    }),
  },
  'has another status and no body': {
    refuses: true,
    waits: true,
    change: (answer, { chance }) => withBytes({ ...answer, status: oneOf(statuses, chance) }, ''),
  },
  'is of a server in trouble': { change: (answer, { chance }) => ({ ...answer, status: 500 + chance.number(100) }) },
  'redirects to another host': {
    refuses: true,
    change: (answer, around) => redirect(answer, `${around.elsewhere}/redirected`, around),
  },
  'redirects to itself': { refuses: true, change: (answer, around) => redirect(answer, around.url, around) },
  'redirects nowhere': {
    refuses: true,
    change: (answer, around) =>
      redirect(
        answer,
        oneOf(
          ['', '/', 'x', '//', 'javascript:x', 'file:///etc/passwd', 'http://[', 'http://no-such.example/'],
          around.chance,
        ),
        around,
      ),
  },
  'has an odd content-type': {
    change: (answer, { chance }) => withHeader(answer, 'content-type', oneOf(contentTypes, chance)),
  },
  'has no content-type': { change: answer => withoutHeader(answer, 'content-type') },
  'has no headers': { change: answer => ({ ...answer, headers: {} }) },
  'links to another host': {
    change: (answer, { elsewhere }) => withHeader(answer, 'link', `<${elsewhere}/next>; rel="next"`),
  },
  'links to itself': { change: (answer, { url }) => withHeader(answer, 'link', `<${url}>; rel="next"`) },
  'links to one of 10,000 pages': {
    change: (answer, { url }) =>
      withHeader(answer, 'link', `<${url}&page=2>; rel="next", <${url}&page=10000>; rel="last"`),
  },
  'has an odd link': {
    change: (answer, { chance }) =>
      withHeader(
        answer,
        'link',
        oneOf(['', '<', '<>; rel=next', 'rel="next"', '<'.repeat(10_000), `<x>; rel="deprecation"`], chance),
      ),
  },
  'is said to be deprecated': {
    change: answer => withHeader(withHeader(answer, 'deprecation', 'true'), 'sunset', '::error::x'),
  },
  'says when to come again': {
    ...{ waits: true, refuses: true },
    change: (answer, { chance }) =>
      limited(answer, chance, {
        'retry-after': oneOf(
          ['0', '1', '2', '-1', '-99999', '1e9', '1.5', '99999999999999999999', '3600', '0x1', '1, 2'],
          chance,
        ),
      }),
  },
  'says in words when to come again': {
    ...{ waits: true, refuses: true },
    change: (answer, { chance }) =>
      limited(answer, chance, {
        'retry-after': oneOf(['NaN', '', 'soon', 'Wed, 21 Oct 2099 07:28:00 GMT', 'Infinity'], chance),
      }),
  },
  'has an odd rate limit': {
    ...{ waits: true, refuses: true },
    change: (answer, { chance }) =>
      limited(answer, chance, {
        'x-ratelimit-remaining': oneOf(['0', '-1', '', 'NaN', '0, 0'], chance),
        'x-ratelimit-reset': oneOf(
          ['0', '-1', '1', 'NaN', '', '99999999999999999999', '4102444800', 'tomorrow'],
          chance,
        ),
      }),
  },
  'is cut': {
    change: (answer, { chance }) => withBytes(answer, answer.bytes.subarray(0, chance.number(answer.bytes.length + 1))),
  },
  'is empty': { change: answer => withBytes(answer, '') },
  "is a proxy's page": {
    change: answer =>
      withBytes(withHeader(answer, 'content-type', 'text/html'), '<!DOCTYPE html><title>Unicorn!</title>'),
  },
  "is a proxy's page that is said to be JSON": {
    change: answer => withBytes(answer, '<!DOCTYPE html><title>Unicorn!</title>'),
  },
  'is another value': {
    change: (answer, { chance }) =>
      withBytes(
        answer,
        oneOf(
          [
            'null',
            '0',
            '{}',
            '""',
            'true',
            '"text"',
            '[[]]',
            '[null]',
            '{"data": null}',
            '{"data": {}}',
            '{"errors": []}',
            '{"errors": null}',
            '{"errors": [null]}',
            '{"errors": "x"}',
            '{"message": {}}',
            '[1e999]',
            '[12345678901234567890]',
          ],
          chance,
        ),
      ),
  },
  'is an empty list': { lies: true, change: answer => withBytes(answer, '[]') },
  'is nested deep': { change: (answer, { chance }) => withBytes(answer, deep(10 ** (2 + chance.number(4)))) },
  'holds what is nested deep': {
    change: (answer, { chance }) =>
      ofJson(answer, json => withText(json, chance, () => deep(10 ** (2 + chance.number(4))))),
  },
  'is 20 MB of spaces': {
    change: answer => withBytes(answer, `${' '.repeat(20_000_000)}${answer.bytes.toString('utf8')}`),
  },
  'is 20 MB of text': { change: answer => withBytes(answer, JSON.stringify('a'.repeat(20_000_000))) },
  'is a list of 20 MB': {
    change: (answer, { chance }) =>
      withBytes(answer, `[${`${oneOf(['0', 'null', '{}', '[]', '{"id":1}'], chance)},`.repeat(4_000_000)}0]`),
  },
  'repeats its entries up to 20 MB': {
    lies: true,
    change: answer =>
      ofJson(answer, json => {
        if (!Array.isArray(json) || json.length === 0) return JSON.stringify(json);
        const text = JSON.stringify(json).slice(1, -1);
        return `[${`${text},`.repeat(Math.ceil(20_000_000 / text.length))}${text}]`;
      }),
  },
  'has each entry twice': {
    change: answer =>
      ofJson(answer, json => JSON.stringify(Array.isArray(json) ? [...json, ...(json as unknown[])] : json)),
  },
  'has an odd value': {
    lies: true,
    change: (answer, { chance }) => ofJson(answer, json => withText(json, chance, () => oddValue(chance))),
  },
  'has a value of another type': {
    change: (answer, { chance }) =>
      ofJson(answer, json =>
        withText(json, chance, value =>
          oneOf(
            ['7', '"7"', '[7]', '{"7": 7}', 'false', '70000000000000000007'].filter(text => !isOfType(text, value)),
            chance,
          ),
        ),
      ),
  },
  'lacks a field': { change: (answer, { chance }) => ofJson(answer, json => without(json, chance)) },
  'has two values of every name': {
    change: answer => withBytes(answer, answer.bytes.toString('utf8').replaceAll(/"(\w+)":/g, '"$1": 7, "$1":')),
  },
  'has fields that nobody knows': {
    change: answer =>
      withBytes(
        answer,
        answer.bytes
          .toString('utf8')
          .replaceAll('{', '{"__proto__": {"login": "x"}, "constructor": 7, "then": 7,')
          .replaceAll(',}', '}'),
      ),
  },
  'has a huge text': {
    lies: true,
    change: (answer, { chance }) => ofJson(answer, json => withText(json, chance, huge)),
  },
  'is no UTF-8': {
    lies: true,
    change: (answer, { chance }) => spliced(answer, chance, Buffer.of(0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80)),
  },
  'has flipped bits': {
    lies: true,
    change: (answer, { chance }) => {
      const bytes = Buffer.from(answer.bytes);
      const at = chance.number(bytes.length);
      if (bytes.length > 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.number(8));
      return withBytes(answer, bytes);
    },
  },
  'has more than its end': {
    change: (answer, { chance }) =>
      withBytes(
        answer,
        Buffer.concat([answer.bytes, oneOf([Buffer.from('}'), answer.bytes, Buffer.from('\0')], chance)]),
      ),
  },
  'has comments with odd marks': {
    lies: true,
    change: (answer, { chance }) => ofJson(answer, json => withText(json, chance, () => oddBody(chance), 'body')),
  },
  'has no patch where one stands': {
    change: (answer, { chance }) => ofJson(answer, json => withText(json, chance, () => oddPatch(chance), 'patch')),
  },
  'has an odd former name': {
    change: (answer, { chance }) =>
      ofJson(answer, json =>
        JSON.stringify(
          Array.isArray(json)
            ? json.map(entry => ({
                ...entry,
                previous_filename: oneOf(
                  ['', '.', '../..', entry?.filename ?? null, 7, {}, 'a'.repeat(5_000), '\u0000'],
                  chance,
                ),
              }))
            : json,
        ),
      ),
  },
  'has data and errors': {
    lies: true,
    change: (answer, { chance }) =>
      ofJson(answer, json =>
        JSON.stringify({
          ...(typeof json === 'object' ? json : { data: json }),
          errors: oneOf(
            [
              [],
              [{}],
              [null],
              [{ message: 'x' }],
              [{ type: 'RATE_LIMITED', message: 'x' }],
              [{ type: 'FORBIDDEN', message: '::error::x' }],
              [{ type: 'NOT_FOUND' }],
              'x',
              7,
              {},
            ],
            chance,
          ),
        }),
      ),
    waits: true,
  },
  'has a page after it, always': {
    change: answer =>
      withBytes(
        answer,
        answer.bytes
          .toString('utf8')
          .replaceAll('"hasNextPage":false', '"hasNextPage":true')
          .replaceAll('"endCursor":null', '"endCursor":"MA=="'),
      ),
  },
  'names commits by what is no id': {
    change: (answer, { chance }) =>
      withBytes(
        answer,
        answer.bytes
          .toString('utf8')
          .replaceAll(
            /"sha":"[0-9a-f]{40}"/g,
            `"sha":${oneOf(['"main"', '"-x"', '""', '"HEAD"', `"${'f'.repeat(39)}"`, '7', 'null', '"--output=x"', '"f f"'], chance)}`,
          ),
      ),
  },
  'is said to be compressed': {
    change: (answer, { chance }) =>
      withHeader(
        answer,
        'content-encoding',
        oneOf(['gzip', 'br', 'deflate', 'zstd', 'x-no-such', 'gzip, gzip', 'identity'], chance),
      ),
  },
  'is compressed and cut': {
    change: (answer, { chance }) => {
      const bytes = gzipSync(answer.bytes);
      return withBytes(withHeader(answer, 'content-encoding', 'gzip'), bytes.subarray(0, chance.number(bytes.length)));
    },
  },
  'is compressed': {
    change: answer => withBytes(withHeader(answer, 'content-encoding', 'gzip'), gzipSync(answer.bytes)),
  },
  'comes slowly': { change: answer => ({ ...answer, manner: 'slowly' }) },
  'ends in its middle': { change: answer => ({ ...answer, manner: 'halfway' }) },
  'never comes, and the connection is reset': { change: answer => ({ ...answer, manner: 'reset' }) },
  'is shorter than it says': { change: answer => ({ ...answer, manner: 'short' }) },
  'is no HTTP': {
    change: (answer, { chance }) => ({
      ...answer,
      manner: 'raw',
      bytes: Buffer.from(
        oneOf(
          [
            '',
            '\n',
            'HTTP/9.9 OK\r\n\r\n',
            'HTTP/1.1 200\r\n\r\n',
            'HTTP/1.1 99 x\r\n\r\n',
            'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n',
            'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n[]',
            'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\n',
            `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(200_000)}\r\n\r\n[]`,
            'HTTP/1.1 200 OK\r\n\u0000: \u0000\r\n\r\n[]',
            'SSH-2.0-OpenSSH\r\n',
            'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(3),
          ],
          chance,
        ),
      ),
    }),
  },
};

/** A redirection that a client may follow as it likes. */
function redirect(answer: Wired, location: string, { chance }: Surroundings): Wired {
  return withHeader({ ...answer, status: oneOf([301, 302, 303, 307, 308], chance) }, 'location', location);
}

function limited(answer: Wired, chance: Chance, headers: Readonly<Record<string, string>>): Wired {
  const words = oneOf(['API rate limit exceeded', 'You have exceeded a secondary rate limit.', 'x', ''], chance);
  const status = oneOf([200, 403, 403, 429, 429, 503], chance);
  const told = { ...answer, status, headers: { ...answer.headers, ...headers } };
  return status === 200 ? told : withBytes(told, JSON.stringify({ message: words }));
}

function withHeader(answer: Wired, name: string, value: string): Wired {
  return { ...answer, headers: { ...answer.headers, [name]: value } };
}

function withoutHeader(answer: Wired, name: string): Wired {
  return { ...answer, headers: Object.fromEntries(Object.entries(answer.headers).filter(([key]) => key !== name)) };
}

function withBytes(answer: Wired, bytes: Buffer | string): Wired {
  return { ...answer, bytes: Buffer.from(bytes as string) };
}

function spliced(answer: Wired, chance: Chance, piece: Buffer): Wired {
  const at = chance.number(answer.bytes.length + 1);
  return withBytes(answer, Buffer.concat([answer.bytes.subarray(0, at), piece, answer.bytes.subarray(at)]));
}

/** What is no JSON, as of Git, is cut instead; what an earlier mutation made long or nested deep is more than can be walked here. */
function ofJson(answer: Wired, change: (json: unknown) => string): Wired {
  const text = answer.bytes.toString('utf8');
  if (text.length > 5_000_000 || /\[{100}/.test(text)) return answer;
  try {
    return withBytes(answer, change(JSON.parse(text)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return withBytes(answer, answer.bytes.subarray(0, answer.bytes.length >> 1));
  }
}

function isOfType(text: string, value: unknown): boolean {
  const other = JSON.parse(text) as unknown;
  return value === null || (typeof other === typeof value && Array.isArray(other) === Array.isArray(value));
}
