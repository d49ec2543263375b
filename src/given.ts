import { featureFlags } from './istio/behaviours.js';
import { resolveRelease } from './istio/release.js';
import { versionText } from './istio/version.js';
import { suggestion } from './report/did-you-mean.js';
import { givenInstallation } from './resources/installation/given.js';
import type { Installation } from './resources/installation/installation.js';
import { decodeMeshConfigFile } from './resources/installation/mesh-config-file.js';
import type { SettingsFile } from './settings/settings.js';
import type { SourceDocument } from './source/document.js';
import { InputError, inputError } from './source/problem.js';

/** What a user says of the Istio that runs; null or empty where the manifests shall say it. */
export interface GivenIstio {
  /** A release, like `1.30`. */
  readonly version: string | null;
  /** Feature flags of istiod, each `NAME=true` or `NAME=false`. */
  readonly flags: readonly string[];
  /** A MeshConfig, or what says one. */
  readonly meshConfig: SourceDocument | null;
}

/** What is given with a command, and where that says nothing, what the settings say. */
export function withSettings(given: GivenIstio, { settings: { istio }, meshConfig }: SettingsFile): GivenIstio {
  const named = new Set(given.flags.map(text => text.split('=')[0]));
  const stated = Object.entries(istio.flags).filter(([name]) => !named.has(name));
  return {
    version: given.version ?? istio.version,
    flags: [...stated.map(([name, value]) => `${name}=${value}`), ...given.flags],
    meshConfig: given.meshConfig ?? meshConfig,
  };
}

/**
 * Checks what the user says and puts it in the words of manifests.
 *
 * @throws InputError for a release or a flag that is not known, and for a file that says no MeshConfig.
 */
export function givenInstallations({ version, flags, meshConfig }: GivenIstio): readonly Installation[] {
  const release = version === null ? null : versionText(resolveRelease(version));
  const options = givenInstallation({ version: release, flags: flagsOf(flags) });
  const hasOptions = version !== null || flags.length > 0;
  return [...(hasOptions ? [options] : []), ...(meshConfig === null ? [] : [installationOf(meshConfig)])];
}

/**
 * What each text sets, `NAME=true` or `NAME=false`. Of two words on one flag nobody knows which is meant.
 *
 * @throws InputError
 */
export function flagsOf(texts: readonly string[]): ReadonlyMap<string, boolean> {
  const flags = new Map<string, boolean>();
  for (const [name, value] of texts.map(parseFlag)) {
    const first = flags.get(name);
    if (first !== undefined) {
      throw inputError('usage', `feature flag '${name}' is given twice, as ${first} and as ${value}: expected once`);
    }
    flags.set(name, value);
  }
  return flags;
}

function parseFlag(text: string): [string, boolean] {
  const [, name, value] = /^([^=\s]+)=(true|false)$/.exec(text.trim()) ?? [];
  if (name === undefined) {
    throw inputError('usage', `feature flag '${text}' is not understood, expected NAME=true or NAME=false`);
  }
  if (!featureFlags.includes(name)) {
    throw inputError(
      'usage',
      `feature flag '${name}' decides nothing that is simulated, ${suggestion(name, featureFlags)}`,
    );
  }
  return [name, value === 'true'];
}

function installationOf(document: SourceDocument): Installation {
  const file = decodeMeshConfigFile(document);
  if (file.outcome === 'read') return file.installation;
  throw new InputError(file.faults.map(({ message, at }) => ({ code: 'field-type', message, at })));
}
