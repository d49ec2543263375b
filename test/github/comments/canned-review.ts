import type { Cause, Finding, Severity } from '../../../src/findings/finding.js';
import { fingerprint } from '../../../src/findings/fingerprint.js';
import type { Review } from '../../../src/findings/review.js';
import { untouched } from '../../../src/review.js';

/** A finding about one entry of `shop`, on line `line` of its file, as far as publishing looks at it. */
export function finding(name: string, severity: Severity, line = 1, given: Partial<Finding> = {}): Finding {
  return {
    rule: 'traffic-captured',
    severity,
    fingerprint: fingerprint('traffic-captured', severity, [cause(name)], 443, `${name}.shop.example`),
    title: `ServiceEntry shop/${name} takes calls of others`,
    message: `The entry ${name} has no addresses.`,
    fix: 'Give the entry addresses.',
    groups: [{ namespace: 'shop', labels: {} }],
    reachesOutside: false,
    subject: { hosts: [`${name}.shop.example`], port: 443 },
    witness: null,
    causes: [cause(name, line)],
    proof: 'each',
    suggestion: null,
    ...given,
  };
}

/** The resource as head has it; its first line reads `# <name>`. */
export function cause(name: string, line = 1, given: Partial<Cause> = {}): Cause {
  const at = { file: `shop/${name}.yaml`, line, column: 1, endLine: line + 2, endColumn: 9 };
  return {
    kind: 'ServiceEntry',
    namespace: 'shop',
    name,
    change: 'added',
    side: 'head',
    at,
    excerpt: `# ${name}`,
    ...given,
  };
}

/** A review with these findings, most severe first. */
export function reviewOf(findings: readonly Finding[], given: Partial<Review> = {}): Review {
  const of = (severity: Severity) => findings.filter(found => found.severity === severity);
  const sorted = [...of('error'), ...of('warning'), ...of('notice')];
  return {
    ...untouched({ rev: 'base' }, { rev: 'head' }, null),
    istioVersion: '1.30.3',
    summary: {
      errors: of('error').length,
      warnings: of('warning').length,
      notices: of('notice').length,
      groups: 3,
      changedGroups: 1,
      resources: 1,
    },
    findings: sorted,
    ...given,
  };
}
