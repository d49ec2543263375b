import { expect, test } from '@jest/globals';
import { decode } from '../../src/resources/decode.js';
import { faultsOf } from './faults.js';
import { manifest } from './manifest.js';

const head = (kind: string, group: string) =>
  `apiVersion: ${group}\nkind: ${kind}\nmetadata: {name: a, namespace: b}\n`;
const rule = head('DestinationRule', 'networking.istio.io/v1');
const route = head('VirtualService', 'networking.istio.io/v1');
const entry = head('ServiceEntry', 'networking.istio.io/v1');
const istiod = head('Deployment', 'apps/v1');

/** As long as a file may be: what goes back over them for each character does not end here. */
const many = 4_000_000;

const refused: readonly (readonly [what: string, text: string, fault: RegExp])[] = [
  [
    'a duration of many parts and no end',
    `${rule}spec: {host: c, trafficPolicy: {connectionPool: {tcp: {connectTimeout: ${'1111111h'.repeat(120)}x}}}}\n`,
    /expected a duration/,
  ],
  [
    'bytes that are padded, and go on',
    `${route}spec: {hosts: [c], http: [{directResponse: {status: 200, body: {bytes: "${'='.repeat(many)}a"}}}]}\n`,
    /expected bytes in base64/,
  ],
  [
    'a port of blanks, and something behind them',
    `${entry}spec: {hosts: [c.com], ports: [{name: tls, protocol: TLS, number: "${' '.repeat(many)}x"}]}\n`,
    /expected a whole number/,
  ],
];

test.each(refused)('%s is a fault', (_, text, fault) => {
  expect(faultsOf(text)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]));
});

test.each([
  ['a tag that is many images', '/pilot:'.repeat(many / 10), ' '],
  ['a digest that is many images', '/pilot@'.repeat(many / 10), '\\n'],
])('%s is no istiod', (_, repeated, end) => {
  const containers = `[{name: discovery, image: "${repeated}${end}"}]`;
  const { outcome } = decode(manifest(`${istiod}spec: {template: {spec: {containers: ${containers}}}}\n`));
  expect(outcome).toBe('resource');
});
