import type { Call } from '../src/envoy/call.js';

/** How a client speaks; each is asked of Envoy as bytes, and of us as a `Call`. */
export const dialects = ['tls', 'tls with alpn', 'http/1.1', 'h2', 'tcp', 'server-first'] as const;

export type Dialect = (typeof dialects)[number];

/** One call, in the words of both. */
export interface Question {
  readonly dialect: Dialect;
  readonly call: Call;
}

/** Where a call goes, and whom it names. */
export type Target = Pick<Call, 'address' | 'port' | 'host'>;

/**
 * A call in a dialect. h2 by prior knowledge is to a sidecar what HTTP/1.1 is (`h2c` stands beside `http/1.1` in each
 * match), and ALPN is nothing to it: no chain asks for TLS and ALPN.
 */
export function questionOf(dialect: Dialect, { address, port, host }: Target): Question {
  const kind = dialect === 'http/1.1' || dialect === 'h2' ? 'http' : dialect.startsWith('tls') ? 'tls' : 'tcp';
  return {
    dialect,
    call: {
      kind,
      address,
      port,
      // The path of a Unix socket is no Host, so clients make one up.
      host: kind === 'tcp' ? null : kind === 'http' && port === 0 ? (host ?? 'localhost') : host,
      speaksFirst: dialect === 'server-first' ? 'server' : 'client',
    },
  };
}

/** A question as a line of text. */
export function questionText({ dialect, call: { address, port, host } }: Question): string {
  return `${dialect} to ${address} port ${port}${host === null ? '' : `, ${host}`}`;
}
