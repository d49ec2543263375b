import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that is not GitHub, and what it was asked. */
export interface Elsewhere {
  readonly url: string;
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Stands at another address, since hosts and not ports are what tokens are kept for. */
export async function startElsewhere(): Promise<Elsewhere> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} with ${JSON.stringify(request.headers)}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.2', resolve));
  return {
    url: `http://127.0.0.2:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise(resolve => void (server.close(() => resolve()), server.closeAllConnections())),
  };
}
