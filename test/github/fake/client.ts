import type { FakeGitHub } from './fake-github.js';
import { jobToken } from './permissions.js';

/** What came back of one request. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** What the JSON of the body says. */
  readonly data: unknown;
}

export const usualHeaders: Readonly<Record<string, string>> = {
  authorization: `token ${jobToken}`,
  'user-agent': 'test',
  'x-github-api-version': '2022-11-28',
};

/** Asks the fake for `METHOD /path` below its repository, as plainly as can be. */
export async function ask(
  { url }: Pick<FakeGitHub, 'url'>,
  call: string,
  body?: unknown,
  headers = usualHeaders,
): Promise<Reply> {
  const [method = '', path = ''] = call.split(' ');
  const where = path === '/graphql' ? path : `/repos/shop/manifests${path}`;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const reply = await fetch(`${url}${where}`, { method, headers, ...sent });
  return { status: reply.status, headers: reply.headers, data: await reply.json() };
}

/** Asks GraphQL, and gives the whole answer. */
export async function query(github: Pick<FakeGitHub, 'url'>, text: string, variables = {}) {
  const { data } = await ask(github, 'POST /graphql', { query: text, variables });
  return data as {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; type?: string }[];
  };
}
