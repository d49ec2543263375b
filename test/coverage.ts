import type { ChangedCall } from '../src/diff/changed-calls.js';
import type { Comparison } from '../src/diff/comparison.js';
import type { GroupClass } from '../src/diff/group-classes.js';
import { groupKey, type Group } from '../src/diff/simulation.js';
import type { Call } from '../src/envoy/call.js';
import type { Inspection } from '../src/findings/inspect.js';
import { verdictJson, type Json } from '../src/report/conformance.js';
import type { Verdict } from '../src/envoy/verdict.js';

/** A call that changed, whoever says so; what became of it in the words of the recordings. */
export interface Changed {
  readonly call: Pick<Call, 'kind' | 'address' | 'port' | 'host'>;
  readonly before: unknown;
  readonly after: unknown;
}

/** The class of a workload: who is told the same at base and at head; undefined where nobody of that kind is asked. */
export function classOf({ classes, base, head }: Comparison, workload: Group): GroupClass | undefined {
  return classes.find(({ asked }) => [base, head].every(side => side.sidecar(asked) === side.sidecar(workload)));
}

/** The changed calls of the class that speak for this one: to its host, or that changed just as it did. */
export function speakingFor(comparison: Comparison, groupClass: GroupClass, changed: Changed): readonly ChangedCall[] {
  return comparison.changedCalls.filter(
    other =>
      other.groupClass === groupClass &&
      other.question.port === changed.call.port &&
      (isToTheHost(comparison, other, changed) || changedAlike(other, changed)),
  );
}

function isToTheHost(
  { base, head }: Comparison,
  { groupClass: { asked }, question: { host, configured } }: ChangedCall,
  { call }: Changed,
): boolean {
  if (configured === null) return false;
  if (call.host === null) return [base, head].some(side => side.addressesOf(asked, configured).includes(call.address));
  return host === call.host || (configured.startsWith('*') && call.host.endsWith(configured.slice(1)));
}

function changedAlike({ question, before, after }: ChangedCall, changed: Changed): boolean {
  return (
    question.kind === changed.call.kind &&
    asRecorded(before) === JSON.stringify(changed.before) &&
    asRecorded(after) === JSON.stringify(changed.after)
  );
}

/** A verdict in the words of the recordings, as one text. */
export function asRecorded(verdict: Verdict): string {
  const json: Json = verdictJson(verdict);
  return JSON.stringify(json);
}

/** Whether a finding, an improvement or a notice that names class and port is what is said of the changed call. */
export function isToldOf({ accounts }: Inspection, change: ChangedCall): boolean {
  const account = accounts.get(change) ?? null;
  if (account === null || typeof account === 'string') return false;
  const named = new Set(account.groups.map(groupKey));
  const { groups, reachesOutside } = change.groupClass;
  return (
    groups.every(group => named.has(groupKey(group))) &&
    (!reachesOutside || account.reachesOutside) &&
    [undefined, change.question.port].includes(account.subject.port)
  );
}
