import type { Verdict } from '../envoy/verdict.js';
import type {
  Cause,
  Change,
  Finding,
  Improvement,
  ResourceName,
  Subject,
  WaivedFinding,
  WitnessCall,
} from '../findings/finding.js';
import type { Review, Upgrade } from '../findings/review.js';
import type { MovedBehaviour } from '../istio/moved-behaviours.js';
import type { Problem } from '../source/problem.js';
import { jsonText } from './escape.js';
import { clip } from './prose.js';

/** The program that made the report. */
export interface Tool {
  readonly name: string;
  readonly version: string;
}

/**
 * The review as JSON of schemaVersion 1, of `schema/report.schema.json`. Other programs read it: fields are added, never
 * renamed or taken away.
 * What a verdict or call does not have is absent; `witness` and `suggestion` are null.
 */
export function json(review: Review, tool: Tool): string {
  return jsonText({
    schemaVersion: 1,
    tool: { name: tool.name, version: tool.version },
    istioVersion: review.istioVersion,
    base: review.base,
    head: review.head,
    summary: review.summary,
    findings: [...review.findings.map(findingJson), ...review.waived.map(waivedJson)],
    improvements: review.improvements.map(improvementJson),
    changes: review.changes.map(changeJson),
    cautions: review.cautions,
    assumptions: review.assumptions,
    problems: review.problems.map(problemJson),
    unread: review.unread,
    upgrade: review.upgrade && upgradeJson(review.upgrade),
  });
}

function waivedJson({ waivedBy, ...finding }: WaivedFinding): object {
  return { ...findingJson(finding), waivedBy };
}

function findingJson({ severity, suggestion, waiver, ...rest }: Finding): object {
  const { rule, ...improvement } = improvementJson(rest);
  return {
    rule,
    severity,
    ...improvement,
    suggestion: suggestion && {
      file: suggestion.file,
      line: suggestion.line,
      endLine: suggestion.endLine,
      replacement: suggestion.replacement,
    },
    waiver,
  };
}

function improvementJson(finding: Improvement) {
  return {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    title: finding.title,
    message: finding.message,
    fix: finding.fix,
    groups: finding.groups.map(groupJson),
    reachesOutside: finding.reachesOutside,
    subject: subjectJson(finding.subject),
    witness: finding.witness && changeJson(finding.witness),
    causes: finding.causes.map(causeJson),
    proof: finding.proof,
    behaviours: finding.behaviours?.map(behaviourJson),
  };
}

function changeJson({ group, call, before, after }: Change): object {
  return { group: groupJson(group), call: callJson(call), before: verdictJson(before), after: verdictJson(after) };
}

function groupJson({ namespace, labels, workload }: Change['group']): object {
  return { namespace, labels, workload: workload && { kind: workload.kind, name: workload.name } };
}

function callJson({ kind, speaksFirst, address, port, host, command }: WitnessCall): object {
  return { kind, speaksFirst, address, port, host: host ?? undefined, command };
}

function verdictJson({ kind, cluster, owner, weights, status, reason, otherwise, steps }: Verdict): object {
  return {
    kind,
    cluster: cluster ?? undefined,
    owner: owner === null ? undefined : resourceJson(owner),
    weights: weights ?? undefined,
    status: status ?? undefined,
    reason: reason ?? undefined,
    otherwise: otherwise === null ? undefined : verdictJson(otherwise),
    steps: steps.map(({ stage, name, because }) => ({ stage, name, because })),
  };
}

function subjectJson({ hosts, port, listener, cluster, resources, entry, waiver }: Subject): object {
  return {
    hosts,
    port,
    listener,
    cluster,
    resources: resources?.map(resourceJson),
    entry,
    waiver,
  };
}

/** `fromSnapshot` is there only where it is true. */
function resourceJson({ kind, namespace, name, fromSnapshot }: ResourceName): object {
  return { kind, namespace, name, fromSnapshot };
}

/** Longer lines are no YAML that anyone wrote. */
const longestExcerpt = 1_000;

function causeJson({ kind, namespace, name, at, excerpt, side, change }: Cause): object {
  const place = { file: at.file, line: at.line, endLine: at.endLine, excerpt: clip(excerpt, longestExcerpt) };
  return { kind, namespace, name, ...place, side, change };
}

/** What moved with the release of Istio: `release`, `keptBy`, `until` and `note` are absent where there is none. */
function behaviourJson({ name, now, before, release, keptBy, note }: MovedBehaviour): object {
  return {
    name,
    now,
    before,
    release: release ?? undefined,
    keptBy: keptBy === null ? undefined : { flag: keptBy.flag, value: keptBy.value, until: keptBy.until ?? undefined },
    note: note === null ? undefined : { url: note.url, isInReleaseNotes: note.isInReleaseNotes },
  };
}

function upgradeJson({ from, to, behaviours, unsimulated }: Upgrade): object {
  return {
    from,
    to,
    behaviours: behaviours.map(behaviour => ({ ...behaviourJson(behaviour), isFelt: behaviour.isFelt })),
    unsimulated,
  };
}

function problemJson({ code, message, at }: Problem): object {
  return { code, message, file: at?.file, line: at?.line, column: at?.column };
}
