import { connect as connectHttp2 } from 'node:http2';
import { connect, type Socket } from 'node:net';
import type { Arrival } from './arrival.js';
import { CLUSTER_HEADER } from './backends.js';
import { clientHello } from './client-hello.js';
import { proxyHeader } from './proxy-header.js';
import type { Question } from './question.js';

/** How to reach one sidecar. */
export interface Entry {
  /** The socket that takes what is captured. */
  readonly captured: string;
  /** The socket of one of its listeners on a Unix socket. */
  unix(address: string): string;
}

/** An answer that takes longer will not come: everything is on this machine. */
const PATIENCE_MS = 8_000;

/** How long nothing must come where nothing is expected: to wait longer only costs time. */
const SILENCE_MS = 500;

/** Makes the call and tells where it arrived. */
export async function ask({ dialect, call }: Question, entry: Entry, expectsNothing: boolean): Promise<Arrival> {
  const patience = expectsNothing ? SILENCE_MS : PATIENCE_MS;
  const isUnix = call.address.startsWith('unix://');
  const socket = connect(isUnix ? entry.unix(call.address) : entry.captured);
  const header = isUnix ? Buffer.alloc(0) : proxyHeader(call.address, call.port);
  const host = call.host ?? call.address;
  try {
    switch (dialect) {
      case 'h2':
        socket.write(header);
        return await within(patience, askHttp2(socket, host));
      case 'http/1.1':
        return await within(patience, say(socket, header, Buffer.from(`GET / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)));
      case 'tls':
        return await within(patience, say(socket, header, clientHello(call.host, [])));
      case 'tls with alpn':
        return await within(patience, say(socket, header, clientHello(call.host, ['h2', 'http/1.1'])));
      case 'tcp':
        return await within(patience, say(socket, header, Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])));
      case 'server-first':
        socket.write(header);
        return await within(patience, firstAnswer(socket));
    }
  } finally {
    socket.destroy();
  }
}

function say(socket: Socket, header: Buffer, words: Buffer): Promise<Arrival> {
  socket.write(Buffer.concat([header, words]));
  return firstAnswer(socket);
}

/** What comes back as bytes: the name of a cluster, a status of HTTP/1.1, or the end. */
function firstAnswer(socket: Socket): Promise<Arrival> {
  return new Promise(resolve => {
    let text = '';
    const end = () => resolve(text === '' ? 'closed' : `no answer: ${JSON.stringify(text.slice(0, 80))}`);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const arrival = arrivalIn(text);
      if (arrival !== null) resolve(arrival);
    });
    socket.on('end', end);
    socket.on('error', end);
    socket.on('close', end);
  });
}

/** null where more is to come. */
function arrivalIn(text: string): Arrival | null {
  if (!text.startsWith('HTTP/1.1 ')) return text.endsWith('\n') ? `at ${text.trimEnd()}` : null;
  if (!text.includes('\r\n\r\n')) return null;
  const cluster = new RegExp(`^${CLUSTER_HEADER}: (.*)\r$`, 'im').exec(text)?.[1];
  return cluster === undefined ? `status ${Number(text.slice(9, 12))}` : `at ${cluster}`;
}

/** By prior knowledge, without an upgrade. */
function askHttp2(socket: Socket, host: string): Promise<Arrival> {
  return new Promise(resolve => {
    const session = connectHttp2('http://judge', { createConnection: () => socket });
    const end = () => resolve('closed');
    session.on('error', end);
    session.on('close', end);
    const stream = session.request({ ':path': '/', ':authority': host });
    stream.on('error', end);
    stream.on('response', headers => {
      const cluster = headers[CLUSTER_HEADER];
      resolve(typeof cluster === 'string' ? `at ${cluster}` : `status ${headers[':status'] ?? 0}`);
    });
  });
}

async function within(milliseconds: number, arrival: Promise<Arrival>): Promise<Arrival> {
  const { promise, resolve } = withResolvers<Arrival>();
  const timer = setTimeout(() => resolve('nothing'), milliseconds);
  try {
    return await Promise.race([arrival, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** `Promise.withResolvers` is younger than Node 20. */
function withResolvers<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>(settle => (resolve = settle));
  return { promise, resolve };
}
