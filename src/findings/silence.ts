import type { ChangedCall } from '../diff/changed-calls.js';
import type { Direction } from './direction.js';
import { isSameDestination } from './ownership.js';

/** Why nothing is said of a changed call that no rule claims: these are all the reasons. */
export const silences = {
  created: 'head creates the namespace or adds all workloads of the group, and nobody called from there before',
  same: 'the call ends at the same destination, under another name or another owner',
  refused: 'the call is refused either way, whether the connection is closed or the request answered with 502',
} as const;

export type Silence = keyof typeof silences;

/** Why nothing is said of it; null where something has to be. */
export function whySilent({ before: base, after: head }: Direction, change: ChangedCall): Silence | null {
  const { groupClass, before, after } = change;
  if (groupClass.isCreated) return 'created';
  if (before.kind === 'blackhole' && after.kind === 'blackhole') return 'refused';
  const former = base.serviceBehind(groupClass.asked, before);
  const now = head.serviceBehind(groupClass.asked, after);
  const isSplit = before.weights !== null || after.weights !== null;
  return !isSplit && former !== null && now !== null && isSameDestination(former, now) ? 'same' : null;
}
