import { describe, expect, test } from '@jest/globals';
import { questionnaire, type Question, type Questionnaire } from '../../src/diff/calls.js';
import { entry, service, type ManifestText } from '../manifests.js';
import { meshOf } from '../meshes.js';

function questionsAbout(base: readonly ManifestText[], head: readonly ManifestText[] = []): Questionnaire {
  return questionnaire([meshOf(base), meshOf(head)]);
}

/** `tls www.baidu.com`, `tcp db.example.net (server first)`. */
function say({ kind, host, speaksFirst }: Question): string {
  return `${kind} ${host}${speaksFirst === 'server' ? ' (server first)' : ''}`;
}

type Row = [declared: string, manifest: ManifestText, port: number, questions: string[]];

// prettier-ignore
const rows: Row[] = [
  ['TLS',                        entry({ hosts: 'a.example.net', ports: 'TLS/443' }),        443,  ['tls a.example.net']],
  ['HTTPS',                      entry({ hosts: 'a.example.net', ports: 'HTTPS/443' }),      443,  ['tls a.example.net']],
  ['HTTP',                       entry({ hosts: 'a.example.net', ports: 'HTTP/80' }),        80,   ['http a.example.net']],
  ['HTTP2',                      entry({ hosts: 'a.example.net', ports: 'HTTP2/80' }),       80,   ['http a.example.net']],
  ['GRPC',                       entry({ hosts: 'a.example.net', ports: 'GRPC/80' }),        80,   ['http a.example.net']],
  ['TCP',                        entry({ hosts: 'a.example.net', ports: 'TCP/9000' }),       9000, ['tcp a.example.net']],
  ['Redis',                      entry({ hosts: 'a.example.net', ports: 'REDIS/6379' }),     6379, ['tcp a.example.net']],
  ['MySQL on any port',          entry({ hosts: 'a.example.net', ports: 'MYSQL/9000' }),     9000, ['tcp a.example.net (server first)']],
  ['TCP on 3306',                entry({ hosts: 'a.example.net', ports: 'TCP/3306' }),       3306, ['tcp a.example.net (server first)']],
  ['TLS on 3306',                entry({ hosts: 'a.example.net', ports: 'TLS/3306' }),       3306, ['tls a.example.net']],
  ['no protocol',                entry({ hosts: 'a.example.net', ports: '/9000' }),          9000, ['http a.example.net', 'tcp a.example.net', 'tls a.example.net']],
  ['a wildcard',                 entry({ hosts: '*.example.net', ports: 'TLS/443', resolution: 'NONE' }),        443,  ['tls any.example.net']],
  ['two hosts, one well known',  entry({ hosts: 'a.example.net, www.example.net', ports: 'TLS/443' }), 443, ['tls www.example.net', 'tls a.example.net']],
  ['a UDP port of a Service',    service({ name: 'kube/dns', ports: 'dns!/53' }),            53,   []],
  ['a Service port named tcp',   service({ name: 'shop/db', ports: 'tcp/5432' }),            5432, ['tcp db.shop.svc.cluster.local']],
  ['a Service port named smtp',  service({ name: 'shop/mail', ports: 'smtp/2525' }),         2525, ['http mail.shop.svc.cluster.local', 'tcp mail.shop.svc.cluster.local (server first)', 'tls mail.shop.svc.cluster.local']],
];

describe('a host and port declared as', () => {
  test.each(rows)('%s is asked as its clients would', (_declared, manifest, port, expected) => {
    expect(questionsAbout([manifest]).named(port).map(say)).toEqual(expected);
  });
});

test('what either side declares is asked, once', () => {
  const both = entry({ hosts: 'a.example.net' });
  const questions = questionsAbout([both], [both, entry({ hosts: 'b.example.net' })]);
  expect(questions.named(443).map(say)).toEqual(['tls a.example.net', 'tls b.example.net']);
});

test('strangers are asked on every configured port, on 80, on 443 and on one that nobody configures', () => {
  const questions = questionsAbout([entry({ hosts: 'a.example.net', ports: 'TCP/9000, TCP/4433' })]);
  expect(questions.ports).toEqual([80, 443, 4433, 4434, 9000]);
  for (const port of questions.ports) {
    expect(questions.strangers(port).map(say)).toEqual(['tls example.org', 'http example.org', 'tcp example.org']);
    expect(questions.strangers(port).map(question => question.configured)).toEqual([null, null, null]);
  }
});

// prettier-ignore
const strangers: [where: string, manifest: ManifestText, stranger: string][] = [
  ['nothing is configured',     entry({ hosts: 'a.example.net' }),                            'example.org'],
  ['example.org is configured', entry({ hosts: 'example.org' }),                              'www.example.org'],
  ['*.org is configured',       entry({ hosts: '*.org', resolution: 'NONE' }),                                    'example.com'],
  ['all of them are',           entry({ hosts: '*.org, *.com, *.net, *.example, *.invalid', resolution: 'NONE' }), 'nobody-configures-this.invalid'],
];

test.each(strangers)('where %s, a stranger has another name', (_where, manifest, stranger) => {
  expect(questionsAbout([manifest]).strangerHost).toBe(stranger);
});

test('the server speaks first to strangers as well, on a port that any entry names for it', () => {
  const named = JSON.stringify({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'mail', namespace: 'shop' },
    spec: {
      hosts: ['mail.example.net'],
      resolution: 'DNS',
      ports: [{ number: 2525, name: 'my-smtp', protocol: 'TCP' }],
    },
  });
  const questions = questionsAbout([named]);
  expect(questions.strangers(2525).map(say)).toContain('tcp example.org (server first)');
  expect(questions.strangers(443).map(say)).toContain('tcp example.org');
});
