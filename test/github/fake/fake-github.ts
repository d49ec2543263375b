import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusalOf, type Refusal } from './review-rules.js';

/** A file as `GET /pulls/{n}/files` lists it. */
export interface FakeFile {
  /** The id of its content: at the head, or at the base where the head has it no more. */
  readonly sha: string;
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  readonly patch?: string;
}

export interface FakeComment {
  readonly id: number;
  readonly user: { readonly login: string; readonly type: string } | null;
  body: string;
  readonly path?: string;
  readonly side?: string;
  readonly line?: number;
  readonly start_line?: number | null;
}

export interface FakePullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly files: readonly FakeFile[];
  /** What the token may do: `write` comments, `read` only (a fork's), or see nothing (`none`). */
  token: 'write' | 'read' | 'none';
  /** false: GraphQL does not tell who the token is. */
  readonly tellsViewer?: boolean;
  /** Statuses to answer with instead, by `METHOD /path` below the repository. */
  readonly failures?: Readonly<Record<string, Refusal>>;
}

/** The server with what it holds, to be looked at and changed by a test. */
export interface FakeGitHub {
  readonly url: string;
  readonly reviews: { readonly event: string; readonly body: string; readonly commit_id: string }[];
  readonly reviewComments: FakeComment[];
  readonly issueComments: FakeComment[];
  /** Every request that changes something, as `METHOD /path` below the repository. */
  readonly writes: string[];
  /** Every request, as `METHOD /path?query`. */
  readonly requests: string[];
  readonly close: () => Promise<void>;
}

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const repository = '/repos/shop/manifests';

/** Answers as GitHub's REST API does for the calls of `src/github/`, for one pull request of `shop/manifests`. */
export async function startFakeGitHub(pull: FakePullRequest): Promise<FakeGitHub> {
  const state = {
    reviews: [],
    reviewComments: [],
    issueComments: [],
    writes: [],
    requests: [],
  } satisfies Partial<FakeGitHub>;
  const server = createServer((request, response) => {
    readBody(request)
      .then(body => answer(request, body, pull, state))
      .catch((error: unknown) => ({ status: 500, data: { message: String(error) } }))
      .then(({ status, data, link }: Answer) => send(response, status, data, link));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...state,
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise(resolve => void (server.close(() => resolve()), server.closeAllConnections())),
  };
}

type State = Omit<FakeGitHub, 'url' | 'close'>;

interface Answer {
  readonly status: number;
  readonly data: unknown;
  readonly link?: string;
}

function answer(request: IncomingMessage, text: string, pull: FakePullRequest, state: State): Answer {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', `http://${headers.host}`);
  state.requests.push(`${method} ${url.pathname}${url.search}`);
  if (headers['x-github-api-version'] !== '2022-11-28') return refuse(400, 'X-GitHub-Api-Version is missing');
  if (!/^(token|bearer) \S+$/i.test(headers.authorization ?? '')) return refuse(401, 'Bad credentials');

  const body: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  if (`${method} ${url.pathname}` === 'POST /graphql') return viewer(pull, body);

  const path = url.pathname.replace(repository, '');
  const failure = pull.failures?.[`${method} ${path}`];
  if (failure !== undefined) return refuse(failure.status, failure.message, failure.errors);
  if (pull.token === 'none') return refuse(404, 'Not Found');
  if (method === 'GET') return list(path, url, pull, state);
  if (pull.token === 'read') return refuse(403, 'Resource not accessible by integration');
  state.writes.push(`${method} ${path}`);
  return write(`${method} ${path}`, body, pull, state);
}

function viewer({ tellsViewer = true }: FakePullRequest, { query }: Record<string, unknown>): Answer {
  if (query !== '{ viewer { login } }') throw new Error(`unexpected query: ${String(query)}`);
  const data = tellsViewer
    ? { data: { viewer: { login: bot.login } } }
    : { errors: [{ type: 'FORBIDDEN', message: 'no' }] };
  return { status: 200, data };
}

function list(path: string, url: URL, pull: FakePullRequest, state: State): Answer {
  const lists: Record<string, readonly unknown[]> = {
    [`/pulls/${pull.number}/files`]: pull.files,
    [`/pulls/${pull.number}/comments`]: state.reviewComments,
    [`/issues/${pull.number}/comments`]: state.issueComments,
  };
  const all = lists[path];
  return all === undefined ? refuse(404, 'Not Found') : pageOf(all, url);
}

/** Pages as GitHub makes them: 30 entries unless `per_page` asks for up to 100, `Link` for the next and last one. */
function pageOf(all: readonly unknown[], url: URL): Answer {
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30));
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const linkTo = (number: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  const data = all.slice((page - 1) * size, page * size);
  return page < last
    ? { status: 200, data, link: [linkTo(page + 1, 'next'), linkTo(last, 'last')].join(', ') }
    : { status: 200, data };
}

function write(call: string, body: Record<string, unknown>, pull: FakePullRequest, state: State): Answer {
  const id = 1000 + state.reviewComments.length + state.issueComments.length;
  const refusal = refusalOf(call, body, pull);
  if (refusal !== null) return refuse(refusal.status, refusal.message, refusal.errors);

  if (call === `POST /pulls/${pull.number}/reviews`) {
    const { comments, ...review } = body as unknown as FakeGitHub['reviews'][number] & { comments?: FakeComment[] };
    state.reviews.push(review);
    state.reviewComments.push(...(comments ?? []).map((comment, index) => ({ ...comment, id: id + index, user: bot })));
    return { status: 200, data: { id, user: bot, state: 'COMMENTED' } };
  }
  if (call === `POST /issues/${pull.number}/comments`) {
    const comment = { id, user: bot, body: String(body['body']) };
    state.issueComments.push(comment);
    return { status: 201, data: comment };
  }
  const edited = /^PATCH \/issues\/comments\/(\d+)$/.exec(call)?.[1];
  const comment = state.issueComments.find(candidate => candidate.id === Number(edited));
  if (comment === undefined) return refuse(404, 'Not Found');
  comment.body = String(body['body']);
  return { status: 200, data: comment };
}

function refuse(status: number, message: string, errors?: readonly unknown[]): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, data: { message, ...(errors && { errors }), documentation_url, status: String(status) } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function send(response: ServerResponse, status: number, data: unknown, link: string | undefined): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...(link && { link }) });
  response.end(JSON.stringify(data));
}
