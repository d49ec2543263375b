import type { RuleId } from './rule-id.js';

/** The documentation of a rule, shared by the terminal, `explain`, comments and the README. */
export interface RuleText {
  readonly id: RuleId;
  /** The severities it can report, worst first, each with its condition. */
  readonly severities: string;
  /** What it reports, one sentence. */
  readonly summary: string;
  /** Why it matters to someone who does not know Envoy. */
  readonly why: string;
  readonly fix: string;
}
