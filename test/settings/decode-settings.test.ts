import { expect, test } from '@jest/globals';
import { noSettingsFile } from '../../src/settings/settings.js';
import { settingsFile } from '../settings-files.js';

function said(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return settingsFile(text, files).problems.map(({ at, message }) =>
    at === null ? message : `${at.file}:${at.line}:${at.column} ${message}`,
  );
}

const own = '.github/egress-review.yaml';
const rule = 'rule: traffic-captured';

// prettier-ignore
const faults: [what: string, text: string, said: string[]][] = [
  ['an unknown key',               'path: [a]',                                  [`${own}:1:1 path is a list of 1, expected another name: did you mean 'paths'?`]],
  ['a key that is like no other',  'rules: {}\nhooks: 1',                        [`${own}:1:1 rules is an empty mapping, expected another name: one of paths, istio, failOn, addresses, severities, waivers, hostsInUse`, `${own}:2:8 hooks is 1, expected another name: one of paths, istio, failOn, addresses, severities, waivers, hostsInUse`]],
  ['an unknown rule',              'severities:\n  - rule: traffic-capture\n    severity: off', [`${own}:2:11 severities[0].rule is "traffic-capture", expected a rule that 'egress-review rules' lists, did you mean 'traffic-captured'?`]],
  ['a severity that is none',      `severities: [{ ${rule}, severity: fatal }]`, [`${own}:1:50 severities[0].severity is "fatal", expected one of error, warning, notice, off`]],
  ['a waiver without its words',   `waivers:\n  - ${rule}`,                      [
    `${own}:2:5 waivers[0].subject is missing, expected what the finding is about, like hosts, port or resource`,
    `${own}:2:5 waivers[0].reason is missing, expected a sentence that says why the finding is accepted`,
    `${own}:2:5 waivers[0].expires is missing, expected the last day on which it waives, like 2027-01-31`]],
  ['a waiver of everything',       `waivers: [{ ${rule}, subject: {}, reason: a, expires: 2027-01-31 }]`, [`${own}:1:37 waivers[0].subject is an empty mapping, expected something that the finding is about, like hosts, port or resource`]],
  ['a waiver of no hosts',         `waivers: [{ ${rule}, subject: { hosts: [], port: 443 }, reason: a, expires: 2027-01-31 }]`, [`${own}:1:48 waivers[0].subject.hosts is an empty list, expected something that the finding is about; else leave the field out`]],
  ['a waiver of a port left open', `waivers: [{ ${rule}, subject: { port: }, reason: a, expires: 2027-01-31 }]`, [`${own}:1:53 waivers[0].subject.port is null, expected something that the finding is about; else leave the field out`]],
  ['a day that no month has',      `waivers: [{ ${rule}, subject: { port: 1 }, reason: a, expires: 2027-02-29 }]`, [`${own}:1:79 waivers[0].expires is "2027-02-29", expected the last day on which it waives, like 2027-01-31`]],
  ['a wildcard within a name',     `severities: [{ ${rule}, severity: off, namespaces: [a*b] }]`, [`${own}:1:68 severities[0].namespaces[0] is "a*b", expected a name, or one with * at its start or end for any text`]],
  ['an unknown flag',              'istio: { flags: { PILOT_HTTP11: true } }',   [`${own}:1:33 istio.flags.PILOT_HTTP11 is true, expected another flag, for this one decides nothing that is simulated: did you mean 'PILOT_HTTP10'?`]],
  ['a release that is none',       'istio: { version: 1.9 }',                    [`${own}:1:19 istio.version is 1.9, expected a release of Istio from 1.11.0, like 1.30 or 1.30.3`]],
  ['a path that leads out',        'paths: [../a]',                              [`${own}:1:9 paths[0] is "../a", expected a path below the repository, like apps/shop`]],
  ['an address for a prefix',      'addresses: 240.240.0.1',                     [`${own}:1:12 addresses is "240.240.0.1", expected an IPv4 prefix of at least 256 addresses, like 240.240.0.0/16`]],
  ['a file that is not there',     'hostsInUse: { file: hosts.csv }',            [`hostsInUse.file of '${own}' names 'hosts.csv', which is not at 'base': name a file that is there`]],
  ['a MeshConfig not there',       'istio: { meshConfig: mesh.yaml }',           [`istio.meshConfig of '${own}' names 'mesh.yaml', which is not at 'base': name a file that is there`]],
  ['a list',                       '[]',                                         [`${own}:1:1 the settings are an empty list, expected a mapping`]],
];

test.each([
  ['empty', ''],
  ['all comments', '# failOn: never\n\n  # paths: [a]\n'],
])('a file that is %s says nothing, and has no fault', (_what, text) => {
  const { path, problems, settings } = settingsFile(text);
  expect([path, problems, settings]).toEqual([own, [], noSettingsFile.settings]);
});

test.each(faults)('%s is named with its place', (_what, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test('broken YAML is a problem of the settings as well', () => {
  expect(settingsFile('paths: [a').problems.map(({ code }) => code)).toEqual(['settings']);
});

test('what is at fault does not count, and all else does', () => {
  const { settings } = settingsFile(`
paths: [apps, ../secrets]
failOn: warning
severities:
  - { ${rule}, severity: 'off' }
  - { ${rule}, severity: off, namespaces: [a*b] }
waivers:
  - { ${rule}, subject: { port: 80 }, reason: agreed, expires: 2027-01-31 }
  - { ${rule}, subject: { prt: 443, hosts: [a.example.com] }, reason: agreed, expires: 2027-01-31 }
`);
  expect(settings).toMatchObject({ paths: [], failOn: 'warning', severities: [{ namespaces: null }] });
  expect(settings.waivers.map(({ subject, at }) => [subject.port, at.line])).toEqual([[80, 8]]);
});

// prettier-ignore
const lists: [what: string, path: string, text: string, hosts: string[], faults: string[]][] = [
  ['CSV with its names',   'hosts.csv',  'namespace,host,port\nshop,WWW.example.com,443\n\n# seen in May\n',       ['shop www.example.com 443'], []],
  ['CSV of Windows',       'hosts.csv',  'shop, www.example.com , 443\r\npay,a.example,80\r\n',                   ['shop www.example.com 443', 'pay a.example 80'], []],
  ['CSV with a bad row',   'hosts.csv',  'shop,www.example.com,443\nshop,www.example.com\n',                      ['shop www.example.com 443'], [`hosts.csv:2:1 the line is 'shop,www.example.com', expected namespace,host,port like shop,www.example.com,443`]],
  ['CSV with a bad port',  'hosts.csv',  'shop,www.example.com,70000',                                            [], [`hosts.csv:1:1 the line is 'shop,www.example.com,70000', expected namespace,host,port like shop,www.example.com,443`]],
  ['CSV in quotes',        'hosts.csv',  '\uFEFF"namespace","host","port"\r\n"shop","www.example.com",443\r\n',       ['shop www.example.com 443'], []],
  ['CSV with full names',  'hosts.csv',  'shop,www.example.com.,443\nshop,10.0.0.7,5432\nshop,fd00::7,5432',       ['shop www.example.com 443', 'shop 10.0.0.7 5432', 'shop fd00::7 5432'], []],
  ['CSV with an address of the web', 'hosts.csv', 'shop,https://www.example.com,443',                           [], [`hosts.csv:1:1 the line is 'shop,https://www.example.com,443', expected namespace,host,port like shop,www.example.com,443`]],
  ['CSV with ports twice', 'hosts.csv',  'shop,www.example.com:443,443',                                          [], [`hosts.csv:1:1 the line is 'shop,www.example.com:443,443', expected namespace,host,port like shop,www.example.com,443`]],
  ['YAML with an address of the web', 'hosts.yaml', '- { namespace: shop, host: https://a.example, port: 443 }',  [], [`hosts.yaml:1:28 [0].host is "https://a.example", expected a host or an IP address, without scheme or port`]],
  ['YAML',                 'hosts.yaml', '- { namespace: shop, host: www.example.com, port: 443 }',               ['shop www.example.com 443'], []],
  ['YAML with a bad row',  'hosts.yaml', '- { namespace: shop, host: www.example.com, port: x }\n- { namespace: a, host: b, port: 1 }', ['a b 1'], [`hosts.yaml:1:51 [0].port is "x", expected a whole number from 1 to 65535`]],
];

test.each(lists)('hosts in use are read from %s', (_what, path, text, hosts, faults) => {
  const { settings, problems } = settingsFile(`hostsInUse: { complete: true, file: ${path} }`, { [path]: text });
  const { isComplete, hosts: read } = settings.hostsInUse;
  expect(read.map(({ namespace, host, port }) => `${namespace} ${host} ${port}`)).toEqual(hosts);
  expect(problems.map(({ at, message }) => `${at?.file}:${at?.line}:${at?.column} ${message}`)).toEqual(faults);
  // A list that lost a row is complete no longer.
  expect(isComplete).toBe(faults.length === 0);
});
