import type { ChangedCall } from '../diff/changed-calls.js';
import type { GroupClass } from '../diff/group-classes.js';
import type { Side } from '../diff/side.js';
import type { CauseSource } from './cause-source.js';
import type { Direction } from './direction.js';
import type { Example } from './example.js';
import type { Subject, Severity } from './finding.js';
import type { Observation } from './observation.js';
import type { RuleId } from './rule-id.js';
import type { SharedSubject } from './shared-subject.js';

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
  /** As short as can be: a test holds it against the rule. */
  readonly example: Example;
}

/** Turns facts into observations; never simulates, never reads YAML. */
export interface Rule extends RuleText {
  /** For rules about calls: of several, the first in the catalogue that claims a changed call has it. */
  claim?(direction: Direction, change: ChangedCall): Observation | null;
  /** Whether its claims are about what a group had: then they leave out those that head creates. */
  readonly isAboutLoss?: true;
  /** Whether it judges what is not known as such, rather than what would be without what is not simulated. */
  readonly isAboutUnknown?: true;
  /** Whether it is about calls that dial another address than the host's own; others leave them to it. */
  readonly isAboutAddresses?: true;
  /** Whether it claims whatever no other rule does, forward or backward. */
  readonly isLast?: true;
  /** For rules about states of a group, which stand beside the others. `said`: what the rules before it observed. */
  observe?(direction: Direction, said: readonly Observation[]): readonly Observation[];
  describe(seen: Seen): Description;
  /** The title of several findings that differ in ports, hosts or rivals alone; without it reports count them. */
  titleOfAll?(about: SharedSubject): string;
  /** What is better where head no longer has it, one line; null where nobody would call that better. */
  gone(seen: Seen): string | null;
}

/** Observations of one cause, put together. */
export interface Seen {
  readonly severity: Severity;
  readonly subject: Subject;
  /** The calls that it was seen by. */
  readonly changes: readonly ChangedCall[];
  /** The one of them that is shown; null where there is none. */
  readonly change: ChangedCall | null;
  /** One of the classes that are reached: that of the call where there is one. */
  readonly groupClass: GroupClass;
  readonly causes: readonly CauseSource[];
  readonly before: Side;
  readonly after: Side;
  /** All classes of the comparison. */
  readonly classes: readonly GroupClass[];
}

/** What a finding says in words; plain text. */
export interface Description {
  /** One line, no final stop. */
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}
