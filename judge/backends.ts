import { createServer as createHttp2Server } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';

/** Servers that stand for the clusters of one sidecar; each answers with its cluster's name, whatever is spoken. */
export interface Backends {
  /** The socket of each cluster. */
  readonly sockets: ReadonlyMap<string, string>;
  /** From now on servers speak first, as MySQL's do. */
  greet(): void;
  close(): Promise<void>;
}

/** The header, or for other protocols the text before the line's end, that tells a backend's answer from the sidecar's. */
export const CLUSTER_HEADER = 'x-judge-cluster';

export async function startBackends(folder: string, clusters: readonly string[]): Promise<Backends> {
  const speech = { isFirst: false };
  const open = new Set<Socket>();
  const servers = await Promise.all(
    clusters.map((cluster, at) => {
      const path = `${folder}/c${at}`;
      const server = createServer(socket => {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
        socket.on('error', () => socket.destroy());
        if (speech.isFirst) socket.end(`${cluster}\n`);
        else socket.once('data', first => answer(socket, first, cluster));
      });
      return listening(server, path).then(() => ({ cluster, path, server }));
    }),
  );
  return {
    sockets: new Map(servers.map(({ cluster, path }) => [cluster, path])),
    greet: () => void (speech.isFirst = true),
    close: async () => {
      for (const socket of open) socket.destroy();
      await Promise.all(servers.map(({ server }) => new Promise(resolve => server.close(resolve))));
    },
  };
}

function answer(socket: Socket, first: Buffer, cluster: string): void {
  const text = first.toString('latin1');
  if (text.startsWith('PRI * HTTP/2.0')) {
    socket.pause();
    socket.unshift(first);
    http2Server(cluster).emit('connection', socket);
  } else if (text.startsWith('GET ')) {
    socket.end(`HTTP/1.1 200 OK\r\n${CLUSTER_HEADER}: ${cluster}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
  } else {
    socket.end(`${cluster}\n`);
  }
}

function http2Server(cluster: string) {
  const server = createHttp2Server();
  server.on('stream', stream => {
    stream.respond({ ':status': 200, [CLUSTER_HEADER]: cluster }, { endStream: true });
  });
  return server;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
