import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.js';
import { fingerprintsOf, storiesOf } from '../../src/report/story.js';
import { cause, curl, finding, listenerAdded, passthrough, trafficCaptured, witness } from './example-reviews.js';

function place(name: string, line = 1) {
  const at = { file: `shop/${name}.yaml`, line, column: 1, endLine: line + 5, endColumn: 9 };
  return cause({ kind: 'Sidecar', namespace: 'shop', name, at, excerpt: 'kind: Sidecar' });
}

/** A finding about `a.example` and the like on a port. */
function on(port: number, hosts: string, given: Partial<Finding> = {}): Finding {
  return finding({
    rule: 'egress-entry-lost',
    title: `${hosts} on port ${port}`,
    subject: { hosts: hosts.split(', '), port },
    groups: [{ namespace: `team-${port}`, labels: {} }],
    causes: [place('default')],
    ...given,
  });
}

function rivals(names: string, port: number): Finding {
  const resources = names.split(', ').map(name => ({ kind: 'ServiceEntry', namespace: 'db', name }));
  const subject = { hosts: resources.map(({ name }) => `${name}.example`), port, resources };
  return on(port, '', {
    rule: 'ambiguous-winner',
    title: names,
    subject,
    causes: resources.map(({ name }) => place(name)),
  });
}

const listener = (port: number, hosts: string, given: Partial<Finding> = {}) =>
  on(port, hosts, {
    rule: 'wildcard-listener-added',
    subject: { hosts: hosts.split(', '), port, listener: `0.0.0.0:${port}` },
    ...given,
  });
const captured = (port: number, host: string) => on(port, host, { rule: 'traffic-captured' });
const elsewhere = { causes: [place('other')] };
const edit = { file: 'a.yaml', line: 1, endLine: 1, replacement: 'a' };

type Row = [what: string, findings: Finding[], titles: string[]];

// prettier-ignore
const rows: Row[] = [
  ['one finding keeps its title',            [on(80, 'a.example')], ['a.example on port 80']],
  ['a host on two ports',                    [on(80, 'a.example'), on(443, 'a.example')], ['a.example is no longer configured on ports 80 and 443']],
  ['hosts and ports add up',                 [on(80, 'a.example, b.example'), on(443, 'c.example'), on(22, 'd.example'), on(25, 'd.example')], ['a.example, b.example and 2 more are no longer configured on ports 80, 443 and 2 more']],
  ['another cause is another story',         [on(80, 'a.example'), on(443, 'a.example', elsewhere)], ['a.example on port 80', 'a.example on port 443']],
  ['another line is another story',          [on(80, 'a.example'), on(443, 'a.example', { causes: [place('default', 9)] })], ['a.example on port 80', 'a.example on port 443']],
  ['another severity is another story',      [on(80, 'a.example'), on(443, 'a.example', { severity: 'warning' })], ['a.example on port 80', 'a.example on port 443']],
  ['another edit is another story',          [on(80, 'a.example'), on(443, 'a.example', { suggestion: edit })], ['a.example on port 80', 'a.example on port 443']],
  ['one edit for all is one story',          [on(80, 'a.example', { suggestion: edit }), on(443, 'a.example', { suggestion: edit })], ['a.example is no longer configured on ports 80 and 443']],
  ['captures on two ports',                  [captured(80, 'a.example'), captured(443, 'a.example')], ['a.example takes connections to ports 80 and 443 that are not its own']],
  ['rivals of one winner',                   [rivals('a, b', 5432), rivals('a, c', 5432)], ['Only their age decides which of db/a, db/b and db/c has port 5432']],
  ['another winner is another contest',      [rivals('a, b', 5432), rivals('c, d', 5432)], ['a, b', 'c, d']],
  ['listeners alone',                        [listener(80, 'a.example'), listener(443, 'b.example')], ['New listeners 0.0.0.0:80 and 0.0.0.0:443 for a.example and b.example']],
  ['a listener is told with its capture',    [captured(443, 'a.example'), listener(443, 'a.example')], ['a.example on port 443']],
  ['also where it comes first',              [listener(443, 'a.example'), captured(443, 'a.example')], ['a.example on port 443']],
  ['but not with that of another port',      [captured(443, 'a.example'), listener(80, 'a.example')], ['a.example on port 443', 'a.example on port 80']],
  ['nor of another host',                    [captured(443, 'a.example'), listener(443, 'b.example')], ['a.example on port 443', 'b.example on port 443']],
  ['nor where it is the worse of the two',   [{ ...captured(443, 'a.example'), severity: 'warning' }, listener(443, 'a.example')], ['a.example on port 443', 'a.example on port 443']],
  ['a rule without words for several ports', [on(80, 'a', { rule: 'server-first-stalled' }), on(443, 'a', { rule: 'server-first-stalled' })], ['a on port 80, and likewise on port 443']],
  ['or for several hosts',                   [on(80, 'a', { rule: 'server-first-stalled' }), on(443, 'b', { rule: 'server-first-stalled' })], ['a on port 80, and 1 more like it']],
];

test.each(rows)('%s', (_what, findings, titles) => {
  expect(storiesOf(findings).map(({ told }) => told.title)).toEqual(titles);
});

test('a story is shown by a call that people make, reaches whom any of its findings reaches, and has all fingerprints', () => {
  const call = witness('shop', curl('www.example.com'), passthrough, passthrough);
  const findings = [
    on(9_000, 'a.example', { fingerprint: 'a' }),
    on(443, 'b.example', { fingerprint: 'b', witness: call, fix: 'Add b.' }),
    on(8_000, 'c.example', { fingerprint: 'c', reachesOutside: true }),
  ];
  const [story] = storiesOf(findings);
  if (story === undefined) throw new Error('no story');
  expect(story.told.witness).toBe(call);
  expect(story.told.fix).toBe('Add b. Likewise for the others.');
  expect(story.told.groups.map(({ namespace }) => namespace)).toEqual(['team-443', 'team-8000', 'team-9000']);
  expect(story.told.reachesOutside).toBe(true);
  expect(fingerprintsOf(story)).toEqual(['b', 'a', 'c']);
});

test('no finding is told twice or left out', () => {
  const findings = [trafficCaptured, listenerAdded, ...[80, 443].map(port => on(port, 'a.example'))].map(
    (each, at) => ({
      ...each,
      fingerprint: String(at),
    }),
  );
  expect(storiesOf(findings).flatMap(fingerprintsOf).toSorted()).toEqual(['0', '1', '2', '3']);
});
