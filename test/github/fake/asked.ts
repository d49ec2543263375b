import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { fieldsOf, type Query } from './graphql.js';
import { gitPathOf } from './git-server.js';
import { repositoryName } from './options.js';

/** One request, read to its end. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The same as text. */
  readonly text: string;
  /** What faults and writes call it: `POST /pulls/7/reviews`, `graphql viewer` of each field, `git info/refs`. */
  readonly names: readonly string[];
  readonly writes: boolean;
}

export async function readRequest(request: IncomingMessage, server: string): Promise<Asked> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', server);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString('utf8');
  const asked = { method, url, headers, bytes, text };
  const gitPath = gitPathOf(url);
  if (gitPath !== null) return { ...asked, names: [`git ${gitPath}`], writes: false };
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
