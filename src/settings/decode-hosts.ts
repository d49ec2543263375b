import type { HostInUse } from '../diff/known-traffic.js';
import { integer, scalar, type Reader } from '../resources/fields.js';
import { linesOf } from '../source/lines.js';
import { spanAt } from '../source/document.js';
import type { Problem } from '../source/problem.js';
import { quoted } from '../source/quoted.js';
import { strict } from './strict-fields.js';

/** One word, as a host or a namespace is. */
const word: Reader<string> = scalar('', 'a name without spaces', node =>
  /^[^\s,*]+$/.test(node.text) ? node.text.toLowerCase() : null,
);

/** A row of the hosts in use. */
export const hostInUse: Reader<HostInUse> = strict(
  { namespace: word, host: word, port: integer(1, 65535) },
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
    const row = /^\s*([^\s,*]+)\s*,\s*([^\s,*]+)\s*,\s*(\d{1,5})\s*$/.exec(line);
    const [, namespace = '', host = '', port = ''] = row ?? [];
    const isNoRow = /^\s*(#.*)?$/.test(line) || /^\s*namespace\s*,\s*host\s*,\s*port\s*$/i.test(line);
    if (row !== null && Number(port) >= 1 && Number(port) <= 65535) {
      hosts.push({ namespace: namespace.toLowerCase(), host: host.toLowerCase(), port: Number(port) });
    } else if (!isNoRow) {
      const message = `the line is ${quoted(line)}, expected namespace,host,port like shop,www.example.com,443`;
      problems.push({ code: 'settings', message, at: spanAt({ path, lines }, start, start + line.length) });
    }
    start += written.length + 1;
  }
  return { hosts, problems };
}
