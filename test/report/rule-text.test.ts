import { test } from '@jest/globals';
import type { RuleText } from '../../src/findings/rule.js';
import { ruleTable, ruleText } from '../../src/report/rule-text.js';
import { expectGolden } from '../golden.js';

const captured: RuleText = {
  id: 'traffic-captured',
  severities: 'error; warning if the capturer has resolution NONE',
  summary: 'A call is delivered to a resource that owns neither the host nor the address that was called.',
  why: 'A TCP port without addresses makes the sidecar listen on every address of that port. Whatever no other entry claims ends there, and the caller sees the certificate of the wrong server, or none.',
  fix: 'Give the entry addresses, or declare the port as TLS.',
  example: {
    base: 'ports:\n  - number: 443\n    protocol: TLS\n',
    head: 'ports:\n  - number: 443\n    protocol: TCP\n',
    silent: 'addresses: [192.0.2.10]\nports:\n  - number: 443\n    protocol: TCP\n',
  },
};

const blocked: RuleText = {
  id: 'unknown-traffic-blocked',
  severities: 'warning',
  summary: 'Calls to what nobody configured left the mesh before and are closed now.',
  why: 'The policy is REGISTRY_ONLY now.',
  fix: 'Add a ServiceEntry for each host that is called.',
  example: { base: 'mode: ALLOW_ANY\n', head: 'mode: REGISTRY_ONLY\n', silent: 'mode: ALLOW_ANY\n' },
};

test('explain', () => {
  expectGolden('test/fixtures/report/explain.txt', `${ruleText(captured, { colour: false, width: 80 })}\n`);
});

test('the table of rules', () => {
  expectGolden('test/fixtures/report/rules.txt', `${ruleTable([captured, blocked], { colour: false, width: 80 })}\n`);
});
