import { documentedRules } from '../findings/catalogue.js';
import type { Review } from '../findings/review.js';
import type { Problem } from '../source/problem.js';
import { count } from './counts.js';
import { jsonText } from './escape.js';
import type { Tool } from './json.js';
import { longestTitle } from './names.js';
import { prosePlain } from './prose.js';
import { artifactLocation, region, sarifResult } from './sarif-result.js';
import { sarifRule } from './sarif-rules.js';
import { sarifText } from './sarif-text.js';

export interface SarifOptions {
  readonly tool: Tool;
  /** The address of the folder with the pages of the rules; null where none is known. */
  readonly rulePages: string | null;
  /** Whether waived findings are in it, as suppressed ones. Code scanning does not know these and would raise alerts. */
  readonly withWaived: boolean;
}

/** Of one file, code scanning shows the first 5,000 results, which come most severe first here. */
const mostResults = 5_000;

/** Code scanning takes 10 MB packed; packing adds nothing to what is shorter. */
const mostBytes = 9_000_000;

/**
 * The review as SARIF 2.1.0, for code scanning and other readers: each finding is a result on the line of its first cause at
 * head, each problem a notification. What goes beyond the limits is left out, least severe first, and a notification says so.
 */
export function sarif(review: Review, { tool, rulePages, withWaived }: SarifOptions): string {
  const told = [...review.findings, ...(withWaived ? review.waived : [])];
  const results = told.map(finding => ({ finding, result: sarifResult(finding) }));
  const placed = results.flatMap(({ result }) => (result === null ? [] : [result]));
  const shown = fitting(placed);
  const notifications = [
    ...leftOut(placed.length - shown.length),
    ...results.flatMap(({ finding, result }) => (result === null ? [notification('note', finding.title)] : [])),
    ...review.problems.map(problemNotification),
  ];
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: documentedRules.map(rule => sarifRule(rule, rulePages)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: review.problems.length === 0,
            toolExecutionNotifications: notifications.slice(0, mostNotifications),
          },
        ],
        results: withWaived && review.waived.length > 0 ? shown.map(saysSuppressions) : shown,
      },
    ],
  });
}

/** Nobody reads more, and the file has its limit. */
const mostNotifications = 1_000;

/** The first results that the limits leave room for. */
function fitting(results: readonly object[]): readonly object[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = results.findIndex((result, at) => {
    bytes += encoder.encode(jsonText({ runs: [{ results: [result] }] })).length;
    return at >= mostResults || bytes > mostBytes;
  });
  return end < 0 ? results : results.slice(0, end);
}

/** Where one result of a run says whether it is suppressed, all have to (3.27.23). */
function saysSuppressions(result: object): object {
  return { suppressions: [], ...result };
}

function leftOut(amount: number): readonly object[] {
  if (amount === 0) return [];
  const why = 'code scanning takes no more; the report in JSON has all of them';
  return [notification('warning', `${count(amount, 'further result is', 'further results are')} left out: ${why}`)];
}

function problemNotification({ code, message, at }: Problem): object {
  return {
    ...notification('error', message),
    descriptor: { id: code },
    ...(at !== null && {
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(at), region: region(at) } }],
    }),
  };
}

function notification(level: 'error' | 'warning' | 'note', message: string): object {
  return { level, message: sarifText(prosePlain(message, 3 * longestTitle)) };
}
