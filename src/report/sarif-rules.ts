import type { Severity } from '../findings/finding.js';
import type { RuleText } from '../findings/rule.js';
import { codeBlock } from './escape.js';
import { clip, proseMarkdown } from './prose.js';
import { sarifText } from './sarif-text.js';
import { textDiff } from './text-diff.js';

/** What SARIF calls our severities. */
export const sarifLevels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** What code scanning calls them where a rule is not about security. */
const problemSeverities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'recommendation',
};

/** Code scanning takes no longer description. */
const longestDescription = 1_024;

/** A rule as SARIF's `reportingDescriptor`; `pages` is the address of the folder of rule pages, null where none is known. */
export function sarifRule(rule: RuleText, pages: string | null): object {
  const { id, summary, why, fix } = rule;
  const worst = worstSeverity(rule);
  return {
    id,
    name: pascalCase(id),
    shortDescription: sarifText(clip(summary, longestDescription)),
    fullDescription: sarifText(clip(`${summary} ${why}`, longestDescription)),
    help: { ...sarifText(`${why}\n\nWhat to do: ${fix}`), markdown: helpMarkdown(rule) },
    ...(pages !== null && { helpUri: `${pages}/${id}.md` }),
    defaultConfiguration: { level: sarifLevels[worst] },
    properties: { tags: ['istio', 'egress'], 'problem.severity': problemSeverities[worst] },
  };
}

/** The first that its documentation names. */
function worstSeverity({ id, severities }: RuleText): Severity {
  const worst = (['error', 'warning', 'notice'] as const).find(severity => severities.startsWith(severity));
  if (worst === undefined) throw new Error(`the severities of ${id} begin with none`);
  return worst;
}

/** `traffic-captured` as SARIF wants names of rules, `TrafficCaptured`. */
function pascalCase(id: string): string {
  return id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function helpMarkdown({ why, fix, example }: RuleText): string {
  return [
    proseMarkdown(why),
    `**What to do:** ${proseMarkdown(fix)}`,
    'This change is reported:',
    codeBlock('diff', textDiff(example.base, example.head).join('\n')),
    'This one is not:',
    codeBlock('diff', textDiff(example.base, example.silent).join('\n')),
  ].join('\n\n');
}
