import type { Verdict } from '../src/envoy/verdict.js';

/** What a client saw of its call, as text: two that are equal cannot be told apart. */
export type Arrival = `at ${string}` | `status ${number}` | 'closed' | 'nothing' | `no answer: ${string}`;

/** What the client may see if the verdict is right: of a split by weight each cluster that has some. */
export function arrivalsOf(
  { kind, cluster, weights, status, steps }: Verdict,
  hasCluster: (name: string) => boolean,
): readonly Arrival[] {
  if (kind === 'stalled') return ['nothing'];
  if (kind === 'unknown') throw new Error('a verdict without an answer cannot be judged');
  if (weights !== null) {
    const missing: Arrival = steps.some(({ stage }) => stage === 'route') ? 'status 503' : 'closed';
    const drawn = Object.keys(weights).filter(name => weights[name] !== 0);
    return drawn.map((name): Arrival => (hasCluster(name) ? `at ${name}` : missing));
  }
  if (status !== null) return [`status ${status}`];
  return [kind === 'blackhole' || kind === 'missing-cluster' ? 'closed' : `at ${cluster ?? ''}`];
}
