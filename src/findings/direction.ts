import type { ChangedCall } from '../diff/changed-calls.js';
import type { Comparison } from '../diff/comparison.js';
import type { GroupClass } from '../diff/group-classes.js';
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
  readonly classes: readonly GroupClass[];
  readonly changedCalls: readonly ChangedCall[];
}

/** `changedCalls`: those that are asked about. */
export function forward(
  comparison: Comparison,
  changedCalls: readonly ChangedCall[] = comparison.changedCalls,
): Direction {
  const { base, head, classes } = comparison;
  return { isForward: true, comparison, before: base, after: head, classes, changedCalls };
}

/**
 * Groups that head creates are left out: nobody called from there before, so nothing got better.
 *
 * `changedCalls`: those that no forward rule claimed; what got worse did not also get better.
 */
export function backward(comparison: Comparison, changedCalls: readonly ChangedCall[]): Direction {
  const { base, head, classes } = comparison;
  return {
    isForward: false,
    comparison,
    before: head,
    after: base,
    classes: classes.filter(({ isCreated }) => !isCreated),
    changedCalls: changedCalls
      .filter(({ groupClass }) => !groupClass.isCreated)
      .map(call => ({ ...call, before: call.after, after: call.before })),
  };
}
