import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { fieldsOf, type Query } from './graphql.js';
import { repositoryName } from './options.js';

/** One request, read to its end. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** As it came; GitHub's JSON comes later. */
  readonly text: string;
  /** What faults and writes call it: `POST /pulls/7/reviews`, or `graphql viewer` of each field. */
  readonly names: readonly string[];
  readonly writes: boolean;
}

export async function readRequest(request: IncomingMessage, server: string): Promise<Asked> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', server);
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  const asked = { method, url, headers, text };
  if (url.pathname === '/graphql') return { ...asked, ...fieldsOf(String(parseJson<Query>(text)?.query)) };
  const names = [`${method} ${url.pathname.replace(`/repos/${repositoryName}`, '')}`];
  return { ...asked, names, writes: method !== 'GET' && method !== 'HEAD' };
}

/** null for what is no JSON. */
export function parseJson<Value>(text: string): Value | null {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return null;
  }
}
