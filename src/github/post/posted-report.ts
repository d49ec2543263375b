import type { Verdict } from '../../envoy/verdict.js';
import type {
  Cause,
  Finding,
  GroupName,
  ResourceName,
  Severity,
  Subject,
  WitnessCall,
} from '../../findings/finding.js';
import type { ProblemCode } from '../../source/problem.js';

/** A report as `reportSchema` lets it pass. */
export interface PostedReport {
  readonly istioVersion: string;
  readonly summary: { readonly groups: number; readonly changedGroups: number; readonly resources: number };
  readonly findings: readonly PostedFinding[];
  readonly improvements: readonly PostedImprovement[];
  readonly assumptions: readonly string[];
  readonly problems: readonly PostedProblem[];
  readonly unread?: readonly string[];
  readonly cautions?: readonly string[];
}

export interface PostedImprovement extends Pick<
  Finding,
  'rule' | 'fingerprint' | 'title' | 'message' | 'fix' | 'reachesOutside' | 'proof'
> {
  readonly groups: readonly GroupName[];
  readonly subject: Subject;
  readonly witness: PostedWitness | null;
  readonly causes: readonly PostedCause[];
}

export interface PostedFinding extends PostedImprovement {
  readonly severity: Severity;
  readonly waivedBy?: string;
}

export interface PostedWitness {
  readonly group: GroupName;
  readonly call: Omit<WitnessCall, 'host'> & { readonly host?: string };
  readonly before: PostedVerdict;
  readonly after: PostedVerdict;
}

export interface PostedVerdict {
  readonly kind: Verdict['kind'];
  readonly cluster?: string;
  readonly owner?: ResourceName;
  readonly weights?: Readonly<Record<string, number>>;
  readonly status?: number;
  readonly reason?: string;
  readonly otherwise?: PostedVerdict;
}

export interface PostedCause
  extends ResourceName, Pick<Cause, 'excerpt' | 'side' | 'change'>, Readonly<Record<'line' | 'endLine', number>> {
  readonly file: string;
}

export interface PostedProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
