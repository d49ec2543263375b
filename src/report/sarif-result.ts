import { documentedRules } from '../findings/catalogue.js';
import type { Cause, Finding, WaivedFinding } from '../findings/finding.js';
import { kindText, nameText } from '../findings/wording.js';
import { encodedName } from '../source/file-name.js';
import type { Span } from '../source/span.js';
import { findingLines } from './finding-lines.js';
import { longestTitle } from './names.js';
import { clip, prosePlain } from './prose.js';
import { sarifLevels } from './sarif-rules.js';
import { sarifText } from './sarif-text.js';

/** The longest text of a result; real ones have a quarter of it. */
const longestMessage = 4_000;

/** Code scanning keeps so many locations of a result. */
const mostRelated = 100;

/**
 * A finding as SARIF's `result`, null where nothing of the repository is its place: code scanning refuses a file with
 * one that has none. `waivedBy` makes it a suppressed one.
 */
export function sarifResult(finding: Finding | WaivedFinding): object | null {
  const { rule, severity, title, fingerprint, causes } = finding;
  const [place, ...others] = placesFirstAtHead(causes);
  if (place === undefined) return null;
  return {
    ruleId: rule,
    ruleIndex: documentedRules.findIndex(({ id }) => id === rule),
    level: sarifLevels[severity],
    message: sarifText(
      clip([`${prosePlain(title, longestTitle)}.`, ...findingLines(finding)].join('\n'), longestMessage),
    ),
    locations: [{ physicalLocation: physicalLocation(place) }],
    ...(others.length > 0 && { relatedLocations: others.slice(0, mostRelated).map(relatedLocation) }),
    // Code scanning goes by the second alone. Its uploader would put a hash of the line there, by which all findings of one
    // rule on one line are one alert, and a dismissed one hides those to come.
    partialFingerprints: { 'istioEgressReview/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...('waivedBy' in finding && { suppressions: [suppression(finding)] }),
  };
}

function placesFirstAtHead(causes: readonly Cause[]): readonly Cause[] {
  const first = causes.find(({ side }) => side === 'head') ?? causes[0];
  return first === undefined ? [] : [first, ...causes.filter(cause => cause !== first)];
}

function relatedLocation(cause: Cause): object {
  const where = cause.side === 'base' ? `, on line ${cause.at.line} of base` : '';
  return {
    physicalLocation: physicalLocation(cause),
    message: sarifText(prosePlain(`${kindText(cause.kind)} ${nameText(cause)}, ${cause.change}${where}`, longestTitle)),
  };
}

/** Regions are of head, the tree that a reader of the file has; of what only base has, the file is named. */
function physicalLocation({ at, side }: Cause): object {
  return { artifactLocation: artifactLocation(at), region: side === 'head' ? region(at) : { startLine: 1 } };
}

/** Where a span of head stands; SARIF's end is the column behind the last character. */
export function region({ line, column, endLine, endColumn }: Span): object {
  return { startLine: line, startColumn: column, endLine, endColumn: endColumn + 1 };
}

/** A file by its path from the root of what is reviewed, as a relative reference. */
export function artifactLocation({ file }: Pick<Span, 'file'>): object {
  return { uri: encodedName(file) || '.' };
}

function suppression({ waivedBy }: WaivedFinding): object {
  return { kind: 'external', status: 'accepted', justification: sarifText(prosePlain(waivedBy, 1_000)).text };
}
