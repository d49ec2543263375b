import type { RunningSidecar } from '../envoy/sidecar.js';
import { apparent, sameVerdict, type Verdict } from '../envoy/verdict.js';
import { fullName } from '../mesh/full-names.js';
import type { Mesh } from '../mesh/mesh.js';
import { isSubsetOf } from '../resources/hostname.js';
import type { Question, Questionnaire } from './calls.js';
import type { GroupClass } from './group-classes.js';
import type { Side } from './side.js';
import { touchedPorts, type TouchedPorts } from './touched-ports.js';

/** A call whose fate differs, for every group of a class. */
export interface ChangedCall {
  readonly groupClass: GroupClass;
  readonly question: Question;
  readonly before: Verdict;
  readonly after: Verdict;
  /** The real verdicts, where `before` and `after` only tell what would be without what is not simulated; else null. */
  readonly answered: Pick<ChangedCall, 'before' | 'after'> | null;
}

/** Whether a side does not know what becomes of the call. */
export function isUnknown({ before, after }: ChangedCall): boolean {
  return before.kind === 'unknown' || after.kind === 'unknown';
}

/** The change as it would be without what is not simulated; null where that is none, or cannot be told. */
export function apparentChange(change: ChangedCall): ChangedCall | null {
  if (!isUnknown(change)) return change;
  const [before, after] = [apparent(change.before), apparent(change.after)];
  const isTold = before.kind !== 'unknown' && after.kind !== 'unknown' && !sameVerdict(before, after);
  return isTold ? { ...change, before, after, answered: change } : null;
}

/** Asks both sides of one class all that a change can have touched. */
export function changedCalls(
  groupClass: GroupClass,
  base: Side,
  head: Side,
  questions: Questionnaire,
): readonly ChangedCall[] {
  const { asked } = groupClass;
  const touched = portsTouched(groupClass, base, head);
  const ports = touched === 'every' ? questions.ports : questions.ports.filter(port => touched.has(port));

  const ask = (question: Question): readonly ChangedCall[] => {
    const before = base.ask(asked, question);
    const after = head.ask(asked, question);
    return sameVerdict(before, after) ? [] : [{ groupClass, question, before, after, answered: null }];
  };
  return ports.flatMap(port => [
    ...worthAsking(questions.named(port), groupClass, base, head).flatMap(question => {
      const changed = ask(question);
      return changed.length > 0 ? changed : atOtherAddresses(question, groupClass, base, head).flatMap(ask);
    }),
    ...questions.strangers(port).flatMap(ask),
  ]);
}

/**
 * The same call to each address that the host has at one side only, where those to its own end as before. What a name
 * resolves to is no matter of manifests: a client may still be told the former address, or be told the new one already.
 */
function atOtherAddresses(question: Question, { asked }: GroupClass, base: Side, head: Side): readonly Question[] {
  const { configured, port } = question;
  if (configured === null || ![base, head].some(side => side.configured(asked).has(configured, port))) return [];
  const [before, after] = [base.addressesOf(asked, configured), head.addressesOf(asked, configured)];
  const moved = [...before.filter(one => !after.includes(one)), ...after.filter(one => !before.includes(one))];
  return moved.map(address => ({ ...question, address }));
}

/** Whether what the class is told can differ at all between the two sides. */
export function isTouched(groupClass: GroupClass, base: Side, head: Side): boolean {
  const touched = portsTouched(groupClass, base, head);
  return touched === 'every' || touched.size > 0;
}

function portsTouched({ asked }: GroupClass, base: Side, head: Side): TouchedPorts {
  const [before, after] = [base.sidecar(asked), head.sidecar(asked)];
  const meshes = [base.simulation.meshOf(asked), head.simulation.meshOf(asked)] as const;
  const isComparable = before.isSimulated && after.isSimulated && samePatches(before, after) && isGovernedAlike(meshes);
  if (!isComparable) return 'every';
  return touchedPorts(before.configuration.scope, after.configuration.scope, changedPolicies(meshes));
}

/** Whether the same EnvoyFilters patch both, which can change calls of any port. */
function samePatches(a: RunningSidecar, b: RunningSidecar): boolean {
  const [before, after] = [a.configuration.patches, b.configuration.patches];
  return before.length === after.length && before.every(({ patch }, index) => patch === after[index]?.patch);
}

/** Another release, or another MeshConfig, can touch every port. */
function isGovernedAlike([before, after]: readonly [Mesh, Mesh]): boolean {
  return before.config === after.config && before.behaves === after.behaves;
}

/** The hosts, in full, of DestinationRules that only one side has as they are. */
function changedPolicies([base, head]: readonly [Mesh, Mesh]): readonly string[] {
  const before = new Set(base.destinationRules);
  const after = new Set(head.destinationRules);
  return [...[...before].filter(rule => !after.has(rule)), ...[...after].filter(rule => !before.has(rule))].map(
    ({ host, namespace }) => fullName(host, namespace, head.config.domain),
  );
}

/**
 * Leaves out what can only repeat another answer: a host that the class sees at neither side, that has no address and
 * lies in no wildcard and is named by no rule that it sees is a stranger to its sidecars, and one such host of each kind stands for all. A host that
 * it sees at neither side and that moved to another address is no matter of its own configuration.
 */
function worthAsking(
  questions: readonly Question[],
  { asked }: GroupClass,
  base: Side,
  head: Side,
): readonly Question[] {
  const before = base.configured(asked);
  const after = head.configured(asked);
  const wildcards = [...new Set([...before.wildcards, ...after.wildcards])];
  const represented = new Set<string>();

  return questions.filter(question => {
    const { configured, host, kind, port } = question;
    if (configured === null || host === null) return true;
    if (before.has(configured, port) || after.has(configured, port)) return true;
    if (before.isRuled(host) || after.isRuled(host) || wildcards.some(wildcard => isSubsetOf(host, wildcard)))
      return true;
    if (base.hasAddress(configured) || head.hasAddress(configured)) {
      return base.call(asked, question).address === head.call(asked, question).address;
    }
    const isFirst = !represented.has(`${kind} ${question.speaksFirst}`);
    represented.add(`${kind} ${question.speaksFirst}`);
    return isFirst;
  });
}
