import { parseAddress } from '../src/resources/ip-address.js';

const signature = Buffer.from([0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a]);
const source = { 4: '10.1.1.1', 6: '2001:db8:1::1' } as const;
const sourcePort = 40_000;

/** The address that a client would have dialled, as the PROXY protocol tells it (version 2, TCP). */
export function proxyHeader(address: string, port: number): Buffer {
  const destination = parseAddress(address);
  if (destination === null) throw new Error(`'${address}' is no IP address that could be dialled`);
  const { family } = destination;
  const body = Buffer.alloc(family === 4 ? 12 : 36);
  const width = family === 4 ? 4 : 16;
  body.set(parseAddress(source[family])?.bytes ?? [], 0);
  body.set(destination.bytes, width);
  body.writeUInt16BE(sourcePort, 2 * width);
  body.writeUInt16BE(port, 2 * width + 2);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length);
  return Buffer.concat([signature, Buffer.from([0x21, family === 4 ? 0x11 : 0x21]), length, body]);
}
