import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { Side } from '../diff/side.js';

/**
 * A comparison as rules read it. Forward, `before` is base and what rules report are findings; backward, `before` is
 * head and what they report is gone at head: an improvement.
 */
export interface Direction {
  readonly isForward: boolean;
  readonly comparison: Comparison;
  readonly before: Side;
  readonly after: Side;
  readonly changedCalls: readonly ChangedCall[];
}

export function forward(comparison: Comparison): Direction {
  const { base, head, changedCalls } = comparison;
  return { isForward: true, comparison, before: base, after: head, changedCalls };
}

/** `changedCalls`: those that no forward rule claimed; what got worse did not also get better. */
export function backward(comparison: Comparison, changedCalls: readonly ChangedCall[]): Direction {
  const swapped = changedCalls.map(call => ({ ...call, before: call.after, after: call.before }));
  return { isForward: false, comparison, before: comparison.head, after: comparison.base, changedCalls: swapped };
}
