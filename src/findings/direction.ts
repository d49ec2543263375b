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

export function forward(comparison: Comparison): Direction {
  const { base, head, classes, changedCalls } = comparison;
  return { isForward: true, comparison, before: base, after: head, classes, changedCalls };
}

/** Whether head is the first to declare the called host, or that which answers for it. */
function isNew(
  { base, head }: Comparison,
  { groupClass, question: { configured, port }, after }: ChangedCall,
): boolean {
  if (configured === null) return false;
  const answering = head.serviceBehind(groupClass.asked, after);
  return !base.declares(configured, port, answering?.host === configured ? answering.namespace : null);
}

/**
 * Namespaces that head creates are left out, and calls to hosts that base did not declare: what is new did not get
 * better.
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
      .filter(change => !change.groupClass.isCreated && !isNew(comparison, change))
      .map(call => ({ ...call, before: call.after, after: call.before })),
  };
}
