import type { Call } from '../envoy/call.js';

/** What a person can type to make the call; `isPinned`: to its address, whatever the host resolves to. */
export function commandFor({ kind, host, port, address }: Call, isPinned = false): string {
  const target = host ?? address;
  const pin = isPinned && host !== null ? `--resolve ${host}:${port}:${address} ` : '';
  switch (kind) {
    case 'tls':
      return `curl ${pin}https://${target}${port === 443 ? '' : `:${port}`}`;
    case 'http':
      return `curl ${pin}http://${target}${port === 80 ? '' : `:${port}`}`;
    case 'tcp': {
      const dialled = isPinned ? address : target;
      return clients.get(port)?.(dialled) ?? `nc -v ${dialled} ${port}`;
    }
  }
}

/** Ports whose servers have a client that everyone knows. */
const clients: ReadonlyMap<number, (host: string) => string> = new Map([
  [22, host => `ssh ${host}`],
  [3306, host => `mysql -h ${host}`],
  [5432, host => `psql -h ${host}`],
  [6379, host => `redis-cli -h ${host}`],
  [27017, host => `mongosh ${host}`],
]);

/** Whether people reach that port by a client of its own. */
export function hasOwnClient(port: number): boolean {
  return clients.has(port);
}
