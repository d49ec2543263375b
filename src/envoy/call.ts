/** One connection as a person would start it. The client speaks first unless `speaksFirst` says otherwise. */
export interface Call {
  /** tls: a ClientHello with the host as SNI and no ALPN; http: `GET / HTTP/1.1`; tcp: a few opaque bytes. */
  readonly kind: 'tls' | 'http' | 'tcp';
  /** The address that is dialled. */
  readonly address: string;
  readonly port: number;
  /** SNI of a tls call, Host of an http call; null for tcp, and for tls without SNI. */
  readonly host: string | null;
  readonly speaksFirst: 'client' | 'server';
}

/** What is dialled, as a URL has it: `10.0.0.5:443`, `[2001:db8::1]:443`. */
export function dialledText({ address, port }: Pick<Call, 'address' | 'port'>): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
