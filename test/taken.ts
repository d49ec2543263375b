import { expect } from '@jest/globals';
import type { Finding, Severity, Suggestion } from '../src/findings/finding.js';
import { severities } from '../src/findings/importance.js';
import type { Review } from '../src/findings/review.js';
import { reviewOf } from './reviews.js';

/** The text of each file by its path. */
export type FileTexts = Readonly<Record<string, string>>;

/** A finding with a suggestion. */
export type Suggesting = Finding & { readonly suggestion: Suggestion };

export function suggestingIn({ findings }: Pick<Review, 'findings'>): readonly Suggesting[] {
  return findings.flatMap(finding =>
    finding.suggestion === null ? [] : [{ ...finding, suggestion: finding.suggestion }],
  );
}

/** A file as it is after a suggestion is taken on GitHub: whole lines are replaced, line breaks stay. */
export function taken(text: string, { line, endLine, replacement }: Suggestion): string {
  const breaks = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  return [...lines.slice(0, line - 1), ...replacement.split('\n'), ...lines.slice(endLine)].join(breaks);
}

/** Takes the suggestion of a finding and reviews again: the finding must be gone, and nothing worse be there. */
export function expectMends(base: FileTexts, head: FileTexts, { suggestion, ...finding }: Suggesting): void {
  const former = reviewOf(base, head);
  const text = head[suggestion.file];
  if (text === undefined) throw new Error(`there is no ${suggestion.file} at head`);
  const review = reviewOf(base, { ...head, [suggestion.file]: taken(text, suggestion) });

  expect(review.findings.map(({ fingerprint }) => fingerprint)).not.toContain(finding.fingerprint);
  expect(review.problems).toEqual(former.problems);
  for (const severity of ['error', 'warning'] as const) {
    const known = told(former, severity);
    expect([...told(review, severity)].filter(fact => !known.has(fact))).toEqual([]);
  }
}

/** What is said, to whom and of what, at this severity or a worse one. */
function told({ findings }: Review, severity: Severity): ReadonlySet<string> {
  const asBad = findings.filter(found => severities.indexOf(found.severity) <= severities.indexOf(severity));
  return new Set(
    asBad.flatMap(({ rule, subject: { port, hosts = [], resources = [], entry }, groups }) =>
      groups.flatMap(({ namespace, labels }) =>
        [...hosts, ...resources.map(resource => JSON.stringify(resource)), entry ?? ''].map(what =>
          JSON.stringify([rule, port, what, namespace, labels]),
        ),
      ),
    ),
  );
}

/** Entries for hosts that everyone knows, one a document. */
export const external = ['www.baidu.com', 'www.qq.com']
  .map(
    host => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: ${host}, namespace: default}
spec:
  hosts: [${host}]
  resolution: DNS
  ports: [{number: 443, name: tls, protocol: TLS}]
`,
  )
  .join('---\n');

/** The finding of that rule with its suggestion; null where it has none. */
export function proposal(rule: Finding['rule'], base: FileTexts, head: FileTexts): Suggesting | null {
  const findings = reviewOf(base, head).findings.filter(found => found.rule === rule && found.severity !== 'notice');
  if (findings.length === 0) throw new Error(`no ${rule} is found`);
  return suggestingIn({ findings })[0] ?? null;
}

/** Takes the suggestion and reviews again: the finding must be gone, and nothing broken. Gives the lines suggested. */
export function expectMended(rule: Finding['rule'], base: FileTexts, head: FileTexts): string {
  const found = proposal(rule, base, head);
  if (found === null) throw new Error('no suggestion');
  expectMends(base, head, found);
  return found.suggestion.replacement;
}
