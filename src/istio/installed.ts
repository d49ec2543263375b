import { standings, type Installation, type Stated } from '../resources/installation/installation.js';
import type { MeshConfigFields } from '../resources/installation/mesh-config-fields.js';
import type { Resource } from '../resources/resource.js';
import { behavesLike, featureFlags, isBehaviour, type Behaves } from './behaviours.js';
import { compatibilityFlags } from './compatibility.js';
import { parseBool } from './go-bool.js';
import { installationsIn } from './installed-revisions.js';
import type { ControlPlane } from './control-plane.js';
import { defaultMeshConfig, type MeshConfig } from './mesh-config.js';
import { applyMeshConfig } from './read-mesh-config.js';
import { newestRelease, oldestRelease } from './release.js';
import { statedRelease } from './stated-release.js';
import { unsimulatedFlagsOf, type UnsimulatedFlag } from './unsimulated-flags.js';
import { compareVersions, type Version } from './version.js';

/** The control plane that manifests and the user describe together, and who said what of it. */
export interface Installed {
  readonly controlPlane: ControlPlane;
  /** The release that is simulated. */
  readonly release: Version;
  /** Everyone who names a release, whose word counts first; empty where nobody does. */
  readonly releases: readonly Word<Version>[];
  /** Whether the release is that of base, as nobody here names one. */
  readonly keepsRelease: boolean;
  /** Everyone who has a MeshConfig, whose word counts first; empty where nobody has. */
  readonly meshConfigs: readonly Word<MeshConfig, MeshConfigFields>[];
  /** Feature flags that the simulation knows, each with what was said of it, whose word counts first. */
  readonly flags: ReadonlyMap<string, readonly Word<boolean>[]>;
  /** What is said of such flags that istiod cannot read as true or false: it keeps the default of its release. */
  readonly unreadFlags: ReadonlyMap<string, readonly Word<string>[]>;
  /** Feature flags that decide something and are not simulated. */
  readonly unsimulated: readonly Word<UnsimulatedFlag>[];
  /** What should say the release and names none. */
  readonly unclear: readonly Word<string>[];
  /** What installations take from elsewhere. */
  readonly unread: readonly Word<string>[];
  /** One text for equal control planes. */
  readonly identity: string;
}

/** What an installation says, and what that means. */
export interface Word<Meaning, Written = unknown> {
  readonly by: Installation;
  readonly stated: Stated<Written>;
  readonly means: Meaning;
}

/**
 * Settles what the istiod of a revision is and does: the user's word first, then what is said of that revision, then
 * what is said of none; of each what runs, then what installs it; of equals the first by path. A revision of which
 * nothing is said, as the default one may be, is taken for the first of which something is. Where nobody says, the
 * release is `keptRelease`, else the newest recorded, and MeshConfig the default.
 */
export function installedBy(
  resources: readonly Resource[],
  revision: string | null = null,
  keptRelease: Version | null = null,
): Installed {
  const ordered = wordsOn(revision, installationsIn(resources));
  const releases = ordered.flatMap(releaseSaidBy);
  const found = releases[0]?.means ?? keptRelease ?? newestRelease;
  const release = compareVersions(found, oldestRelease) < 0 ? oldestRelease : found;
  const meshConfigs = ordered.flatMap(meshConfigSaidBy);
  const config = meshConfigs[0]?.means ?? defaultMeshConfig;
  const flags = new Map(
    featureFlags
      .map((name): [string, readonly Word<boolean>[]] => [name, wordsOnFlag(name, ordered, release)])
      .filter(([, words]) => words.length > 0),
  );
  const values = new Map([...flags].map(([name, words]) => [name, words[0]?.means ?? false]));
  const kept = keptBehaviours(resources, revision);
  const behaves = behavesLike(release, values);
  return {
    controlPlane: { behaves: name => kept.get(name) ?? behaves(name), version: release, config },
    release,
    releases,
    keepsRelease: releases.length === 0 && keptRelease !== null,
    meshConfigs,
    flags,
    unreadFlags: new Map(featureFlags.map(name => [name, ordered.flatMap(by => unreadOf(name, by))])),
    unsimulated: unsimulatedFlagsOf(release).flatMap(flag => setting(flag, ordered)),
    unclear: ordered.filter(by => releaseSaidBy(by).length === 0).flatMap(unclearIn),
    unread: ordered.flatMap(by => by.unread.map(stated => ({ by, stated, means: stated.value }))),
    identity: JSON.stringify([release, [...values], config, [...kept]]),
  };
}

/** What istiod does in the respects in which it is told to be as another would be, which reads the same manifests. */
function keptBehaviours(resources: readonly Resource[], revision: string | null): ReadonlyMap<string, boolean> {
  const words = resources.flatMap(by => (by.kind === 'Installation' ? (by.behaviour ?? []) : []));
  if (words.length === 0) return new Map();
  const manifests = resources.filter(by => by.kind === 'Installation' && by.standing !== 'given');
  const others = new Map<readonly Installation[], Behaves>();
  return new Map(
    words.flatMap(({ name, given }) => {
      const behaves = others.get(given) ?? installedBy([...given, ...manifests], revision).controlPlane.behaves;
      others.set(given, behaves);
      return isBehaviour(name) ? [[name, behaves(name)]] : [];
    }),
  );
}

function wordsOn(revision: string | null, all: readonly Installation[]): readonly Installation[] {
  const sorted = [...all].sort(byStanding);
  const of = (name: string | null) => sorted.filter(by => by.standing !== 'given' && by.revision === name);
  const given = sorted.filter(({ standing }) => standing === 'given');
  const own = revision === null ? [] : of(revision);
  if (own.length > 0) return [...given, ...own, ...of(null)];
  const first = sorted.find(by => by.revision !== null)?.revision ?? null;
  return [...given, ...of(null), ...(first === null ? [] : of(first))];
}

/** The release that these name for a revision; null where they name none. */
export function namedRelease(resources: readonly Resource[], revision: string | null = null): Version | null {
  const { release, releases } = installedBy(resources, revision);
  return releases.length === 0 ? null : release;
}

/** Whose word counts first: a snapshot says how Istio runs, and the repository how it shall. */
export function byStanding(a: Installation, b: Installation): number {
  const byOrigin = Number(a.fromSnapshot ?? false) - Number(b.fromSnapshot ?? false);
  if (byOrigin !== 0) return byOrigin;
  const byRank = standings.indexOf(a.standing) - standings.indexOf(b.standing);
  if (byRank !== 0) return byRank;
  if (a.document.path !== b.document.path) return a.document.path < b.document.path ? -1 : 1;
  return a.document.root.start - b.document.root.start;
}

function releaseSaidBy(by: Installation): readonly Word<Version>[] {
  for (const stated of by.versions) {
    const means = statedRelease(stated.value);
    if (means !== null) return [{ by, stated, means }];
  }
  return [];
}

/** A revision is any name; what is neither a tag nor a version of a chart need not name a release. */
function unclearIn(by: Installation): readonly Word<string>[] {
  const [stated] = by.versions.filter(({ path }) => path.at(-1) !== 'revision' && path[0] !== 'metadata');
  return stated === undefined ? [] : [{ by, stated, means: stated.value }];
}

function meshConfigSaidBy(by: Installation): readonly Word<MeshConfig, MeshConfigFields>[] {
  return by.meshConfig === null ? [] : [{ by, stated: by.meshConfig, means: applyMeshConfig(by.meshConfig.value) }];
}

/** What is said of a flag: by its name, else by a `compatibilityVersion`; what is no boolean means the release's default. */
function wordsOnFlag(name: string, ordered: readonly Installation[], release: Version): readonly Word<boolean>[] {
  return ordered.flatMap((by): readonly Word<boolean>[] => {
    const stated = by.flags[name];
    if (stated !== undefined) {
      const means = parseBool(stated.value);
      return means === null ? [] : [{ by, stated, means }];
    }
    const kept = by.compatibility === null ? undefined : compatibilityFlags(by.compatibility.value, release).get(name);
    return by.compatibility === null || kept === undefined ? [] : [{ by, stated: by.compatibility, means: kept }];
  });
}

/** Who sets it to the value that changes something, if that word counts. */
function setting(flag: UnsimulatedFlag, ordered: readonly Installation[]): readonly Word<UnsimulatedFlag>[] {
  const by = ordered.find(({ flags }) => flags[flag.name] !== undefined);
  const stated = by?.flags[flag.name];
  if (by === undefined || stated === undefined || parseBool(stated.value) !== flag.value) return [];
  return [{ by, stated, means: flag }];
}

/** `env.Register` warns of such a value and takes its default. */
function unreadOf(name: string, by: Installation): readonly Word<string>[] {
  const stated = by.flags[name];
  return stated === undefined || parseBool(stated.value) !== null ? [] : [{ by, stated, means: stated.value }];
}
