import type { Group } from '../src/diff/simulation.js';
import type { Comparison } from '../src/diff/comparison.js';
import { meshConfig } from './manifests.js';
import { recordedLines, type RecordedCall } from './recorded-answers.js';
import { comparisonOf, type Files } from './reviews.js';

/** A workload that was asked. */
export interface RecordedProxy extends Group {
  readonly id: string;
  readonly ips: readonly string[];
}

/** A mesh before or after a change, and what became of each call: recorded from istiod and Envoy. */
interface RecordedSide {
  readonly id: string;
  readonly mesh: string;
  readonly manifests: string;
  readonly proxies: readonly RecordedProxy[];
  readonly calls: readonly RecordedCall[];
  readonly expected: readonly { readonly id: string; readonly verdicts: Readonly<Record<string, unknown>> }[];
}

/** One mesh before and after one change, of one release. */
export interface RecordedPair {
  readonly id: string;
  readonly release: string;
  readonly base: RecordedSide;
  readonly head: RecordedSide;
}

/** What became of a recorded call at either side, in the words of the recordings. */
export interface RecordedFate {
  readonly proxy: RecordedProxy;
  readonly call: RecordedCall;
  readonly before: unknown;
  readonly after: unknown;
}

/** The pairs of a theme as a release answered them. */
export function recordedPairs(theme: string, release: string): readonly RecordedPair[] {
  const sides = recordedLines(theme, release).map(line => JSON.parse(line) as RecordedSide);
  const byId = new Map(sides.map(side => [side.id, side]));
  return sides.flatMap(base => {
    const id = base.id.replace(/\/base$/, '');
    const head = byId.get(`${id}/head`);
    return head === undefined || head === base ? [] : [{ id: `${release} ${id}`, release, base, head }];
  });
}

/** The facts of a pair, under its release and MeshConfig. */
export function comparisonOfPair({ release, base, head }: RecordedPair): Comparison {
  return comparisonOf(filesOf(base), filesOf(head), release);
}

function filesOf({ mesh, manifests }: RecordedSide): Files {
  return { 'mesh.yaml': manifests, ...(mesh === '' ? {} : { 'istio.yaml': meshConfig(mesh) }) };
}

/** What became of every call of every workload. */
export function fatesIn({ base, head }: RecordedPair): readonly RecordedFate[] {
  return base.proxies.flatMap(proxy => {
    const [before, after] = [base, head].map(side => side.expected.find(({ id }) => id === proxy.id)?.verdicts ?? {});
    return base.calls.map(call => ({ proxy, call, before: before?.[call.id], after: after?.[call.id] }));
  });
}

export function isChanged({ before, after }: RecordedFate): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
