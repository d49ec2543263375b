import fc from 'fast-check';
import type { Verdict } from '../../src/envoy/verdict.js';
import type { Cause, Finding, Improvement, WaivedFinding, Witness } from '../../src/findings/finding.js';
import type { Review } from '../../src/findings/review.js';
import { ruleIds } from '../../src/findings/rule-id.js';
import { review, verdict } from './example-reviews.js';

/** What a pull request might put into a name, a host or a path. */
export const hostileTexts = [
  '@octocat',
  'cc @shop/admins, please',
  'fixes #1 and shop/mesh#12, GH-7',
  'deadbeefcafe',
  'https://evil.example/login',
  'www.evil.example',
  'mail me@evil.example',
  '[click](https://evil.example)',
  '![pixel](https://evil.example/p.png)',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</details></summary></code>',
  '<!-- istio-egress-review:v1 fp=0123456789abcdef -->',
  '-->',
  'a|b||c \\| d \\',
  '`code` and ``more`` and ```',
  '```suggestion\nrm -rf\n```',
  '~~~\n~~~',
  '"quoted @octocat" and `ticked @octocat`',
  '**bold** _it_ ~~gone~~ :tada: $x^2$',
  '# heading\n\n- list\n\n> quote\n1. one\n- [x] done',
  '---\n===',
  '&lt;b&gt; &#64;octocat &commat;octocat',
  '\u001b[2J\u001b]0;title\u0007\u009b31m',
  '\u202ecod.exe\u202c \u2066x\u2069 \u200b\u200d\ufeff\u00ad',
  'a\u00a0b\u3000c\u2028d\u2029e\u0085f\u3164g\u{e0041}h\ufe0fi',
  '\r\n::error file=x::injected\r\n::set-output name=x::y',
  '100%25 %0A::warning::x',
  '::stop-commands::x ##[add-matcher]x.json',
  '\u00a0::error::x\u2028::add-mask::e\u0085::warning::y',
  '\ud800 lone \udfff',
  'owner/repo@deadbeefcafe me@deadbeefcafe MESH-42 shop-GH-7 is-deadbee',
  'a\\|b \\\\|c |\\',
  '`\\',
  '1. one',
  '1) one',
  '- [ ] do',
  '> [!WARNING]\n> all is well',
  '[^1]: note [^1]',
  '[a]: https://evil.example "t"\n[a] [a][]',
  '$`x`$ $$y$$',
  'tada: :tada: :+1:',
  '<a href="javascript:alert(1)" onclick=x>a</a>',
  '<?php ?><![CDATA[x]]><!DOCTYPE x>',
  '<me@evil.example> <https://evil.example>',
  'http://evil.example mailto:me@evil.example xmpp:a@evil.example ftp://evil.example',
  '\u0000\u0007\u001b[31mred\u001b]8;;https://evil.example\u001b\\link',
  '木星.example 사과',
  '',
  ' ',
  'x'.repeat(5_000),
  '`'.repeat(3_000),
  "'".repeat(3_000) + 'x',
  '|'.repeat(3_000),
  '@a '.repeat(2_000),
] as const;

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...hostileTexts.filter(text => text.length < 200)), { maxLength: 4 })
    .map(parts => parts.join(' ')),
);

/** A title says something, whatever the names in it. */
export const hostileTitle = hostileText.map(text => (text.trim() === '' ? 'Nothing' : text));

const group = fc.record({
  namespace: hostileText,
  labels: fc.oneof(fc.constant({}), fc.dictionary(hostileText.filter(isKey), hostileText, { maxKeys: 2 })),
});

const anyVerdict = fc
  .record({
    cluster: fc.option(hostileText),
    name: hostileText,
    reason: fc.option(hostileText),
    status: fc.option(fc.nat(599)),
  })
  .chain(({ cluster, name, reason, status }) =>
    fc.constantFrom<Verdict>(
      verdict({ kind: 'delivered', cluster, owner: { kind: name, namespace: name, name } }),
      verdict({ kind: 'delivered', cluster: `outbound|443|${name}|${name}` }),
      verdict({ kind: 'delivered', cluster, weights: isKey(name) ? { [name]: 100 } : {} }),
      verdict({ kind: 'missing-cluster', cluster, reason, status }),
      verdict({ kind: 'unknown', reason }),
      verdict({ kind: 'unknown', reason, otherwise: verdict({ kind: 'delivered', cluster }) }),
      verdict({ kind: 'stalled', cluster }),
    ),
  );

const anyWitness: fc.Arbitrary<Witness> = fc.record({
  group,
  call: fc.record({
    kind: fc.constant('tls'),
    address: hostileText,
    port: fc.nat(65_535),
    host: hostileText,
    speaksFirst: fc.constant('client'),
    command: hostileText,
  }),
  before: anyVerdict,
  after: anyVerdict,
});

const span = fc
  .record({ file: hostileText, line: fc.integer({ min: 1, max: 99 }), column: fc.integer({ min: 1, max: 99 }) })
  .map(({ file, line, column }) => ({ file, line, column, endLine: line + (column % 3), endColumn: column + 5 }));

const anyCause: fc.Arbitrary<Cause> = fc.record({
  kind: hostileText,
  namespace: hostileText,
  name: hostileText,
  change: fc.constantFrom('added', 'removed', 'modified'),
  side: fc.constantFrom('base', 'head'),
  at: span,
  excerpt: hostileText,
});

const said = {
  rule: fc.constantFrom(...ruleIds),
  fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
  title: hostileTitle,
  message: hostileText,
  fix: hostileText,
  groups: fc.array(group, { maxLength: 12 }),
  reachesOutside: fc.boolean(),
  subject: fc.oneof(
    fc.constant({}),
    fc.record({ hosts: fc.array(hostileText, { maxLength: 5 }), port: fc.nat(65_535), listener: hostileText }),
  ),
  witness: fc.option(anyWitness),
  causes: fc.array(anyCause, { minLength: 1, maxLength: 8 }),
  proof: fc.constantFrom('each' as const, 'together' as const, 'none' as const),
};

export const hostileFinding: fc.Arbitrary<Finding> = fc
  .record({
    ...said,
    severity: fc.constantFrom('error', 'warning', 'notice'),
    suggestion: fc.option(
      fc.record({ file: hostileText, line: fc.constant(3), endLine: fc.constant(4), replacement: hostileText }),
    ),
    waiver: fc.option(fc.array(hostileText, { minLength: 1, maxLength: 5 }).map(lines => lines.join('\n'))),
  })
  .map(({ waiver, ...finding }) => (waiver === null ? finding : { ...finding, waiver }));

const hostileWaived: fc.Arbitrary<WaivedFinding> = fc
  .tuple(hostileFinding, hostileText)
  .map(([finding, waivedBy]) => ({ ...finding, waivedBy }));

const hostileImprovement: fc.Arbitrary<Improvement> = fc.record(said);

export const hostileReview: fc.Arbitrary<Review> = fc
  .record({
    istioVersion: hostileText,
    findings: fc.array(hostileFinding, { maxLength: 12 }),
    waived: fc.array(hostileWaived, { maxLength: 4 }),
    improvements: fc.array(hostileImprovement, { maxLength: 3 }),
    assumptions: fc.array(hostileText, { maxLength: 4 }),
    problems: fc.array(fc.record({ code: fc.constant('yaml-syntax'), message: hostileText, at: fc.option(span) }), {
      maxLength: 3,
    }),
  })
  .map(review);

function isKey(text: string): boolean {
  return text !== '__proto__';
}
