/** From a request to GitHub's answer: who asks, whether it is allowed, and what it does. */
import { parseJson, type Asked } from './asked.js';
import { completed, faultsOfRequest, operationOf } from './contract.js';
import { answerGit, gitPathOf } from './git-server.js';
import { answerQuery, faultsOfQuery, type Query } from './graphql.js';
import type { FakeOptions } from './options.js';
import { refusalByPermission, refusalByToken } from './permissions.js';
import { notFound, refuse, type Answer, type Refusal } from './refusal.js';
import { handlers, isHeld } from './rest.js';
import type { State } from './state.js';

export interface Answering {
  readonly state: State;
  readonly options: FakeOptions;
  /** Says no once there were too many requests. */
  readonly limit: (creates: boolean) => Refusal | null;
  /** Is told what broke GitHub's descriptions. */
  readonly record: (fault: string) => void;
}

export async function answerTo(asked: Asked, fake: Answering): Promise<Answer> {
  const gitPath = gitPathOf(asked.url);
  if (gitPath !== null) return answerGit(asked, gitPath, fake.options);
  const refusal =
    refusalByHeaders(asked, fake) ??
    refusalByToken(asked.headers.authorization, fake.options.token) ??
    fake.limit(asked.writes);
  if (refusal !== null) return refuse(refusal);
  return asked.url.pathname === '/graphql' ? answerGraphql(asked, fake) : answerRest(asked, fake);
}

function refusalByHeaders({ method, url, headers }: Asked, { record }: Answering): Refusal | null {
  const call = `${method} ${url.pathname}`;
  if (headers['user-agent'] === undefined) {
    record(`${call} has no user-agent`);
    return { status: 403, message: 'Request forbidden by administrative rules.' };
  }
  if (headers['x-github-api-version'] === '2022-11-28') return null;
  // GitHub takes a request without a version, and moves it to a newer one in time.
  record(`${call} has no header X-GitHub-Api-Version: 2022-11-28`);
  return { status: 400, message: 'X-GitHub-Api-Version is missing' };
}

async function answerGraphql({ text }: Asked, { state, options, record }: Answering): Promise<Answer> {
  const query = parseJson<Query>(text);
  if (typeof query?.query !== 'string') {
    record('POST /graphql has no query');
    return refuse({ status: 400, message: 'A query attribute must be specified and must be a string.' });
  }
  const faults = faultsOfQuery(query);
  for (const fault of faults) record(`POST /graphql: ${fault}`);
  if (faults.length > 0) return { status: 200, data: { errors: faults.map(message => ({ message })) } };
  return answerQuery(query, state, options);
}

function answerRest({ method, url, text }: Asked, { state, options, record }: Answering): Answer {
  const call = `${method} ${url.pathname}`;
  const match = operationOf(method, url.pathname);
  if (match === null) {
    record(`${call} is no operation that the fake serves (scripts/github-openapi.mjs lists them)`);
    return refuse(notFound);
  }
  const body = text === '' ? undefined : parseJson(text);
  const faults = faultsOfRequest(match, url, body);
  for (const fault of faults) record(`${call}: ${fault}`);
  if (faults.length > 0) return refuse({ status: 422, message: 'Invalid request.', errors: faults });

  const refusal = refusalByPermission(options.token, method !== 'GET');
  if (refusal !== null) return refuse(refusal);
  const { operation, params } = match;
  const held = isHeld({ params, state });
  const given = held ? handlers[operation.id]?.({ state, options, url, params, body }) : refuse(notFound);
  if (given === undefined) throw new Error(`the fake does not know ${operation.id}`);
  const { answer, faults: ours } = completed(match, given);
  for (const fault of ours) record(`the answer of the fake to ${call}: ${fault}`);
  return ours.length > 0 ? refuse({ status: 500, message: ours.join('\n') }) : answer;
}
