import type { Verdict } from '../../envoy/verdict.js';
import type { Cause, Finding, Improvement, Severity, Witness } from '../../findings/finding.js';
import type { Review } from '../../findings/review.js';
import type { Problem } from '../../source/problem.js';
import type {
  PostedCause,
  PostedFinding,
  PostedImprovement,
  PostedProblem,
  PostedReport,
  PostedVerdict,
  PostedWitness,
} from './posted-report.js';

/**
 * The review that a report tells of, as far as comments need it: without revisions, steps of calls, suggestions and lines that
 * waive. Counts are those of the findings.
 */
export function reviewOfReport(report: PostedReport): Review {
  const { istioVersion, summary, problems, unread = [], cautions = [] } = report;
  const findings = report.findings.filter(({ waivedBy }) => waivedBy === undefined).map(findingOf);
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length;
  return {
    istioVersion,
    base: { rev: '' },
    head: { rev: '' },
    summary: { ...summary, errors: count('error'), warnings: count('warning'), notices: count('notice') },
    findings,
    waived: report.findings.flatMap(finding =>
      finding.waivedBy === undefined ? [] : [{ ...findingOf(finding), waivedBy: finding.waivedBy }],
    ),
    improvements: report.improvements.map(improvementOf),
    changes: [],
    cautions,
    assumptions: report.assumptions,
    problems: problems.map(problemOf),
    unread,
    failOn: null,
  };
}

function findingOf(finding: PostedFinding): Finding {
  return { ...improvementOf(finding), severity: finding.severity, suggestion: null };
}

function improvementOf(told: PostedImprovement): Improvement {
  const { rule, fingerprint, title, message, fix, groups, reachesOutside, subject, proof } = told;
  const said = { rule, fingerprint, title, message, fix, groups, reachesOutside, subject, proof };
  return { ...said, witness: told.witness && witnessOf(told.witness), causes: told.causes.map(causeOf) };
}

function witnessOf({ group, call, before, after }: PostedWitness): Witness {
  return { group, call: { ...call, host: call.host ?? null }, before: verdictOf(before), after: verdictOf(after) };
}

function verdictOf({ kind, cluster, owner, weights, status, reason, otherwise }: PostedVerdict): Verdict {
  return {
    kind,
    cluster: cluster ?? null,
    owner: owner ?? null,
    via: null,
    weights: weights ?? null,
    status: status ?? null,
    reason: reason ?? null,
    otherwise: otherwise === undefined ? null : verdictOf(otherwise),
    doubted: [],
    steps: [],
  };
}

function causeOf({ file, line, endLine, ...cause }: PostedCause): Cause {
  return { ...cause, at: { file, line, column: 1, endLine: Math.max(line, endLine), endColumn: 1 } };
}

function problemOf({ code, message, file, line = 1, column = 1 }: PostedProblem): Problem {
  return { code, message, at: file === undefined ? null : { file, line, column, endLine: line, endColumn: column } };
}
