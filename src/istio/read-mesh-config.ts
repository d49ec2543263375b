import type { Report } from '../resources/fault.js';
import { list, optional, readNode, string } from '../resources/fields.js';
import { enumeration, message, uint32 } from '../resources/protobuf-fields.js';
import type { Node } from '../source/node.js';
import { defaultMeshConfig, type MeshConfig } from './mesh-config.js';

const meshConfig = message({
  rootNamespace: string,
  outboundTrafficPolicy: optional(message({ mode: enumeration('REGISTRY_ONLY', 'ALLOW_ANY') })),
  defaultServiceExportTo: list(string),
  defaultVirtualServiceExportTo: list(string),
  defaultDestinationRuleExportTo: list(string),
  proxyListenPort: uint32,
  proxyInboundListenPort: uint32,
  proxyHttpPort: uint32,
});

/**
 * Reads MeshConfig over the defaults: what is absent or empty keeps them, but an `outboundTrafficPolicy` that says
 * nothing means REGISTRY_ONLY, the zero value (IN-12).
 */
export function readMeshConfig(root: Node | null, report: Report): MeshConfig {
  const read = readNode(meshConfig, root, [], report);
  const orDefault = <T extends string | number | readonly string[]>(value: T, fallback: T): T =>
    value === 0 || (typeof value !== 'number' && value.length === 0) ? fallback : value;
  return {
    ...defaultMeshConfig,
    rootNamespace: orDefault(read.rootNamespace, defaultMeshConfig.rootNamespace),
    outboundTrafficPolicy:
      read.outboundTrafficPolicy === null
        ? defaultMeshConfig.outboundTrafficPolicy
        : { mode: read.outboundTrafficPolicy.mode === 'ALLOW_ANY' ? 'ALLOW_ANY' : 'REGISTRY_ONLY', egressProxy: null },
    defaultServiceExportTo: orDefault(read.defaultServiceExportTo, defaultMeshConfig.defaultServiceExportTo),
    defaultVirtualServiceExportTo: orDefault(
      read.defaultVirtualServiceExportTo,
      defaultMeshConfig.defaultVirtualServiceExportTo,
    ),
    defaultDestinationRuleExportTo: orDefault(
      read.defaultDestinationRuleExportTo,
      defaultMeshConfig.defaultDestinationRuleExportTo,
    ),
    proxyListenPort: orDefault(read.proxyListenPort, defaultMeshConfig.proxyListenPort),
    proxyInboundListenPort: orDefault(read.proxyInboundListenPort, defaultMeshConfig.proxyInboundListenPort),
    proxyHttpPort: read.proxyHttpPort,
  };
}
