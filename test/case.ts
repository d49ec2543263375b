import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { compare, type Comparison } from '../src/diff/comparison.js';
import { isAddition } from '../src/findings/addition.js';
import type { Cause, Finding, Improvement, Severity, Subject } from '../src/findings/finding.js';
import type { Review } from '../src/findings/review.js';
import { beyondOf, decodeSides, nothingGiven, review, type Request } from '../src/review.js';
import { readReviewSettings } from '../src/settings/read-settings.js';
import type { ReviewSettings } from '../src/settings/settings.js';
import { filesOfSides, readSides } from '../src/source/side.js';
import { readSnapshot } from '../src/source/snapshot.js';
import type { RecordedCall } from './recorded-answers.js';
import { today } from './settings-files.js';

/** `case.yaml`, as `test/fixtures/cases/README.md` describes it; the last three keys are ours alone. */
export interface Case {
  readonly title: string;
  readonly note?: string;
  readonly workloads?: readonly { readonly namespace: string; readonly labels: Readonly<Record<string, string>> }[];
  readonly calls?: readonly RecordedCall[];
  readonly recorded?: readonly {
    readonly namespace: string;
    readonly call: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly findings: readonly Expected[];
  /** What got better, each to be met as a finding is. */
  readonly improvements?: readonly Expected[];
  /** Nothing else of any severity appears, nor any other improvement, but what head only adds. */
  readonly exactly?: true;
  /** Labels of all groups that are asked in these namespaces. */
  readonly groups?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** What a review must say: every key that is given has to be met. */
export interface Expected {
  readonly rule: string;
  readonly severity?: Severity;
  readonly namespaces: readonly string[];
  readonly subject?: Readonly<Record<string, unknown>> & { readonly host?: string };
  /** `removed Sidecar payments/default sidecar.yaml:11`: all of them, in any order. */
  readonly causes?: readonly string[];
  readonly reachesOutside?: boolean;
}

/** Reads a case folder's `case.yaml`. */
export function readCase(folder: string): Case {
  return parse(readFileSync(`${folder}/case.yaml`, 'utf8')) as Case;
}

/** True findings beyond those of `case.yaml` that its note lets stay. */
export function readAllowed(folder: string): readonly Expected[] {
  const path = `${folder}/allowed.yaml`;
  return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Expected[]) : [];
}

/** Reviews the `base` and `head` of a case folder. */
export function reviewCase(folder: string): Review {
  return review(requestFor(folder));
}

/** The same under settings. */
export function reviewCaseUnder(folder: string, settings: ReviewSettings): Review {
  return review({ ...requestFor(folder), settings });
}

/** The facts of a case, without judgement. */
export function compareCase(folder: string): Comparison {
  const request = requestFor(folder);
  const { base, head } = decodeSides(request);
  return compare(base, head, beyondOf(request));
}

/** What a review of the case is asked. */
export function requestFor(folder: string): Request {
  const files = existsSync(`${folder}/snapshot.yaml`) ? ['snapshot.yaml'] : [];
  const snapshot = readSnapshot(files, folder);
  const request = { ...readSides('base', 'head', { cwd: folder, paths: [] }), given: nothingGiven, snapshot };
  const settings = readReviewSettings(filesOfSides('base', 'head', folder), null, today);
  return settings.inForce.path === null && settings.atHead.path === null ? request : { ...request, settings };
}

/** Every folder below `root` that is a case. */
export function casesBelow(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('/case.yaml'))
    .map(path => path.slice(0, -'/case.yaml'.length))
    .sort();
}

/** Judges a review as the README of the cases says; what is wrong, in sentences. */
export function complaints({ findings, improvements }: Review, expected: Case, allowed: readonly Expected[]): string[] {
  const isMet = (list: readonly Improvement[]) => (line: Expected) => !list.some(found => meets(found, line));
  const missing = expected.findings.filter(isMet(findings)).map(line => `no finding meets ${JSON.stringify(line)}`);
  const stale = (expected.improvements ?? [])
    .filter(isMet(improvements))
    .map(line => `no improvement meets ${JSON.stringify(line)}`);

  const known = [...expected.findings, ...allowed];
  const surplus = findings
    .filter(({ severity }) => severity !== 'notice' || expected.exactly === true)
    .filter(finding => !known.some(line => meets(finding, line)))
    .map(finding => `nobody expects ${sayFinding(finding)}`);
  const better = improvements
    .filter(found => expected.exactly === true && !isAddition(found))
    .filter(found => !(expected.improvements ?? []).some(line => meets(found, line)))
    .map(found => `nobody expects the improvement ${sayFinding(found)}`);
  return [...missing, ...stale, ...surplus, ...better];
}

/** Same rule and severity, exactly those namespaces, and whatever else the line names. */
export function meets(found: Finding | Improvement, line: Expected): boolean {
  const namespaces = [...new Set(found.groups.map(({ namespace }) => namespace))].sort();
  return (
    found.rule === line.rule &&
    (line.severity === undefined || ('severity' in found && found.severity === line.severity)) &&
    namespaces.join() === [...line.namespaces].sort().join() &&
    (line.reachesOutside === undefined || line.reachesOutside === found.reachesOutside) &&
    (line.causes === undefined || found.causes.map(causeText).sort().join() === [...line.causes].sort().join()) &&
    includes(found.subject, line.subject ?? {})
  );
}

function includes(subject: Subject, asked: NonNullable<Expected['subject']>): boolean {
  return Object.entries(asked).every(([key, value]) =>
    key === 'host'
      ? (subject.hosts ?? []).includes(String(value))
      : JSON.stringify(new Map<string, unknown>(Object.entries(subject)).get(key)) === JSON.stringify(value),
  );
}

/** A cause as `Expected` writes it. */
export function causeText({ kind, namespace, name, change, at }: Cause): string {
  return `${change} ${kind} ${namespace}/${name} ${at.file}:${at.line}`;
}

function sayFinding(found: Finding | Improvement): string {
  const { rule, groups, subject, causes, reachesOutside } = found;
  const namespaces = [...new Set(groups.map(({ namespace }) => namespace))];
  const severity = 'severity' in found ? found.severity : undefined;
  return JSON.stringify({ rule, severity, namespaces, subject, causes: causes.map(causeText), reachesOutside });
}
