import { expect, test } from '@jest/globals';
import type { Call } from '../../src/envoy/call.js';
import { commandFor } from '../../src/findings/command.js';

function call(fields: Partial<Call>): Call {
  return { kind: 'tls', address: '192.0.2.1', port: 443, host: 'www.baidu.com', speaksFirst: 'client', ...fields };
}

// prettier-ignore
const rows: [call: Call, command: string][] = [
  [call({}),                                                 'curl https://www.baidu.com'],
  [call({ port: 8443 }),                                     'curl https://www.baidu.com:8443'],
  [call({ kind: 'http', port: 80 }),                         'curl http://www.baidu.com'],
  [call({ kind: 'http', port: 8080 }),                       'curl http://www.baidu.com:8080'],
  [call({ kind: 'http', port: 443 }),                        'curl http://www.baidu.com:443'],
  [call({ kind: 'tcp', port: 9000 }),                        'nc -v www.baidu.com 9000'],
  [call({ kind: 'tcp', port: 9000, host: null }),            'nc -v 192.0.2.1 9000'],
  [call({ kind: 'tcp', port: 3306, host: 'db.example.net' }), 'mysql -h db.example.net'],
  [call({ kind: 'tcp', port: 5432, host: 'db.example.net' }), 'psql -h db.example.net'],
  [call({ kind: 'tcp', port: 6379, host: 'db.example.net' }), 'redis-cli -h db.example.net'],
  [call({ kind: 'tcp', port: 27017, host: 'db.example.net' }), 'mongosh db.example.net'],
  [call({ kind: 'tls', port: 3306, host: 'db.example.net' }), 'curl https://db.example.net:3306'],
];

test.each(rows)('a person types for %o: %s', (asked, command) => {
  expect(commandFor(asked)).toBe(command);
});

test.each([
  ['tls', 'curl --resolve www.baidu.com:8443:192.0.2.1 https://www.baidu.com:8443'],
  ['http', 'curl --resolve www.baidu.com:8443:192.0.2.1 http://www.baidu.com:8443'],
  ['tcp', 'nc -v 192.0.2.1 8443'],
] as const)('what is asked at an address of its own choice is dialled there, as %s: %s', (kind, command) => {
  expect(commandFor(call({ kind, port: 8443 }), true)).toBe(command);
});
