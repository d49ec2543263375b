import type { Question } from '../diff/calls.js';
import type { ChangedCall } from '../diff/changed-calls.js';
import type { GroupClass } from '../diff/group-classes.js';
import type { Finding, Improvement } from './finding.js';
import type { Silence } from './silence.js';

/** What is said of a changed call, or why nothing is. */
export type Account = Finding | Improvement | Silence;

/** Accounts of calls, whichever way round they are looked at. */
export interface Ledger {
  /** Of several that speak of one call the first counts. */
  enter(change: ChangedCall, account: Account): void;
  accountOf(change: ChangedCall): Account | null;
}

export function openLedger(): Ledger {
  const entries = new Map<GroupClass, Map<Question, Account>>();
  const accountOf = ({ groupClass, question }: ChangedCall) => entries.get(groupClass)?.get(question) ?? null;
  return {
    accountOf,
    enter(change, account) {
      if (accountOf(change) !== null) return;
      const ofClass = entries.get(change.groupClass) ?? new Map<Question, Account>();
      entries.set(change.groupClass, ofClass.set(change.question, account));
    },
  };
}
