import type { ServerResponse } from 'node:http';
import type { Breakage, Fault } from './faults.js';
import { refuse, type Answer } from './refusal.js';

type Headers = Readonly<Record<string, string>>;

const json = { 'content-type': 'application/json; charset=utf-8' };

export function send(response: ServerResponse, answer: Answer, usual: Headers): void {
  response.writeHead(answer.status, { ...json, ...usual, ...answer.headers });
  response.end(bytesOf(answer));
}

/** The client sees the breakage; `answer` is what it would have seen. */
export function breakOff(
  response: ServerResponse,
  breakage: Breakage | NonNullable<Fault['after']>,
  answer: Answer | null,
  usual: Headers,
): void {
  if (breakage === 'closed socket') response.destroy();
  else if (breakage === 'HTML') sendHtml(response);
  else if (breakage === 'half an answer') sendHalf(response, answer);
  else if (typeof breakage === 'function') breakage(onTheWire(answer ?? refuse(nothingDone), usual), response);
  else if (breakage !== 'no answer') send(response, refuse(breakage), usual);
}

const nothingDone = { status: 503, message: 'Service unavailable' };

function onTheWire(answer: Answer, usual: Headers): Answer {
  return { ...answer, bytes: bytesOf(answer), headers: { ...json, ...usual, ...answer.headers } };
}

/** As a proxy on the way answers. */
function sendHtml(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!DOCTYPE html><title>Unicorn! · GitHub</title><p>We had issues producing the response.</p>');
}

function sendHalf(response: ServerResponse, answer: Answer | null): void {
  const bytes = answer === null ? Buffer.of() : bytesOf(answer);
  response.writeHead(answer?.status ?? 200, { ...json, ...answer?.headers, 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}

function bytesOf({ bytes, data }: Answer): Buffer {
  return bytes ?? Buffer.from(JSON.stringify(data));
}
