import { noHostsInUse, type HostsInUse } from '../diff/known-traffic.js';
import type { FailOn } from '../findings/fail-on.js';
import type { Severity } from '../findings/finding.js';
import type { RuleId } from '../findings/rule-id.js';
import type { SourceDocument } from '../source/document.js';
import type { Problem } from '../source/problem.js';
import type { Span } from '../source/span.js';

/** What a repository says of its review (`schema/egress-review.schema.json`); null or empty where it says nothing. */
export interface Settings {
  /** Files, folders or globs that are read, at both sides. */
  readonly paths: readonly string[];
  readonly istio: StatedIstio;
  readonly failOn: FailOn | null;
  /** The IPv4 prefix that suggested addresses are taken from. */
  readonly addresses: string | null;
  /** Of several that fit a finding the last counts. */
  readonly severities: readonly SeveritySetting[];
  readonly waivers: readonly Waiver[];
  readonly hostsInUse: HostsInUse;
}

export interface StatedIstio {
  readonly version: string | null;
  readonly flags: Readonly<Record<string, boolean>>;
  /** A file with MeshConfig, relative to what is read. */
  readonly meshConfig: string | null;
}

export interface SeveritySetting {
  readonly rule: RuleId;
  /** Names or wildcards; null for all there are. */
  readonly namespaces: readonly string[] | null;
  readonly severity: Severity | 'off';
  readonly at: Span;
}

/** A finding that somebody accepts until a date. */
export interface Waiver {
  readonly rule: RuleId;
  readonly subject: WaiverSubject;
  readonly reason: string;
  /** The last day on which it waives, `2027-01-31`. */
  readonly expires: string;
  readonly at: Span;
  /** The text of the first line of `at`. */
  readonly excerpt: string;
}

/** What it is about: all that is named has to fit; null or empty fits everything. */
export interface WaiverSubject {
  /** Hosts or wildcards. */
  readonly hosts: readonly string[];
  readonly port: number | null;
  /** `ServiceEntry/shop/payments`, or `Namespace/shop` for what stands in no namespace. */
  readonly resource: string | null;
  /** Names or wildcards. */
  readonly namespaces: readonly string[];
  readonly listener: string | null;
  readonly cluster: string | null;
  readonly entry: string | null;
}

/** Settings with where they come from. */
export interface SettingsFile {
  /** The file, as messages name it; null where there is none. */
  readonly path: string | null;
  readonly settings: Settings;
  /** The file that `istio.meshConfig` names. */
  readonly meshConfig: SourceDocument | null;
  /** Every fault of it; what is at fault does not count. */
  readonly problems: readonly Problem[];
}

/** The settings that a review goes by, and those that it checks. */
export interface ReviewSettings {
  /** Those of base: a change must not choose what it is judged by. */
  readonly inForce: SettingsFile;
  /** Those of head, which count once it is merged. */
  readonly atHead: SettingsFile;
  /** The file that `istio.meshConfig` of those in force names, as head has it: a change of it is one of the mesh. */
  readonly meshConfigAtHead: SourceDocument | null;
  /** The day of the review, `2026-11-22`. */
  readonly today: string;
}

export const noSettings: Settings = {
  paths: [],
  istio: { version: null, flags: {}, meshConfig: null },
  failOn: null,
  addresses: null,
  severities: [],
  waivers: [],
  hostsInUse: noHostsInUse,
};

export const noSettingsFile: SettingsFile = { path: null, settings: noSettings, meshConfig: null, problems: [] };
