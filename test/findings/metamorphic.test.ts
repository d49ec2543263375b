import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments, stringify, type ToStringOptions } from 'yaml';
import type { GroupName, Improvement } from '../../src/findings/finding.js';
import type { Review } from '../../src/findings/review.js';
import { casesBelow } from '../case.js';
import { sidecar } from '../manifests.js';
import { randomChanges } from '../random-changes.js';
import { reviewOf, type Files } from '../reviews.js';

interface Change {
  readonly id: string;
  readonly base: readonly string[];
  readonly head: readonly string[];
}

const someChanges = randomChanges('sidecar', 'conflict', 'mixed', 'rules');

/** The cases that are told by manifests alone: what files of values say depends on where they are. */
const cases: readonly Change[] = ['cases', 'cases-own']
  .flatMap(root => casesBelow(`test/fixtures/${root}`).map(name => `test/fixtures/${root}/${name}`))
  .flatMap(folder => {
    const [base, head] = [manifestsBelow(`${folder}/base`), manifestsBelow(`${folder}/head`)];
    return base === null || head === null ? [] : [{ id: folder.replace(/^test.fixtures./, ''), base, head }];
  });

/** The documents of a folder; null where one is no manifest, or several speak of the Istio that runs. */
function manifestsBelow(folder: string): readonly string[] | null {
  const documents = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`)
    .sort()
    .flatMap(path => [...parseAllDocuments(readFileSync(path, 'utf8'))])
    .filter(document => document.contents !== null);
  const values = documents.map(document => document.toJS() as { readonly kind?: unknown; readonly metadata?: unknown });
  const areManifests = values.every(({ kind, metadata }) => typeof kind === 'string' && typeof metadata === 'object');
  const ofIstio = values.filter(
    ({ kind }) => kind === 'ConfigMap' || kind === 'IstioOperator' || kind === 'HelmRelease',
  );
  return areManifests && ofIstio.length < 2 ? documents.map(String) : null;
}

/** Everything that a review says but the places. */
function saidOf({ findings, improvements }: Review): readonly string[] {
  return [...findings, ...improvements].map(placeless).sort();
}

/** A suggestion is of places, and so is whether there can be one. */
function placeless(found: Improvement): string {
  const { causes, fix, ...rest } = found;
  const named = causes.map(({ kind, namespace, name, change }) => `${change} ${kind} ${namespace}/${name}`).sort();
  return JSON.stringify(
    { ...rest, fix: fix.replace(/ (The|With the) suggest(ed|ion) .*/, ''), suggestion: undefined, causes: named },
    null,
    1,
  );
}

/** One file a manifest, named by `pathOf`. */
function scattered(manifests: readonly string[], pathOf: (at: number) => string): Files {
  return Object.fromEntries(manifests.map((text, at) => [pathOf(at), text]));
}

const plain = (at: number) => `mesh/${String(at).padStart(3, '0')}.yaml`;
const reworked =
  (rework: (text: string) => string) =>
  ({ base, head }: Change) => ({ base, head: head.map(rework) });
const written = (options: ToStringOptions) => reworked(text => stringify(parse(text), { version: '1.1', ...options }));

/** Keys the other way round, at every depth. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, reversed(inner)])
      .toReversed(),
  );
}

// prettier-ignore
const reworks: [what: string, rework: (change: Change) => { base: Files; head: Files }][] = [
  ['every file moves',           ({ base, head }) => ({ base: scattered(base, plain), head: scattered(head, at => `moved/${String(999 - at)}.yaml`) })],
  ['documents are reordered',    ({ base, head }) => ({ base: base.toReversed(), head: head.toReversed() })],
  ['files are split',            ({ base, head }) => ({ base, head: scattered(head, plain) })],
  ['files are joined',           ({ base, head }) => ({ base: scattered(base, plain), head })],
  ['comments are added',         reworked(text => `# a comment\n\n${text}\n# another\n`)],
  ['it is written as JSON',      reworked(text => JSON.stringify(parse(text), null, 2))],
  ['it is one line of JSON',     reworked(text => JSON.stringify(parse(text)))],
  ['everything is a flow',       written({ collectionStyle: 'flow' })],
  ['everything is a block',      written({ collectionStyle: 'block', indent: 4 })],
  ['texts have single quotes',   written({ defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })],
  ['texts have double quotes',   written({ defaultStringType: 'QUOTE_DOUBLE', indentSeq: false })],
  ['keys are in another order',  reworked(text => stringify(reversed(parse(text)), { version: '1.1' }))],
  ['lines end as on Windows',    reworked(text => text.replaceAll('\n', '\r\n'))],
  ['nothing is kept in place',   ({ base, head }) => ({ base: [base.join('\n---\n')], head: scattered(head.map(text => `# a comment\n${JSON.stringify(reversed(parse(text)))}`), at => `x${999 - at}.yaml`) })],
];

/** What is said of each case as it is written. */
const saidOfCases = new Map(cases.map(change => [change, saidOf(reviewOf(change.base, change.head))]));

describe.each(reworks)('nothing but places is said otherwise when %s', (_what, rework) => {
  const same = (change: Change) => {
    const { base, head } = rework(change);
    expect(saidOf(reviewOf(base, head))).toEqual(saidOfCases.get(change) ?? saidOf(reviewOf(change.base, change.head)));
  };

  test('of random changes', () => {
    fc.assert(fc.property(someChanges, same), { numRuns: 25, seed: 5 });
  });

  test('of cases', () => {
    expect(cases.length).toBeGreaterThan(80);
    cases.forEach(same);
  });
});

const alone = sidecar({ name: 'elsewhere/default', egress: [{ hosts: '~/*' }], policy: { mode: 'ALLOW_ANY' } });

test('nothing is said otherwise when a namespace is added that sees nothing of the others', () => {
  fc.assert(
    fc.property(someChanges, ({ base, head }) => {
      const more = reviewOf([...base, alone], [...head, alone]);
      expect(saidOf(more)).toEqual(saidOf(reviewOf(base, head)));
    }),
    { numRuns: 60, seed: 5 },
  );
});

const bare = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'elsewhere' } });

test('a namespace that is added and sees what all see is reached as those outside are, and nothing else changes', () => {
  const isAdded = ({ namespace }: GroupName) => namespace === 'elsewhere';
  /** The added one may show it, so that the witness is another. */
  const without = <Found extends Improvement>(found: Found): Found => ({
    ...found,
    groups: found.groups.filter(group => !isAdded(group)),
    witness: null,
  });
  const sayings = ({ findings, improvements, ...rest }: Review) =>
    saidOf({ ...rest, findings: findings.map(without), improvements: improvements.map(without) });
  fc.assert(
    fc.property(someChanges, ({ base, head }) => {
      const more = reviewOf([...base, bare], [...head, bare]);
      const reaching = [...more.findings, ...more.improvements].filter(({ groups }) => groups.some(isAdded));
      expect(reaching.filter(({ reachesOutside }) => !reachesOutside)).toEqual([]);
      expect(sayings(more)).toEqual(sayings(reviewOf(base, head)));
    }),
    { numRuns: 60, seed: 5 },
  );
});

test('a review of nothing finds nothing', () => {
  fc.assert(
    fc.property(someChanges, ({ head }) => {
      const { findings, improvements, changes } = reviewOf(head, scattered(head, plain));
      expect([findings, improvements, changes]).toEqual([[], [], []]);
    }),
    { numRuns: 40, seed: 5 },
  );
});

test('the same review twice is the same text', () => {
  fc.assert(
    fc.property(someChanges, ({ base, head }) => {
      expect(JSON.stringify(reviewOf(base, head))).toBe(JSON.stringify(reviewOf(base, head)));
    }),
    { numRuns: 20, seed: 6 },
  );
});
