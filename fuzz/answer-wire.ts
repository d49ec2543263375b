import type { ServerResponse } from 'node:http';

/** An answer as the client gets it. */
export interface Wired {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** `raw`: the bytes alone, which need not be HTTP. */
  readonly manner: 'at once' | 'slowly' | 'halfway' | 'short' | 'reset' | 'raw';
}

/** A byte now and then, for at most this long: Git waits half a minute for a server that says nothing. */
const slowest = { seconds: 3, pieces: 30 };

export function sendWired({ status, headers, bytes, manner }: Wired, response: ServerResponse): void {
  const { socket } = response;
  if (manner === 'reset') return void socket?.resetAndDestroy();
  if (manner === 'raw') return void socket?.end(bytes, () => socket.destroy());
  const length = manner === 'short' ? bytes.length + 100 : bytes.length;
  const sized = status === 204 || status === 304 || manner === 'at once' ? {} : { 'content-length': String(length) };
  response.writeHead(status, { ...headers, ...sized });
  if (manner === 'at once') response.end(bytes);
  else if (manner === 'slowly') trickle(response, bytes);
  else response.write(manner === 'short' ? bytes : bytes.subarray(0, bytes.length >> 1), () => socket?.destroy());
}

function trickle(response: ServerResponse, bytes: Buffer): void {
  let sent = 0;
  const size = Math.ceil(bytes.length / slowest.pieces);
  const timer = setInterval(
    () => {
      response.write(bytes.subarray(sent, (sent += size)));
      if (sent < bytes.length) return;
      clearInterval(timer);
      response.end();
    },
    (slowest.seconds * 1000) / slowest.pieces,
  );
  response.on('close', () => clearInterval(timer));
}
