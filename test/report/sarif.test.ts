import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { documentedRules } from '../../src/findings/catalogue.js';
import type { Finding } from '../../src/findings/finding.js';
import type { Review } from '../../src/findings/review.js';
import { sarif, type SarifOptions } from '../../src/report/sarif.js';
import { tool } from '../../src/tool.js';
import { reviewOf } from '../reviews.js';
import { accepted, cause, entriesLost, everything, finding, hijack, nothing, review } from './example-reviews.js';
import { hostileReview } from './hostile.js';
import { sarifSchema } from './sarif-schema.js';

const validate = new Ajv({ allErrors: true }).compile(sarifSchema);

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;
  };
  readonly message?: { readonly text: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly justification: string }[];
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] } };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly {
        readonly level: string;
        readonly message: { readonly text: string };
        readonly descriptor?: object;
        readonly locations?: readonly [Location];
      }[];
    },
  ];
  readonly results: readonly Result[];
}

function runOf(of: Review, options: Partial<SarifOptions> = {}): Run {
  const text = sarif(of, { tool, rulePages: null, withWaived: true, ...options });
  const log = JSON.parse(text) as { runs: [Run] };
  expect([validate(log), validate.errors]).toEqual([true, null]);
  return log.runs[0];
}

function firstResult(of: Finding): Result {
  const [result] = runOf(review({ findings: [of] })).results;
  if (result === undefined) throw new Error('no result');
  return result;
}

const examples = { hijack, everything, accepted, nothing };

test.each(Object.entries(examples))('the review "%s" is valid SARIF that code scanning takes', (_name, example) => {
  expect(runOf(example).results).toHaveLength(example.findings.length + example.waived.length);
});

test('whatever manifests say, it is valid, and no text makes a link', () => {
  fc.assert(
    fc.property(hostileReview, fc.boolean(), (hostile, withWaived) => {
      const { results } = runOf(hostile, { withWaived });
      for (const { message, relatedLocations = [] } of results) {
        for (const { text } of [message, ...relatedLocations.map(related => related.message ?? message)]) {
          expect(text).not.toMatch(/\]\(/);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('each rule is described with its page, and each result points to its own', () => {
  const { tool: described, results } = runOf(everything, { rulePages: 'https://github.com/o/r/blob/v1/docs/rules' });
  const { rules } = described.driver;
  expect(rules.map(({ id }) => id)).toEqual(documentedRules.map(({ id }) => id));
  expect(rules[0]?.helpUri).toBe('https://github.com/o/r/blob/v1/docs/rules/listener-rejected.md');
  expect(results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(results.map(({ ruleId }) => ruleId));
});

test('a result says the call before and after and the fix', () => {
  const [{ message }] = runOf(hijack).results as [Result];
  for (const words of [
    'traefik.cutom-name takes every connection to port 443 that no other entry claims.',
    'curl https://www.baidu.com from istio-demo',
    'before: PassthroughCluster',
    'after:  outbound|443||traefik.cutom-name',
    'Fix: Give the entry the addresses',
  ]) {
    expect(message.text).toContain(words);
  }
});

test('levels are those of the standard', () => {
  expect(runOf(everything).results.map(({ level }) => level)).toEqual(['error', 'warning', 'warning', 'note']);
});

describe('the place of a result', () => {
  const at = (file: string, line: number) => ({ file, line, column: 3, endLine: line + 1, endColumn: 9 });
  const named = { kind: 'ServiceEntry', namespace: 'shop', excerpt: '' };
  const removed = cause({ ...named, name: 'old', side: 'base', change: 'removed', at: at('old.yaml', 12) });
  const added = cause({ ...named, name: 'new', at: at('apps/a b#1.yaml', 7) });
  const lost = { rule: 'egress-entry-lost', title: 'Lost' } as const;

  test('is the first cause at head, with the column behind its end', () => {
    const { locations, relatedLocations } = firstResult(finding({ ...lost, causes: [removed, added] }));
    expect(locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'apps/a%20b%231.yaml' },
      region: { startLine: 7, startColumn: 3, endLine: 8, endColumn: 10 },
    });
    expect(relatedLocations).toMatchObject([
      { message: { text: 'ServiceEntry shop/old, removed, on line 12 of base' } },
    ]);
  });

  test('is the file, and the line in words, of what only base has', () => {
    const { locations, message } = firstResult(finding({ ...lost, causes: [removed] }));
    expect(locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'old.yaml' }, region: { startLine: 1 } });
    expect(message.text).toContain('At base: old.yaml:12');
  });

  test('is none of the repository where Istio moved and no manifest is about it: then a notification tells', () => {
    const { results, invocations } = runOf(review({ findings: [finding({ ...lost, causes: [] })] }));
    expect(results).toEqual([]);
    expect(invocations[0].toolExecutionNotifications).toEqual([{ level: 'note', message: { text: 'Lost' } }]);
  });

  test('comes with a hundred others at most', () => {
    const causes = Array.from({ length: 300 }, (_, line) => ({ ...added, at: at('a.yaml', line + 1) }));
    expect(firstResult(finding({ ...lost, causes })).relatedLocations).toHaveLength(100);
  });
});

test('the fingerprint is ours, also where code scanning looks', () => {
  const { fingerprint } = entriesLost;
  expect(firstResult(entriesLost).partialFingerprints).toEqual({
    'istioEgressReview/v1': fingerprint,
    primaryLocationLineHash: fingerprint,
  });
});

test('a waived finding is suppressed, or left out for code scanning, which would raise an alert', () => {
  const suppressed = runOf(accepted).results.map(({ suppressions }) => suppressions?.map(one => one.justification));
  expect(suppressed).toEqual([[], [accepted.waived[0]?.waivedBy]]);
  const shown = runOf(accepted, { withWaived: false }).results;
  expect(shown.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
    ['wildcard-listener-added', undefined],
  ]);
});

test('a problem is a notification with its place, and the execution has failed', () => {
  const [invocation] = runOf(everything).invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications).toMatchObject([
    {
      level: 'error',
      descriptor: { id: 'yaml-syntax' },
      locations: [{ physicalLocation: { region: { startLine: 7 } } }],
    },
  ]);
  expect(runOf(hijack).invocations[0].executionSuccessful).toBe(true);
});

describe('the limits of code scanning', () => {
  const many = (amount: number, message: string) => {
    const findings = Array.from({ length: amount }, (_, at) => ({
      ...entriesLost,
      message,
      fingerprint: at.toString(16).padStart(16, '0'),
    }));
    return review({ findings });
  };

  test('leave 5,000 results, the first, and a notification of the others', () => {
    const { results, invocations } = runOf(many(5_003, 'Short.'));
    expect(results.length).toBeLessThanOrEqual(5_000);
    expect(results[0]?.partialFingerprints['istioEgressReview/v1']).toBe('0000000000000000');
    const [told] = invocations[0].toolExecutionNotifications;
    expect(told?.message.text).toContain(`${5_003 - results.length} further results are left out`);
  });

  test('leave less than 10 MB, packed or not', () => {
    const text = sarif(many(5_000, 'Ünïcode ist länger. '.repeat(100)), { tool, rulePages: null, withWaived: true });
    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(8_000_000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });
});

test('the examples of all rules are valid', () => {
  for (const { example } of documentedRules.filter(rule => rule.example.beside === undefined)) {
    const reviewed = reviewOf({ 'mesh.yaml': example.base }, { 'mesh.yaml': example.head });
    expect(runOf(reviewed).results).toHaveLength(reviewed.findings.length);
  }
});
