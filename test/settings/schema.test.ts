import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ruleIds } from '../../src/findings/rule-id.js';
import { featureFlags } from '../../src/istio/behaviours.js';
import { settingsFile } from '../settings-files.js';

const path = 'schema/egress-review.schema.json';
const schema = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Record<string, object> };

// UPDATE_GOLDEN=1 writes both lists anew.
test('the schema knows each rule and each flag', () => {
  const definitions = { ...schema.definitions, rule: { enum: [...ruleIds] }, flag: { enum: [...featureFlags] } };
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(path, `${JSON.stringify({ ...schema, definitions }, null, 2)}\n`);
  } else expect(schema.definitions).toEqual(definitions);
});

const waiver = '{ rule: traffic-captured, subject: { port: 443 }, reason: agreed, expires: 2027-01-31 }';
const waiving = (subject: string) => `waivers: [${waiver.replace('{ port: 443 }', subject)}]`;

const valid: readonly string[] = [
  '{}',
  'paths: [clusters/prod, "apps/**/*.yaml"]',
  'istio: { version: "1.30", flags: { PILOT_ENABLE_IP_AUTOALLOCATE: false }, meshConfig: mesh.yaml }',
  'istio: { version: 1.30 }',
  'failOn: never',
  'addresses: 10.9.0.0/24',
  'severities: [{ rule: ambiguous-winner, severity: notice }]',
  'severities: [{ rule: ambiguous-winner, namespaces: [sandbox-*, "*-dev", "*"], severity: off }]',
  `waivers: [${waiver}]`,
  waiving('{ hosts: ["*.example.com"], resource: ServiceEntry/shop/pay, namespaces: [shop], listener: "0.0.0.0:443" }'),
  waiving('{ resource: Namespace/shop, cluster: a, entry: ./b }'),
  'hostsInUse: { complete: true, hosts: [{ namespace: shop, host: www.example.com, port: 443 }] }',
  'hostsInUse: { file: hosts.csv }',
];

const invalid: readonly string[] = [
  '[]',
  'path: [a]',
  'paths: a',
  'paths: [/a]',
  'paths: [a/../..]',
  'istio: { version: 2 }',
  'istio: { flags: { PILOT_ENABLE_IP_AUTOALOCATE: true } }',
  'istio: { flags: { PILOT_ENABLE_IP_AUTOALLOCATE: perhaps } }',
  'failOn: notice',
  'addresses: 10.0.0.1',
  'addresses: 10.0.0.0/30',
  'severities: [{ rule: ambiguous-winer, severity: notice }]',
  'severities: [{ rule: ambiguous-winner }]',
  'severities: [{ rule: ambiguous-winner, severity: none }]',
  'severities: [{ rule: ambiguous-winner, severity: off, namespaces: [a*b] }]',
  `waivers: ${waiver}`,
  waiving('{}'),
  waiving('{ host: a }'),
  waiving('{ port: 0 }'),
  waiving('{ resource: pay }'),
  'waivers: [{ rule: traffic-captured, subject: { port: 443 }, expires: 2027-01-31 }]',
  `waivers: [${waiver.replace('2027-01-31', '2027-13-31')}]`,
  `waivers: [${waiver.replace('2027-01-31', 'soon')}]`,
  'hostsInUse: { hosts: [{ namespace: shop, host: www.example.com }] }',
  'hostsInUse: { hosts: [{ namespace: shop, host: "*.example.com", port: 443 }] }',
];

describe('schema and decoder agree', () => {
  const validate = new Ajv().compile(schema);
  const files = {
    'mesh.yaml': 'outboundTrafficPolicy: { mode: REGISTRY_ONLY }',
    'hosts.csv': 'shop,www.example.com,443\n',
  };

  test.each(valid)('that this is valid: %s', text => {
    expect([validate(parse(text)), settingsFile(text, files).problems]).toEqual([true, []]);
  });

  // A release is a matter of the decoder alone.
  test.each(invalid)('that this is not: %s', text => {
    const isOfRelease = text.includes('version');
    expect([isOfRelease || !validate(parse(text)), settingsFile(text, files).problems.length > 0]).toEqual([
      true,
      true,
    ]);
  });
});
