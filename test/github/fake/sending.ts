import type { ServerResponse } from 'node:http';
import type { Breakage, Fault } from './faults.js';
import { refuse, type Answer } from './refusal.js';

type Headers = Readonly<Record<string, string>>;

export function send(response: ServerResponse, { status, data, headers }: Answer, usual: Headers): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...type, ...usual, ...headers });
  response.end(JSON.stringify(data));
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
  else if (breakage === 'half an answer') sendHalf(response, JSON.stringify(answer?.data));
  else if (breakage !== 'no answer') send(response, refuse(breakage), usual);
}

/** As a proxy on the way answers. */
function sendHtml(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!DOCTYPE html><title>Unicorn! · GitHub</title><p>We had issues producing the response.</p>');
}

function sendHalf(response: ServerResponse, text: string): void {
  const bytes = Buffer.from(text);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
