import { newestRelease } from '../istio/release.js';
import { versionText } from '../istio/version.js';
import { givenInstallations, withSettings } from '../given.js';
import type { Installation } from '../resources/installation/installation.js';
import { noSettingsFile, type SettingsFile } from '../settings/settings.js';
import { readNamedFile } from '../source/named-file.js';
import type { Arguments, Option } from './arguments.js';

/** The options that say which Istio runs, where the manifests do not. */
export const istioOptions = {
  'istio-version': { takes: 'V' },
  'istio-flag': { takes: 'NAME=true|false', isRepeatable: true },
  'mesh-config': { takes: 'FILE' },
} as const satisfies Readonly<Record<string, Option>>;

/** What usage lines say of them. */
export const istioUsage = '[--istio-version V] [--istio-flag NAME=true|false]... [--mesh-config FILE]';

/** What help texts say of them. */
export const istioHelp = `  --istio-version V   the release to simulate, like 1.30 (default: what the
                      manifests install, else ${versionText(newestRelease)})
  --istio-flag N=B    a feature flag of istiod that decides egress, like
                      PILOT_ENABLE_IP_AUTOALLOCATE=false; may be repeated
                      (default: what the manifests set)
  --mesh-config FILE  MeshConfig as YAML, values of the chart istiod or of one
                      that depends on it, or a manifest that says it (default:
                      the ConfigMap istio, IstioOperator, ... among the
                      manifests, else Istio's own)`;

/**
 * What the options say, else the settings, before all that the manifests say.
 *
 * @throws InputError for what is not understood or cannot be read.
 */
export function istioGiven(
  given: Arguments<keyof typeof istioOptions>,
  cwd: string,
  settings: SettingsFile = noSettingsFile,
): readonly Installation[] {
  const file = given.value('mesh-config');
  const options = {
    version: given.value('istio-version'),
    flags: given.values('istio-flag'),
    meshConfig: file === null ? null : readNamedFile(file, cwd),
  };
  return givenInstallations(withSettings(options, settings));
}
