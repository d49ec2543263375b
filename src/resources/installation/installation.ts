import type { SourceDocument } from '../../source/document.js';
import { pairOf } from '../../source/node.js';
import type { Path } from '../fault.js';
import type { Identity } from '../resource.js';
import type { MeshConfigFields } from './mesh-config-fields.js';

/** What a manifest says of the Istio that runs: its release, its MeshConfig, the feature flags of istiod. */
export interface Installation extends Identity, InstallationSays {
  readonly kind: 'Installation';
  /** The kind as written, for people: `ConfigMap`, `IstioOperator`, `HelmRelease`. */
  readonly writtenKind: string;
  /** Whose word counts, first to last: what the user gives, what istiod itself reads or is, what installs it. */
  readonly standing: Standing;
  /** What istiod does in one respect, whatever its release is; absent but where two releases are compared. */
  readonly behaviour?: KeptBehaviour;
}

/** One behaviour of istiod as it is where these are given. */
export interface KeptBehaviour {
  readonly name: string;
  readonly given: readonly Installation[];
}

export const standings = ['given', 'running', 'installing'] as const;

export type Standing = (typeof standings)[number];

/** null or empty: it does not say. */
export interface InstallationSays {
  /** The revision of the istiod that is meant; null for the default one, or where it does not say. */
  readonly revision: string | null;
  /** What may name the release, most exact first: an image tag, the version of a chart, the name of a revision. */
  readonly versions: readonly Stated<string>[];
  /** `compatibilityVersion`: the minor release whose defaults istiod keeps (CP-1). */
  readonly compatibility: Stated<string> | null;
  readonly meshConfig: Stated<MeshConfigFields> | null;
  /** Environment variables of istiod, as written. */
  readonly flags: Readonly<Record<string, Stated<string>>>;
  /** What it takes from elsewhere, where nobody looked. */
  readonly unread: readonly Stated<string>[];
}

/** The kinds that say nothing but this: a refused manifest of one of them leaves that unsaid. */
export const installationKinds: ReadonlySet<string> = new Set([
  'ConfigMap',
  'IstioOperator',
  'Istio',
  'IstioRevision',
  'HelmRelease',
  'Application',
  'Chart',
  'ChartValues',
]);

/** Whether the kind of a manifest can say something of Istio. */
export function mayBeInstallation({ root }: SourceDocument): boolean {
  const kind = pairOf(root, 'kind')?.value;
  return kind?.kind === 'scalar' && (installationKinds.has(kind.text) || kind.text === 'Deployment');
}

/** Something said, with the path below which the manifest says it. */
export interface Stated<T> {
  readonly value: T;
  readonly path: Path;
}

/** A manifest that says nothing of its own. */
export const saysNothing: InstallationSays = {
  revision: null,
  versions: [],
  compatibility: null,
  meshConfig: null,
  flags: {},
  unread: [],
};

/** The revision of that name: `default` is what an istiod without a name of its own is called. */
export function revisionNamed(name: string | null | undefined): string | null {
  return name === undefined || name === '' || name === 'default' ? null : name;
}
