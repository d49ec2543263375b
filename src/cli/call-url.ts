import { domainToASCII } from 'node:url';
import { isServerFirst } from '../diff/calls.js';
import type { Call } from '../envoy/call.js';
import { serverFirstPorts } from '../istio/protocol.js';
import type { Dialled } from '../mesh/dial.js';
import { parseAddress } from '../resources/ip-address.js';
import { usageError } from './usage-error.js';

/** A call as a person names it: `https://www.baidu.com`. */
export interface CallUrl {
  readonly kind: Call['kind'];
  /** A host name in lower case, or an address without brackets. */
  readonly host: string;
  readonly isAddress: boolean;
  readonly port: number;
}

const form = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[^\]]*\]|[^:/?#@[\]]*)(?::(\d*))?((?:[/?#].*)?)$/i;

const schemes: ReadonlyMap<string, { readonly kind: Call['kind']; readonly port: number | null }> = new Map([
  ['https', { kind: 'tls', port: 443 } as const],
  ['http', { kind: 'http', port: 80 } as const],
  ['tcp', { kind: 'tcp', port: null } as const],
]);

/**
 * Reads `https://HOST[:PORT][/PATH]`, `http://…`, `tcp://HOST:PORT` and, meaning the same as the last, `HOST:PORT`.
 * Paths do not decide where Services and ServiceEntries lead, so they are left out.
 *
 * @throws InputError for any other text.
 */
export function parseCallUrl(text: string): CallUrl {
  const [, written, bracketed = '', portText, path = ''] = form.exec(text) ?? [];
  const scheme = written ?? 'tcp';
  const understood = schemes.get(scheme.toLowerCase());
  if (understood === undefined) throw notUnderstood(text, `scheme '${scheme}' is unknown`);
  if (bracketed === '') throw notUnderstood(text, 'it names no host');

  const { kind } = understood;
  const host = hostOf(bracketed, text);
  if (portText === undefined && understood.port === null) {
    throw notUnderstood(text, written === undefined ? 'it names neither a scheme nor a port' : 'it names no port');
  }
  const port = portText === undefined ? (understood.port ?? 0) : Number(portText);
  if (port < 1 || port > 65_535) throw notUnderstood(text, `port '${portText ?? ''}' is not a number from 1 to 65535`);
  if (kind === 'tcp' && path !== '') throw notUnderstood(text, `'${path}' after the port means nothing to tcp`);
  return { kind, host, isAddress: parseAddress(host) !== null, port };
}

/** The call that a URL means; `dialled` is what its host resolves to, null where it is an address. */
export function callOf(url: CallUrl, dialled: Dialled | null, saysServerFirst: boolean): Call {
  return {
    kind: url.kind,
    address: dialled?.address ?? url.host,
    port: url.port,
    host: hostSent(url),
    speaksFirst: saysServerFirst || isKnownServerFirst(url, dialled) ? 'server' : 'client',
  };
}

/** A TLS client names no server where it dials an address; an HTTP client names the address. */
function hostSent({ kind, host, isAddress }: CallUrl): string | null {
  if (kind === 'tcp' || (kind === 'tls' && isAddress)) return null;
  return host.includes(':') ? `[${host}]` : host;
}

/** By the port as the dialled service declares it, else by its number alone: as a review asks it. */
function isKnownServerFirst({ kind, port }: CallUrl, dialled: Dialled | null): boolean {
  if (kind !== 'tcp') return false;
  const service = dialled === null || dialled.from === 'nobody' ? null : dialled.service;
  const declared = service?.ports.find(({ number }) => number === port);
  return declared === undefined ? serverFirstPorts.has(port) : isServerFirst(declared);
}

function hostOf(bracketed: string, text: string): string {
  const bare = bracketed.startsWith('[') ? bracketed.slice(1, -1) : bracketed;
  const address = parseAddress(bare);
  if (address !== null && bracketed.startsWith('[') === (address.family === 6)) return bare.toLowerCase();
  // Letters beyond ASCII travel as Punycode; an underscore is fine where it is not a DNS name of the public.
  const name = domainToASCII(bare).toLowerCase();
  if (/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/.test(name) && /[a-z_]/.test(name)) return name;
  throw notUnderstood(text, `'${bracketed}' is neither a host name nor an address`);
}

function notUnderstood(text: string, why: string): Error {
  return usageError(
    `URL '${text}' is not understood (${why}), expected https://HOST[:PORT], http://HOST[:PORT] or tcp://HOST:PORT`,
  );
}
