import { execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What the server does with a request instead of an answer: a status, no answer ever, or a broken connection. */
export type Trouble = number | 'silence' | 'hang up' | null;

export interface GitServer {
  readonly url: string;
  /** The `Authorization` of each request; null where it had none. */
  readonly authorizations: (string | null)[];
  readonly close: () => Promise<void>;
}

/** Serves a repository by Git's own `http-backend`, with the trouble that a test gives to each request, first to last. */
export async function startGitServer(repository: string, troubles: readonly Trouble[] = []): Promise<GitServer> {
  const authorizations: (string | null)[] = [];
  const server = createServer((request, response) => {
    const trouble = troubles[authorizations.push(request.headers.authorization ?? null) - 1] ?? null;
    if (trouble === 'hang up') request.socket.destroy();
    else if (typeof trouble === 'number') response.writeHead(trouble).end('no');
    else if (trouble === null) answer(repository, request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/shop/manifests`,
    authorizations,
    close: () => new Promise(resolve => void (server.close(() => resolve()), server.closeAllConnections())),
  };
}

function answer(repository: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn(join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend'), {
    env: {
      PATH: process.env['PATH'] ?? '',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: join(repository, '.git'),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: pathname.replace('/shop/manifests', ''),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  const chunks: Buffer[] = [];
  request.pipe(backend.stdin);
  backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  backend.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const headers = output.toString('latin1', 0, end).split('\r\n');
    const status = headers.find(line => line.startsWith('Status: '))?.slice('Status: '.length) ?? '200';
    for (const line of headers)
      response.setHeader(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim());
    response.writeHead(Number.parseInt(status, 10)).end(output.subarray(end + 4));
  });
}
