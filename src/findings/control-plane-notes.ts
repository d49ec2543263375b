import { hasFlag } from '../istio/behaviours.js';
import type { Installed, Word } from '../istio/installed.js';
import { defaultMeshConfig, type MeshConfig } from '../istio/mesh-config.js';
import { isRecorded, newestRelease, oldestRelease } from '../istio/release.js';
import { compareVersions, versionText, type Version } from '../istio/version.js';
import { usesAutomaticAddresses } from '../mesh/automatic-addresses.js';
import { quote } from '../resources/fault.js';
import type { MeshConfigFields } from '../resources/installation/mesh-config-fields.js';
import { locate } from '../source/document.js';
import { resourceText } from './wording.js';

/** Sentences on which Istio is simulated where anything says so: who says it, and who says otherwise. */
export function controlPlaneNotes(installed: Installed): readonly string[] {
  return [...releaseNotes(installed), ...settingNotes(installed)];
}

/** The same but for the release: MeshConfig, the feature flags of istiod, and what is said otherwise or was not read. */
export function settingNotes(installed: Installed): readonly string[] {
  return [
    ...meshConfigNotes(installed),
    ...flagNotes(installed),
    ...disagreementNotes(installed),
    ...unreadNotes(installed),
  ];
}

/** What is said, but not simulated, because others say otherwise and go first. */
export function disagreementNotes({ release, releases, meshConfigs, flags }: Installed): readonly string[] {
  const [config] = meshConfigs;
  return [
    ...releases
      .slice(1)
      .filter(({ means }) => compareVersions(means, release) !== 0)
      .map(word => `${placeOf(word)} says Istio ${versionText(word.means)}, which is not simulated`),
    ...meshConfigs.slice(1).flatMap(word => {
      const fields = config === undefined ? [] : differences(word.means, config.means);
      if (fields.length === 0) return [];
      const says = fields.map(field => fieldText(word.means, field)).join(', ');
      return [`${placeOf(word)} has another MeshConfig, which is not simulated: ${says}`];
    }),
    ...[...flags].flatMap(([name, [first, ...others]]) =>
      others
        .filter(({ means }) => hasFlag(release, name) && means !== first?.means)
        .map(word => `${placeOf(word)} sets feature flag ${name} to ${word.means}, which is not simulated`),
    ),
  ];
}

function releaseNotes(installed: Installed): readonly string[] {
  const { release, releases, unclear, keepsRelease } = installed;
  const [first] = releases;
  if (first === undefined) {
    const known = keepsRelease ? `base's ${versionText(release)} is kept` : `${versionText(release)} is taken`;
    const taken = `which names no release of Istio: ${known}`;
    return unclear.map(word => `${placeOf(word)} says '${word.means}', ${taken}`);
  }
  const unknown = unknownReleaseNotes(installed);
  return [
    `Istio ${versionText(release)} is simulated, ${sourceOf(first)}`,
    ...(unknown.length > 0 ? unknown : derivedNote(release)),
  ];
}

/** The release that is said to run is none that is known, so that another one's rules stand in for it. */
export function unknownReleaseNotes({ release, releases: [first] }: Installed): readonly string[] {
  if (first === undefined) return [];
  if (compareVersions(first.means, oldestRelease) < 0) {
    return [
      `Istio ${versionText(first.means)} is older than any release that is simulated: ${versionText(release)} is taken, so ` +
        'what was otherwise before is not known',
    ];
  }
  if (release.minor > newestRelease.minor) {
    return [
      `Istio ${versionText(release)} is newer than any release that is known here: the rules of ${versionText(newestRelease)} are ` +
        'taken, and what is otherwise since then is known in part only',
    ];
  }
  return [];
}

function derivedNote(release: Version): readonly string[] {
  if (isRecorded(release)) return [];
  return [
    `Istio ${versionText(release)} itself was not recorded: what it does is derived from the known differences between releases`,
  ];
}

function meshConfigNotes({ meshConfigs: [first], controlPlane: { behaves, config } }: Installed): readonly string[] {
  if (first === undefined) return [];
  const says = differences(first.means, defaultMeshConfig).map(field => fieldText(first.means, field));
  return [
    `MeshConfig is read ${sourceOf(first)}: ${says.length === 0 ? 'for outbound traffic it says what is the default' : says.join(', ')}`,
    ...(usesAutomaticAddresses(config, behaves)
      ? [
          'sidecars answer for DNS: each entry without addresses was given one, in place of that which istiod writes into its status',
        ]
      : []),
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
  return [
    ...(isDynamic ? ['ALLOW_ANY_DYNAMIC_DNS, which is not simulated: ALLOW_ANY is taken'] : []),
    ...(serviceEntryVisibility?.applyToSidecars === true
      ? ['serviceEntryVisibility, which is not simulated: each ServiceEntry is as visible as it says itself']
      : []),
    ...(defaultConfig.interceptionMode === 'NONE'
      ? ['interceptionMode NONE, which is not simulated: calls are taken to be captured']
      : []),
  ];
}

function flagNotes({ release, flags, unreadFlags, unsimulated }: Installed): readonly string[] {
  const decidesNothing = `decides nothing in Istio ${versionText(release)}`;
  return [
    ...[...flags].flatMap(([name, words]) => {
      const [first] = words;
      if (first === undefined) return [];
      if (hasFlag(release, name)) return [`feature flag ${name} is ${first.means}, ${sourceOf(first)}`];
      // A compatibilityVersion sets what its release has to offer: nobody asked for that flag.
      return words
        .filter(({ by, stated }) => by.flags[name] === stated)
        .map(word => `feature flag ${name}${setAt(word)} ${decidesNothing}`);
    }),
    ...[...unreadFlags].flatMap(([name, words]) =>
      words.map(word =>
        hasFlag(release, name)
          ? `${placeOf(word)} sets feature flag ${name} to ${quote(word.means)}, expected true or false: istiod keeps its default`
          : `feature flag ${name}${setAt(word)} ${decidesNothing}`,
      ),
    ),
    ...unsimulated.map(
      word =>
        `${placeOf(word)} sets feature flag ${word.means.name} to ${word.means.value}, which is not simulated: ${word.means.taken}`,
    ),
  ];
}

/** `, set at istio/prod.yaml:12 (IstioOperator istio-system/prod),`; empty for an option. */
function setAt(word: Word<unknown>): string {
  return word.by.document.path === '' ? '' : `, set at ${placeOf(word)},`;
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
  return `${file}:${line} (${resourceText({ ...by, kind: by.writtenKind })})`;
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
    case 'capturesDns':
      return `ISTIO_META_DNS_CAPTURE ${config.capturesDns}`;
    case 'allocatesAddresses':
      return `ISTIO_META_DNS_AUTO_ALLOCATE ${config.allocatesAddresses}`;
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
