import { expect, test } from '@jest/globals';
import { covers } from '../../src/settings/waivers.js';
import { cause, finding } from '../report/example-reviews.js';
import { entry } from '../manifests.js';
import { reviewOf } from '../reviews.js';
import { reviewSettings, settingsFile } from '../settings-files.js';

const at = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 };
const captured = finding({
  rule: 'traffic-captured',
  title: 'It takes connections',
  groups: [
    { namespace: 'shop', labels: {} },
    { namespace: 'pay', labels: {} },
  ],
  subject: {
    hosts: ['a.example.com', 'b.example.com'],
    port: 443,
    resources: [{ kind: 'Sidecar', namespace: 'shop', name: 'x' }],
  },
  causes: [cause({ kind: 'ServiceEntry', namespace: 'pay', name: 'a', at, excerpt: '' })],
});
const together = {
  ...captured,
  causes: [...captured.causes, cause({ kind: 'ServiceEntry', namespace: 'pay', name: 'b', at, excerpt: '' })],
};
const elsewhere = { ...captured, reachesOutside: true };

// prettier-ignore
const subjects: [what: string, subject: string, of: typeof captured, covers: boolean][] = [
  ['every host by name',                     '{ hosts: [a.example.com, b.example.com] }',           captured,  true],
  ['one of two hosts',                       '{ hosts: [a.example.com] }',                          captured,  false],
  ['every host by a wildcard',               '{ hosts: ["*.example.com"] }',                        captured,  true],
  ['its port',                               '{ port: 443 }',                                       captured,  true],
  ['another port',                           '{ port: 80 }',                                        captured,  false],
  ['the resource that causes it',            '{ resource: ServiceEntry/pay/a }',                    captured,  true],
  ['a resource that it is about',            '{ resource: Sidecar/shop/x }',                        captured,  true],
  ['one of two resources that cause it',     '{ resource: ServiceEntry/pay/a }',                    together,  false],
  ['another resource',                       '{ resource: ServiceEntry/pay/b }',                    captured,  false],
  ['every namespace that is reached',        '{ namespaces: [shop, p*] }',                          captured,  true],
  ['one of two namespaces',                  '{ namespaces: [shop] }',                              captured,  false],
  ['namespaces, and others are reached too', '{ namespaces: [shop, pay] }',                         elsewhere, false],
  ['all namespaces by a star',               '{ namespaces: ["*"] }',                               elsewhere, true],
  ['a listener that it is not about',        '{ port: 443, listener: "0.0.0.0:443" }',              captured,  false],
  ['its port, but another resource',         '{ port: 443, resource: ServiceEntry/pay/b }',         captured,  false],
];

test.each(subjects)('a waiver that names %s covers it: %s', (_what, subject, of, expected) => {
  const { settings } = settingsFile(
    `waivers: [{ rule: traffic-captured, subject: ${subject}, reason: a, expires: 2027-01-31 }]`,
  );
  expect(settings.waivers.map(waiver => covers(waiver, of))).toEqual([expected]);
});

test('a waiver of another rule covers nothing', () => {
  const { settings } = settingsFile(
    'waivers: [{ rule: host-taken-over, subject: { port: 443 }, reason: a, expires: 2027-01-31 }]',
  );
  expect(settings.waivers.map(waiver => covers(waiver, captured))).toEqual([false]);
});

const base = [entry({ hosts: 'www.example.com' })];
const head = [...base, entry({ hosts: 'pay.example.com', ports: 'TCP/443', exportTo: '.' })];
const waiver =
  '{ rule: traffic-captured, subject: { hosts: [pay.example.com] }, reason: Anna agreed, expires: 2027-01-31 }';

test('a waived finding is told apart, counts for nothing, and says why and until when', () => {
  const { findings, waived, summary } = reviewOf(base, head, reviewSettings(`waivers: [${waiver}]`));
  expect(findings).toEqual([]);
  expect(waived.map(({ rule, waivedBy }) => [rule, waivedBy])).toEqual([
    ['traffic-captured', 'Anna agreed (until 2027-01-31, .github/egress-review.yaml:1)'],
  ]);
  expect(summary).toMatchObject({ errors: 0, changedGroups: 1 });
});

test('a waiver that comes with the change does not count, and the review says what to do', () => {
  const { findings, waived, assumptions } = reviewOf(base, head, reviewSettings('{}', `waivers: [${waiver}]`));
  expect([findings.length, waived]).toEqual([1, []]);
  expect(assumptions).toContain(
    "head changes the settings '.github/egress-review.yaml', and those of head count once they are merged: " +
      '1 finding would be waived, so merge the waiver first, in a pull request of its own',
  );
});

test('another Istio that head’s settings name is no change of this review, which says whose it is', () => {
  const settings = reviewSettings('istio: { version: "1.24" }', 'istio: { version: "1.30" }');
  expect(reviewOf(base, base, settings).assumptions).toContain(
    "head's settings say that another Istio runs, or with other feature flags, which is not reviewed here: " +
      "'egress-review upgrade --from 1.24 --to 1.30' says what that does",
  );
});

test('a setting may make less of an unused waiver', () => {
  const settings = `waivers: [${waiver}]\nseverities: [{ rule: waiver-unused, severity: notice }]`;
  const { findings } = reviewOf(
    [entry({ hosts: 'a.example', name: 'b/a' })],
    [entry({ hosts: 'a.example', name: 'b/c' })],
    reviewSettings(settings),
  );
  expect(findings.filter(({ rule }) => rule === 'waiver-unused').map(({ severity }) => severity)).toEqual(['notice']);
});

test('a fault of head that base has says where to correct it, wherever it stands by now', () => {
  const broken = 'waivers: [{ rule: nothing, expires: 2999-12-31, reason: a, subject: {} }]\n';
  const settings = reviewSettings(broken, `# moved\n${broken}failOn: no\n`);
  const ends = reviewOf(base, head, settings).problems.map(({ message, at }) => [
    at?.line,
    message.endsWith('; it is so at base: correct it in a pull request of its own'),
  ]);
  expect(ends).toEqual([
    [2, true],
    [2, true],
    [3, false],
  ]);
});

test('faults of head are its problems, and of base what head mends is told', () => {
  const broken = 'waivers: [{ rule: nothing }]';
  const { problems } = reviewOf(base, head, reviewSettings('{}', broken));
  expect(problems.map(({ code }) => code)).toEqual(['settings', 'settings', 'settings', 'settings']);
  const mending = reviewOf(base, head, reviewSettings(broken, '{}'));
  expect(mending.problems).toEqual([]);
  expect(mending.assumptions).toContain(
    "head changes the settings '.github/egress-review.yaml', and those of head count once they are merged; 4 faults of them at base, which did not count",
  );
});
