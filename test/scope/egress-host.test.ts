import { expect, test } from '@jest/globals';
import { defaultControlPlane } from '../default-control-plane.js';
import { classifyEgressHosts, parseEgressHost } from '../../src/scope/egress-host.js';

// prettier-ignore
const parsed: [text: string, namespace: string | null, name: string | null][] = [
  ['./*',                 'shop', '*'],
  ['./api.example',       'shop', 'api.example'],
  ['pay/*.example',       'pay',  '*.example'],
  ['*/api.example',       '*',    'api.example'],
  ['~/*',                 '~',    '*'],
  ['api.example',         null,   null],
  ['pay/api/example',     null,   null],
  ['',                    null,   null],
];

test.each(parsed)('SC-8: "%s" is a host of namespace %s named %s', (text, namespace, name) => {
  expect(parseEgressHost(text, 'shop')).toEqual(namespace === null ? null : { namespace, name });
});

type Row = [hosts: string, namespace: string, host: string, isImported: boolean];

// prettier-ignore
const imports: Row[] = [
  ['./*',                            'shop', 'api.example',   true],
  ['./*',                            'pay',  'api.example',   false],
  ['shop/*',                         'shop', 'api.example',   true],
  ['*/*',                            'pay',  'api.example',   true],
  ['~/*',                            'shop', 'api.example',   false],
  ['~/*, ./*',                       'shop', 'api.example',   true],
  ['pay/api.example',                'pay',  'api.example',   true],
  ['pay/api.example',                'pay',  'API.example',   false],
  ['pay/api.example',                'pay',  '*.example',     false],
  ['pay/*.example',                  'pay',  '*.example',     true],
  ['pay/*.example',                  'pay',  '*.api.example', true],
  ['pay/*.api.example',              'pay',  '*.example',     false],
  ['pay/*.example',                  'pay',  'example',       false],
  ['pay/other.example, */*.example', 'pay',  'api.example',   true],
  ['*/api.example, pay/*',           'hr',   'api.example',   true],
  ['*/api.example, pay/*',           'hr',   'b.example',     false],
  ['api.example',                    'shop', 'api.example',   false],
];

test.each(imports)('SC-10: [%s] imports from namespace %s the host %s: %s', (hosts, namespace, host, isImported) => {
  const { namespaces, namesFor } = classifyEgressHosts(hosts.split(', '), 'shop', defaultControlPlane.behaves);
  const isNamed = namespaces === null || namespaces.has(namespace);
  expect(isNamed && namesFor(namespace).some(names => names.matches(host))).toBe(isImported);
});
