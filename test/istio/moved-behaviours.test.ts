import { describe, expect, test } from '@jest/globals';
import { behaviourNames, behaviours, behavesLike, type Behaviour } from '../../src/istio/behaviours.js';
import type { Row } from '../../src/istio/behaviours/row.js';
import { moveOf, movedBetween } from '../../src/istio/moved-behaviours.js';
import { compareVersions, parseVersion, versionText, type Version } from '../../src/istio/version.js';

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === null) throw new Error(`'${text}' is no release`);
  return parsed.patch === Infinity ? { ...parsed, patch: 0 } : parsed;
}

const rows: readonly [Behaviour, Row][] = behaviourNames.map(name => [name, behaviours[name]]);

describe.each(rows)('%s', (name, row) => {
  test('says both what it does and what is done otherwise, in one sentence each', () => {
    for (const text of [row.does, row.otherwise])
      expect(text).toMatch(/^(?:\p{Lu}|istiod|appProtocol|discoverySelectors|destinationSubnets).{15,}[^.,;:\s]$/u);
    expect(row.does).not.toBe(row.otherwise);
  });

  test('names the pull request that brought it', () => {
    expect(row.note.pullRequest).toBeGreaterThan(30_000);
  });

  test('is told of where Istio announces the release that moved it, or by its pull request', () => {
    for (const end of row.releases.flatMap(({ from, before }) => [from, before]).filter(one => one !== null)) {
      const move = moveOf(name, true, justBefore(end), end);
      const text = end.patch === 0 ? `1.${end.minor}` : versionText(end);
      const page = `https://istio.io/latest/news/releases/1.${end.minor}.x/announcing-${text}/`;
      expect(move.release).toBe(text);
      const isLasting = behavesLike(end, new Map())(name) === behavesLike(version('1.99.0'), new Map())(name);
      expect(move.note?.url).toBe(
        row.note.isInReleaseNotes && isLasting
          ? `${page}${end.patch === 0 ? 'change-notes/' : ''}`
          : `https://github.com/istio/istio/pull/${row.note.pullRequest}`,
      );
    }
  });
});

/** The last release before that one; of a minor, one that no row ends in. */
function justBefore({ minor, patch }: Version): Version {
  return patch === 0 ? { minor: minor - 1, patch: 99 } : { minor, patch: patch - 1 };
}

// prettier-ignore
const moves: readonly [from: string, to: string, name: Behaviour, release: string | null, keptBy: string | null][] = [
  ['1.23.0', '1.24.0',  'unified-sidecar-scope',      '1.24',   'PILOT_UNIFIED_SIDECAR_SCOPE=false'],
  ['1.23.0', '1.24.0',  'default-scope-like-sidecar', '1.24',   'PILOT_UNIFIED_SIDECAR_SCOPE=false until 1.27'],
  ['1.24.0', '1.23.0',  'unified-sidecar-scope',      '1.24',   null],
  ['1.20.7', '1.20.8',  'kubernetes-registry-first',  '1.20.8', null],
  ['1.20.7', '1.22.8',  'kubernetes-registry-first',  '1.22.1', null],
  ['1.20.7', '1.30.3',  'kubernetes-registry-first',  '1.22.1', null],
  ['1.20.8', '1.21.0',  'kubernetes-registry-first',  '1.21',   null],
  ['1.13.0', '1.14.0',  'thrift-protocol',            '1.14',   null],
  ['1.20.8', '1.21.0',  'external-name-aliases',      '1.21',   'ENABLE_EXTERNAL_NAME_ALIAS=false until 1.24'],
  ['1.20.8', '1.24.0',  'external-name-aliases',      '1.21',   null],
  ['1.12.0', '1.13.0',  'http-1.0-chains',            '1.13',   'PILOT_HTTP10=true'],
];

test.each(moves)('from %s to %s %s moves, of release %s, kept by %s', (from, to, name, release, keptBy) => {
  const [base, head] = [from, to].map(text => behavesLike(version(text), new Map()));
  if (base === undefined || head === undefined) throw new Error('no release');
  expect(movedBetween(base, head)).toContain(name);
  const move = moveOf(name, head(name), version(from), version(to));
  const kept = move.keptBy;
  const until = kept?.until === null || kept === null ? '' : ` until ${kept.until}`;
  expect([move.release, kept === null ? null : `${kept.flag}=${kept.value}${until}`]).toEqual([release, keptBy]);
});

test('a flag alone moves a behaviour without any release', () => {
  const at = version('1.24.6');
  const base = behavesLike(at, new Map());
  const head = behavesLike(at, new Map([['PILOT_HTTP10', true]]));
  expect(movedBetween(base, head)).toEqual(['http-1.0-chains']);
  expect(moveOf('http-1.0-chains', true, at, at)).toMatchObject({
    release: null,
    keptBy: { flag: 'PILOT_HTTP10', value: false, until: null },
    note: { url: 'https://github.com/istio/istio/pull/36722', isInReleaseNotes: false },
  });
});

test('nothing moves between equals', () => {
  const behaves = behavesLike(version('1.30.3'), new Map());
  expect(movedBetween(behaves, behaves)).toEqual([]);
  expect(compareVersions(version('1.30.3'), version('1.30.3'))).toBe(0);
});
