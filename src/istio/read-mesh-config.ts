import type { Report } from '../resources/fault.js';
import { readNode } from '../resources/fields.js';
import { meshConfigFields, type MeshConfigFields } from '../resources/installation/mesh-config-fields.js';
import type { Node } from '../source/node.js';
import { parseBool } from './go-bool.js';
import { defaultMeshConfig, type MeshConfig } from './mesh-config.js';

/** Reads MeshConfig over the defaults. */
export function readMeshConfig(root: Node | null, report: Report): MeshConfig {
  return applyMeshConfig(readNode(meshConfigFields, root, [], report));
}

/**
 * What is said over the defaults: what is absent or empty keeps them, but an `outboundTrafficPolicy` that says nothing
 * means REGISTRY_ONLY, the zero value (IN-12).
 *
 * Mirrors `ApplyMeshConfig`.
 */
export function applyMeshConfig(said: MeshConfigFields): MeshConfig {
  const orDefault = <T extends string | number | readonly string[]>(value: T, fallback: T): T =>
    value === 0 || (typeof value !== 'number' && value.length === 0) ? fallback : value;
  const usual = defaultMeshConfig;
  return {
    ...usual,
    rootNamespace: orDefault(said.rootNamespace, usual.rootNamespace),
    outboundTrafficPolicy:
      said.outboundTrafficPolicy === null
        ? usual.outboundTrafficPolicy
        : { mode: isOpen(said.outboundTrafficPolicy.mode) ? 'ALLOW_ANY' : 'REGISTRY_ONLY', egressProxy: null },
    defaultServiceExportTo: orDefault(said.defaultServiceExportTo, usual.defaultServiceExportTo),
    defaultVirtualServiceExportTo: orDefault(said.defaultVirtualServiceExportTo, usual.defaultVirtualServiceExportTo),
    defaultDestinationRuleExportTo: orDefault(
      said.defaultDestinationRuleExportTo,
      usual.defaultDestinationRuleExportTo,
    ),
    proxyListenPort: orDefault(said.proxyListenPort, usual.proxyListenPort),
    proxyInboundListenPort: orDefault(said.proxyInboundListenPort, usual.proxyInboundListenPort),
    proxyHttpPort: said.proxyHttpPort,
    protocolDetectionTimeout: said.protocolDetectionTimeout,
    discoverySelectors: said.discoverySelectors,
    capturesDns: isSet(said.defaultConfig.proxyMetadata['ISTIO_META_DNS_CAPTURE']),
    allocatesAddresses: isSet(said.defaultConfig.proxyMetadata['ISTIO_META_DNS_AUTO_ALLOCATE']),
  };
}

/** As a proxy's metadata is read (`StringBool`). */
function isSet(text: string | undefined): boolean {
  return text !== undefined && parseBool(text) === true;
}

/** The mode of Istio 1.31 that resolves names itself lets plain HTTP out in its own way, and everything else as ALLOW_ANY does. */
function isOpen(mode: string | number): boolean {
  return mode === 'ALLOW_ANY' || mode === 'ALLOW_ANY_DYNAMIC_DNS';
}
