import type { HostInUse } from '../diff/known-traffic.js';
import { integer, scalar, type Reader } from '../resources/fields.js';
import { parseAddress } from '../resources/ip-address.js';
import { linesOf } from '../source/lines.js';
import { spanAt } from '../source/document.js';
import type { Problem } from '../source/problem.js';
import { quoted } from '../source/quoted.js';
import { strict } from './strict-fields.js';

const namespace: Reader<string> = scalar('', 'the name of a namespace', node => namespaceOf(node.text));

const host: Reader<string> = scalar('', 'a host or an IP address, without scheme or port', node => hostOf(node.text));

/** A row of the hosts in use. */
export const hostInUse: Reader<HostInUse> = strict(
  { namespace, host, port: integer(1, 65535) },
  { namespace: 'the namespace of the caller', host: 'the host that is called', port: 'the port that is called' },
);

/** Rows of a file, and what is wrong with the others. */
export interface HostRows {
  readonly hosts: readonly HostInUse[];
  readonly problems: readonly Problem[];
}

/** Reads rows `namespace,host,port`, with or without a line of these names above; empty lines and `#` are let be. */
export function decodeCsv(path: string, text: string): HostRows {
  const lines = linesOf(text);
  const hosts: HostInUse[] = [];
  const problems: Problem[] = [];
  let start = 0;
  for (const written of text.split('\n')) {
    const line = written.replace(/\r$/, '');
    const cells = line.split(',').map(cell => cell.trim().replace(/^"([^"]*)"$/, '$1'));
    const isNoRow = /^\s*(#.*)?$/.test(line) || cells.join().toLowerCase() === 'namespace,host,port';
    const row = rowOf(cells);
    if (row !== null) hosts.push(row);
    else if (!isNoRow) {
      const message = `the line is ${quoted(line)}, expected namespace,host,port like shop,www.example.com,443`;
      problems.push({ code: 'settings', message, at: spanAt({ path, lines }, start, start + line.length) });
    }
    start += written.length + 1;
  }
  return { hosts, problems };
}

function rowOf([callers = '', called = '', number = '', ...others]: readonly string[]): HostInUse | null {
  const [namespace, host, port] = [namespaceOf(callers), hostOf(called), /^\d{1,5}$/.test(number) ? Number(number) : 0];
  if (namespace === null || host === null || port < 1 || port > 65535 || others.length > 0) return null;
  return { namespace, host, port };
}

function namespaceOf(text: string): string | null {
  return /^[a-z0-9-]+$/i.test(text) ? text.toLowerCase() : null;
}

/** What is no host would be nobody's call, and in a complete list lower the finding that it is meant to raise. */
function hostOf(text: string): string | null {
  const host = text.toLowerCase().replace(/\.$/, '');
  return /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(host) || parseAddress(host) !== null ? host : null;
}
