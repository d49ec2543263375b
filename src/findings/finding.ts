import type { Proof } from '../diff/causes.js';
import type { Call } from '../envoy/call.js';
import type { Verdict } from '../envoy/verdict.js';
import type { MovedBehaviour } from '../istio/moved-behaviours.js';
import type { Labels } from '../resources/resource.js';
import type { Span } from '../source/span.js';
import type { RuleId } from './rule-id.js';

export type Severity = 'error' | 'warning' | 'notice';

/** A workload group: the pods of a namespace whose sidecars are told the same. */
export interface GroupName {
  readonly namespace: string;
  readonly labels: Labels;
  /** Whose pods they are, where head labels them anew; `labels` are those of head. */
  readonly workload?: { readonly kind: string; readonly name: string };
}

/** What a rule says about one cause: the same shape in every report (`rules.md`). */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Sixteen hex digits over rule, the rule's own severity, causes, port and owner's host; never over text, line or groups. */
  readonly fingerprint: string;
  /** One line, no final stop. */
  readonly title: string;
  /** What happens and why, in sentences. Plain text: reporters escape it. */
  readonly message: string;
  /** What to do, in sentences. Plain text. */
  readonly fix: string;
  /** Everyone it reaches, sorted. */
  readonly groups: readonly GroupName[];
  /** True where every namespace outside the repository without a Sidecar is reached too. */
  readonly reachesOutside: boolean;
  readonly subject: Subject;
  readonly witness: Witness | null;
  /** Most telling first. Empty only where a behaviour of Istio moved, and no manifest is about it. */
  readonly causes: readonly Cause[];
  /** Whether each of the causes alone, if it were taken back, would undo it, or only all of them together. */
  readonly proof: Proof;
  /** What another release of Istio does otherwise and brings the finding about; absent but in reviews of upgrades. */
  readonly behaviours?: readonly MovedBehaviour[];
  readonly suggestion: Suggestion | null;
  /** The lines of YAML that waive it; absent where nothing can. */
  readonly waiver?: string;
}

/** A finding that the settings accept; it counts for nothing. */
export interface WaivedFinding extends Finding {
  /** Why, until when, and where that is said. */
  readonly waivedBy: string;
}

/** A finding of base that head does not have: something got better. */
export type Improvement = Omit<Finding, 'severity' | 'suggestion' | 'waiver'>;

export interface Subject {
  readonly hosts?: readonly string[];
  readonly port?: number;
  readonly listener?: string;
  readonly cluster?: string;
  readonly resources?: readonly ResourceName[];
  readonly entry?: string;
  /** The rule and the subject of a waiver. */
  readonly waiver?: string;
}

export interface ResourceName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Set where a snapshot of the cluster holds it and not the repository. Never of a cause. */
  readonly fromSnapshot?: true;
}

/** One call that shows the finding. */
export interface Witness {
  readonly group: GroupName;
  readonly call: WitnessCall;
  readonly before: Verdict;
  readonly after: Verdict;
}

/** The address is that of head; `command` is what a person can type. */
export interface WitnessCall extends Call {
  readonly command: string;
}

/** A changed resource that brings the finding about; where Istio moved, an unchanged one that it is about. */
export interface Cause extends ResourceName {
  readonly change: 'added' | 'removed' | 'modified' | 'unchanged';
  readonly side: 'base' | 'head';
  /** The whole resource or the part that matters, on its side. */
  readonly at: Span;
  /** The text of the first line of `at`, for the caret. */
  readonly excerpt: string;
}

/** Lines of a head file to replace; `replacement` has no final line break. */
export interface Suggestion {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly replacement: string;
}

/** A call whose verdict differs. */
export interface Change {
  readonly group: GroupName;
  readonly call: WitnessCall;
  readonly before: Verdict;
  readonly after: Verdict;
}
