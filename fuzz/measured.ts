/**
 * To be loaded before a program under test (`node --import`): once the program ends, the file that FUZZ_MEASURED names
 * tells how much memory it took at most, and which servers it asked for a connection.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** What is written, as JSON. */
export interface Measured {
  readonly megabytes: number;
  /** `host:port`; a name that was looked up in vain stands alone. */
  readonly servers: readonly string[];
}

const servers = new Set<string>();

subscribe('net.client.socket', message => {
  const { socket } = message as { readonly socket: Socket };
  socket.on('connectionAttempt', (address, port) => servers.add(`${address}:${port}`));
  socket.on('lookup', (error, _address, _family, host) => {
    if (error !== null) servers.add(host);
  });
});

process.on('exit', () => {
  const measured: Measured = { megabytes: process.resourceUsage().maxRSS / 1024, servers: [...servers] };
  writeFileSync(process.env['FUZZ_MEASURED'] ?? '', JSON.stringify(measured));
});
