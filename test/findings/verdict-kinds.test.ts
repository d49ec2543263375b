import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/diff/calls.js';
import type { ChangedCall } from '../../src/diff/changed-calls.js';
import { sameVerdict, type Verdict, type VerdictKind } from '../../src/envoy/verdict.js';
import { inspect } from '../../src/findings/inspect.js';
import { entry } from '../manifests.js';
import { comparisonOf } from '../reviews.js';

/*
 * Who claims which change of a verdict, for every pair of kinds. The verdicts are made up, so that none is left out;
 * what is called, and who has what configured, is a real comparison. Rules look further where they can: at edits of
 * the owner (destination-changed as a notice), at resolution NONE, at refused listeners, at clusters that are missing
 * for the first time. Those have their cases in test/fixtures/cases-own.
 */

const port = 9000;
const declared = (name: string, hosts: string, addresses: string) =>
  entry({ name, hosts, ports: `TCP/${port}`, addresses });

const always = [
  declared('shop/kept', 'kept.example', '192.0.2.1'),
  declared('shop/other', 'other.example', '192.0.2.2'),
  declared('shop/third', 'third.example', '192.0.2.3'),
];
const comparison = comparisonOf(
  [
    ...always,
    declared('shop/lost', 'lost.example', '192.0.2.4'),
    declared('legacy/taken', 'taken.example', '192.0.2.5'),
  ],
  [...always, declared('shop/new', 'new.example', '192.0.2.6'), declared('ops/taken', 'taken.example', '192.0.2.5')],
);

/** What is called, on a port that all these hosts have, from a namespace that has been there. */
const calls = {
  'a stranger': null,
  'a host of both sides': 'kept.example',
  'a host of base': 'lost.example',
  'a host of head': 'new.example',
  'a host of another namespace at each side': 'taken.example',
  'an address that the host has lost': 'kept.example',
  'a host of both sides, from a new namespace': 'kept.example',
} as const;
type Called = keyof typeof calls;

/** Each kind of verdict, those apart that rules tell apart. */
const fates = {
  own: null,
  other: delivered('other.example'),
  third: delivered('third.example'),
  split: verdict('delivered', { weights: { 'outbound|9000||other.example': 1, 'outbound|9000||third.example': 1 } }),
  passed: verdict('passthrough', { cluster: 'PassthroughCluster' }),
  closed: verdict('blackhole', { cluster: 'BlackHoleCluster' }),
  '502': verdict('blackhole', { status: 502 }),
  '404': verdict('no-route', { status: 404 }),
  redirected: verdict('redirect', { status: 301 }),
  answered: verdict('direct-response', { status: 200 }),
  clusterless: verdict('missing-cluster', { cluster: 'outbound|9000|v1|other.example' }),
  misread: verdict('protocol-error', { status: 400 }),
  stalled: verdict('stalled'),
  unknown: verdict('unknown', { reason: 'nobody simulates it' }),
} as const;
type Fate = keyof typeof fates;

/** Every kind there is, by the fates that stand for it. */
const kinds: Readonly<Record<VerdictKind, readonly Fate[]>> = {
  delivered: ['own', 'other', 'third', 'split'],
  passthrough: ['passed'],
  blackhole: ['closed', '502'],
  'no-route': ['404'],
  redirect: ['redirected'],
  'direct-response': ['answered'],
  'missing-cluster': ['clusterless'],
  'protocol-error': ['misread'],
  stalled: ['stalled'],
  unknown: ['unknown'],
};

const all = Object.values(kinds).flat();
const fateSets = {
  'taken by its own entry': ['own'],
  'taken by another entry': ['other', 'third'],
  'split by weight': ['split'],
  delivered: kinds.delivered,
  'let through': kinds.passthrough,
  refused: kinds.blackhole,
  'delivered or let through': [...kinds.delivered, ...kinds.passthrough],
  'led or let somewhere': [...kinds.delivered, ...kinds.passthrough, ...kinds.redirect, ...kinds['direct-response']],
  'led to no cluster': kinds['missing-cluster'],
  stalled: kinds.stalled,
  unknown: kinds.unknown,
  known: all.filter(fate => fate !== 'unknown'),
  'anything that did not fail': all.filter(
    fate => !['closed', '502', 'clusterless', 'misread', 'stalled'].includes(fate),
  ),
  'anything but stalled': all.filter(fate => fate !== 'stalled'),
  anything: all,
} as const satisfies Record<string, readonly Fate[]>;

const callSets = {
  anything: Object.keys(calls) as Called[],
  'a stranger': ['a stranger'],
  'a host of base': ['a host of base'],
  'a host of head': ['a host of head'],
  'a stranger or a host of head': ['a stranger', 'a host of head'],
  'a host of another namespace at each side': ['a host of another namespace at each side'],
  'a host of both sides': ['a host of both sides', 'a host of another namespace at each side'],
  'a host of both sides or of head': [
    'a host of both sides',
    'a host of another namespace at each side',
    'a host of head',
  ],
  'an address that the host has lost': ['an address that the host has lost'],
  'a host, from a new namespace': ['a host of both sides, from a new namespace'],
} as const satisfies Record<string, readonly Called[]>;

type Row = [called: keyof typeof callSets, were: keyof typeof fateSets, are: keyof typeof fateSets, told: string];

/** Who claims which calls: of the rows that fit a change, the first. */
// prettier-ignore
const rows: Row[] = [
  // calls to                                   that were                   and now are               are told of by
  ['an address that the host has lost',         'known',                    'unknown',                'notice verdict-unknown'],
  ['an address that the host has lost',         'unknown',                  'known',                  'better verdict-unknown'],
  ['an address that the host has lost',         'anything',                 'taken by its own entry', 'better address-changed'],
  ['an address that the host has lost',         'anything',                 'anything',               'notice address-changed'],
  ['a host, from a new namespace',              'taken by another entry',   'taken by another entry', 'warning traffic-captured'],
  ['a host, from a new namespace',              'unknown',                  'anything',               'silence: created'],
  ['a host, from a new namespace',              'anything but stalled',     'taken by another entry', 'error traffic-captured'],
  ['a host, from a new namespace',              'taken by its own entry',   'stalled',                'error server-first-stalled'],
  ['a host, from a new namespace',              'taken by another entry',   'stalled',                'error server-first-stalled'],
  ['a host, from a new namespace',              'delivered or let through', 'stalled',                'notice server-first-stalled'],
  ['a host, from a new namespace',              'anything',                 'anything',               'silence: created'],
  ['anything',                                  'known',                    'unknown',                'notice verdict-unknown'],
  ['anything',                                  'unknown',                  'known',                  'better verdict-unknown'],
  ['a host of another namespace at each side',  'taken by its own entry',   'taken by its own entry', 'error host-taken-over'],
  ['a host of base',                            'anything that did not fail', 'let through',          'warning egress-entry-lost'],
  ['a host of base',                            'anything that did not fail', 'anything',             'error egress-entry-lost'],
  ['a host of head',                            'anything',                 'taken by its own entry', 'better egress-entry-lost'],
  ['anything',                                  'taken by another entry',   'taken by another entry', 'warning traffic-captured'],
  ['anything',                                  'anything but stalled',     'taken by another entry', 'error traffic-captured'],
  ['anything',                                  'let through',              'refused',                'warning unknown-traffic-blocked'],
  ['anything',                                  'refused',                  'let through',            'notice unknown-traffic-allowed'],
  ['anything',                                  'refused',                  'refused',                'silence: refused'],
  ['a host of both sides or of head',           'taken by its own entry',   'stalled',                'error server-first-stalled'],
  ['a host of both sides or of head',           'taken by another entry',   'stalled',                'error server-first-stalled'],
  ['anything',                                  'delivered or let through', 'stalled',                'notice server-first-stalled'],
  ['anything',                                  'stalled',                  'delivered or let through', 'better server-first-stalled'],
  ['a host of both sides',                      'taken by another entry',   'taken by its own entry', 'better traffic-captured'],
  ['a host of both sides',                      'anything',                 'taken by its own entry', 'better destination-changed'],
  ['a host of both sides',                      'delivered',                'let through',            'warning destination-changed'],
  ['a host of both sides',                      'delivered',                'anything',               'error destination-changed'],
  ['a stranger or a host of head',              'taken by another entry',   'anything',               'better traffic-captured'],
  ['a host of both sides or of head',           'led or let somewhere',     'led or let somewhere',   'notice verdict-changed'],
  ['a host of both sides or of head',           'led or let somewhere',     'anything',               'warning verdict-changed'],
  ['a stranger',                                'let through',              'led to no cluster',      'warning verdict-changed'],
  ['anything',                                  'anything',                 'anything',               'notice verdict-changed'],
];

function verdict(kind: VerdictKind, fields: Partial<Verdict> = {}): Verdict {
  const nothing = { cluster: null, owner: null, via: null, weights: null, status: null, reason: null, otherwise: null };
  return { ...nothing, kind, doubted: [], steps: [], ...fields };
}

function delivered(host: string, namespace = 'shop'): Verdict {
  const owner = { kind: 'ServiceEntry', namespace, name: host.replace('.example', '') };
  return verdict('delivered', { cluster: `outbound|${port}||${host}`, owner });
}

/** null where nothing of the kind can be: a host has an entry of its own only where it is configured. */
function verdictAt(side: 'base' | 'head', called: Called, fate: Fate): Verdict | null {
  const host = calls[called];
  if (fate !== 'own') return fates[fate];
  if (host === null || (host === 'lost.example' && side === 'head') || (host === 'new.example' && side === 'base')) {
    return null;
  }
  return delivered(host, host !== 'taken.example' ? 'shop' : side === 'base' ? 'legacy' : 'ops');
}

function changeOf(called: Called, before: Verdict, after: Verdict): ChangedCall {
  const seen = comparison.classes.find(({ groups }) => groups.some(({ namespace }) => namespace === 'shop'));
  if (seen === undefined) throw new Error('the mesh of this test has a namespace shop');
  const question: Question = {
    kind: 'http',
    port,
    host: calls[called] ?? comparison.questions.strangerHost,
    configured: calls[called],
    address: called === 'an address that the host has lost' ? '192.0.2.7' : null,
    speaksFirst: 'client',
  };
  const groupClass = { ...seen, isCreated: called === 'a host of both sides, from a new namespace' };
  return { groupClass, question, before, after, answered: null };
}

/** `error traffic-captured`, `better traffic-captured`, `silence: refused`. */
function toldOf(change: ChangedCall): string {
  const account = inspect({ ...comparison, changedCalls: [change] }).accounts.get(change) ?? null;
  if (account === null) return 'nothing';
  if (typeof account === 'string') return `silence: ${account}`;
  return `${'severity' in account ? account.severity : 'better'} ${account.rule}`;
}

/** Every pair of verdicts that differ, for every sort of called host. */
const pairs = (Object.keys(calls) as Called[]).flatMap(called =>
  (Object.keys(fates) as Fate[]).flatMap(were =>
    (Object.keys(fates) as Fate[]).flatMap(are => {
      const [before, after] = [verdictAt('base', called, were), verdictAt('head', called, are)];
      return before === null || after === null || sameVerdict(before, after)
        ? []
        : [{ called, were, are, before, after }];
    }),
  ),
);

function rowOf({ called, were, are }: (typeof pairs)[number]): Row | undefined {
  const has = (set: readonly string[], one: string) => set.includes(one);
  return rows.find(row => has(callSets[row[0]], called) && has(fateSets[row[1]], were) && has(fateSets[row[2]], are));
}

describe('of all pairs of verdicts, calls to', () => {
  test.each(rows)('%s that were %s and now are %s: %s', (...row) => {
    const covered = pairs.filter(pair => rowOf(pair)?.join() === row.join());
    const told = covered.map(({ called, were, are, before, after }) => [
      called,
      were,
      are,
      toldOf(changeOf(called, before, after)),
    ]);
    expect(covered.length).toBeGreaterThan(0);
    expect(told).toEqual(covered.map(({ called, were, are }) => [called, were, are, row[3]]));
  });
});

test('no pair of verdict kinds is without a row', () => {
  expect(pairs.filter(pair => rowOf(pair) === undefined)).toEqual([]);
  const ofFate = (fate: Fate) => Object.entries(kinds).find(([, fates]) => fates.includes(fate))?.[0];
  const asked = new Set(pairs.map(({ were, are }) => `${ofFate(were)} ${ofFate(are)}`));
  const kindsThatDiffer = Object.keys(kinds).flatMap(a =>
    Object.keys(kinds).flatMap(b => (a === b ? [] : [`${a} ${b}`])),
  );
  expect(kindsThatDiffer.filter(pair => !asked.has(pair))).toEqual([]);
});
