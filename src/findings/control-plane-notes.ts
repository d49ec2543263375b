import { hasFlag } from '../istio/behaviours.js';
import type { Installed, Word } from '../istio/installed.js';
import { defaultMeshConfig, type MeshConfig } from '../istio/mesh-config.js';
import { isRecorded, newestRelease, oldestRelease } from '../istio/release.js';
import { compareVersions, versionText, type Version } from '../istio/version.js';
import type { MeshConfigFields } from '../resources/installation/mesh-config-fields.js';
import { locate } from '../source/document.js';
import { nameText } from './wording.js';

/** Sentences on which Istio is simulated where anything says so: who says it, and who says otherwise. */
export function controlPlaneNotes(installed: Installed): readonly string[] {
  return [
    ...releaseNotes(installed),
    ...meshConfigNotes(installed),
    ...flagNotes(installed),
    ...unreadNotes(installed),
  ];
}

function releaseNotes({ release, releases: [first, ...others], unclear }: Installed): readonly string[] {
  return [
    ...(first === undefined ? [] : [`Istio ${versionText(release)} is simulated, ${sourceOf(first)}`]),
    ...(first === undefined ? [] : derivedNote(release, first.means)),
    ...others
      .filter(({ means }) => compareVersions(means, release) !== 0)
      .map(other => `${placeOf(other)} says Istio ${versionText(other.means)}, which is not simulated`),
    ...(first === undefined ? unclear : []).map(
      word =>
        `${placeOf(word)} says '${word.means}', which names no release of Istio: ${versionText(release)} is taken`,
    ),
  ];
}

function derivedNote(release: Version, said: Version): readonly string[] {
  if (compareVersions(said, oldestRelease) < 0) {
    return [`Istio ${versionText(said)} is older than any release that is simulated: ${versionText(release)} is taken`];
  }
  if (isRecorded(release)) return [];
  if (compareVersions(release, newestRelease) > 0) {
    return [
      `Istio ${versionText(release)} is newer than the newest release that was recorded, ${versionText(newestRelease)}: what it does otherwise is known in part only`,
    ];
  }
  return [
    `Istio ${versionText(release)} itself was not recorded: what it does is derived from the known differences between releases`,
  ];
}

function meshConfigNotes({ meshConfigs: [first, ...others] }: Installed): readonly string[] {
  if (first === undefined) return [];
  const says = differences(first.means, defaultMeshConfig).map(field => fieldText(first.means, field));
  return [
    `MeshConfig is read ${sourceOf(first)}: ${says.length === 0 ? 'for outbound traffic it says what is the default' : says.join(', ')}`,
    ...others.flatMap(other => {
      const differing = differences(other.means, first.means).map(field => fieldText(other.means, field));
      return differing.length === 0
        ? []
        : [`${placeOf(other)} has another MeshConfig, which is not simulated: ${differing.join(', ')}`];
    }),
    ...notSimulated(first.stated.value).map(what => `${placeOf(first)} sets ${what}`),
  ];
}

/** What decides outbound traffic and that this version does not simulate. */
function notSimulated({
  outboundTrafficPolicy,
  serviceEntryVisibility,
  defaultConfig,
}: MeshConfigFields): readonly string[] {
  const isDynamic = outboundTrafficPolicy?.mode === 'ALLOW_ANY_DYNAMIC_DNS' || outboundTrafficPolicy?.mode === 3;
  const capturesDns = defaultConfig.proxyMetadata['ISTIO_META_DNS_CAPTURE'] === 'true';
  return [
    ...(isDynamic ? ['ALLOW_ANY_DYNAMIC_DNS, which is not simulated: ALLOW_ANY is taken'] : []),
    ...(serviceEntryVisibility?.applyToSidecars === true
      ? ['serviceEntryVisibility, which is not simulated: each ServiceEntry is as visible as it says itself']
      : []),
    ...(capturesDns
      ? ['ISTIO_META_DNS_CAPTURE, which is not simulated: entries without addresses are taken to have none']
      : []),
    ...(defaultConfig.interceptionMode === 'NONE'
      ? ['interceptionMode NONE, which is not simulated: calls are taken to be captured']
      : []),
  ];
}

function flagNotes({ release, flags }: Installed): readonly string[] {
  return [...flags].flatMap(([name, [first, ...others]]) => {
    if (first === undefined) return [];
    if (!hasFlag(release, name)) {
      const isGiven = first.by.standing === 'given';
      return isGiven ? [`feature flag ${name} decides nothing in Istio ${versionText(release)}`] : [];
    }
    return [
      `feature flag ${name} is ${first.means}, ${sourceOf(first)}`,
      ...others
        .filter(({ means }) => means !== first.means)
        .map(other => `${placeOf(other)} sets feature flag ${name} to ${other.means}, which is not simulated`),
    ];
  });
}

function unreadNotes({ unread }: Installed): readonly string[] {
  return unread.map(word => `${placeOf(word)} may take more from ${word.means}, which is not read`);
}

function sourceOf(word: Word<unknown>): string {
  return word.by.document.path === '' ? 'as given' : `from ${placeOf(word)}`;
}

/** `istio/prod.yaml:12 (IstioOperator istio-system/prod)`. */
function placeOf({ by, stated }: Word<unknown>): string {
  const { file, line } = locate(by.document, stated.path);
  if (by.writtenKind === 'MeshConfig') return `${file}:${line}`;
  return `${file}:${line} (${by.writtenKind} ${nameText(by)})`;
}

function differences(one: MeshConfig, other: MeshConfig): readonly (keyof MeshConfig)[] {
  const fields = Object.keys(defaultMeshConfig) as (keyof MeshConfig)[];
  return fields.filter(field => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

function fieldText(config: MeshConfig, field: keyof MeshConfig): string {
  switch (field) {
    case 'outboundTrafficPolicy':
      return `outboundTrafficPolicy ${config.outboundTrafficPolicy.mode}`;
    case 'protocolDetectionTimeout':
      return `protocolDetectionTimeout ${config.protocolDetectionTimeout / 1000}s`;
    case 'discoverySelectors':
      return config.discoverySelectors.length === 1
        ? '1 of discoverySelectors'
        : `${config.discoverySelectors.length} discoverySelectors`;
    case 'defaultServiceExportTo':
    case 'defaultVirtualServiceExportTo':
    case 'defaultDestinationRuleExportTo':
      return `${field} ${config[field].map(entry => `"${entry}"`).join(', ')}`;
    default:
      return `${field} ${String(config[field])}`;
  }
}
