/** TLS 1.2 and 1.3 with one cipher: enough for Envoy's TLS inspector, which reads no further than this. */
const versions = [0x0304, 0x0303];
const cipher = 0x1301;

const extension = { serverName: 0, alpn: 16, supportedVersions: 43 } as const;

/** What a TLS client sends first (RFC 8446, 4.1.2). `serverName` null: without SNI; no protocols: without ALPN. */
export function clientHello(serverName: string | null, protocols: readonly string[]): Buffer {
  const extensions = [
    [extension.supportedVersions, counted(1, ...versions.map(version => uint(2, version)))] as const,
    ...(serverName === null
      ? []
      : [[extension.serverName, counted(2, uint(1, 0), counted(2, Buffer.from(serverName)))] as const]),
    ...(protocols.length === 0
      ? []
      : [[extension.alpn, counted(2, ...protocols.map(name => counted(1, Buffer.from(name))))] as const]),
  ].map(([type, body]) => Buffer.concat([uint(2, type), counted(2, body)]));

  const hello = Buffer.concat([
    uint(2, 0x0303),
    Buffer.alloc(32, 7),
    counted(1),
    counted(2, uint(2, cipher)),
    counted(1, uint(1, 0)),
    counted(2, ...extensions),
  ]);
  const handshake = Buffer.concat([uint(1, 1), counted(3, hello)]);
  return Buffer.concat([uint(1, 22), uint(2, 0x0301), counted(2, handshake)]);
}

function uint(bytes: number, value: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}

/** A vector: its length, then what it holds. */
function counted(bytes: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([uint(bytes, body.length), body]);
}
