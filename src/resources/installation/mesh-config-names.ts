import type { Node } from '../../source/node.js';
import { protobufName } from '../fault.js';

/** Every field of `mesh/v1alpha1` MeshConfig in Istio 1.11 to 1.31, whether or not it decides outbound traffic. */
const names = [
  'accessLogEncoding',
  'accessLogFile',
  'accessLogFormat',
  'ca',
  'caCertificates',
  'certificates',
  'configSources',
  'connectTimeout',
  'defaultConfig',
  'defaultDestinationRuleExportTo',
  'defaultHttpRetryPolicy',
  'defaultProviders',
  'defaultServiceExportTo',
  'defaultVirtualServiceExportTo',
  'disableEnvoyListenerLog',
  'discoverySelectors',
  'dnsRefreshRate',
  'enableAutoMtls',
  'enableEnvoyAccessLogService',
  'enablePrometheusMerge',
  'enableTracing',
  'extensionProviders',
  'h2UpgradePolicy',
  'hboneIdleTimeout',
  'inboundClusterStatName',
  'inboundTrafficPolicy',
  'ingressClass',
  'ingressControllerMode',
  'ingressSelector',
  'ingressService',
  'localityLbSetting',
  'meshMTLS',
  'outboundClusterStatName',
  'outboundTrafficPolicy',
  'pathNormalization',
  'protocolDetectionTimeout',
  'proxyHttpPort',
  'proxyInboundListenPort',
  'proxyListenPort',
  'rootNamespace',
  'serviceEntryVisibility',
  'serviceScopeConfigs',
  'serviceSettings',
  'tcpKeepalive',
  'thriftConfig',
  'tlsDefaults',
  'trustDomain',
  'trustDomainAliases',
  'verifyCertificateAtClient',
];

const known: ReadonlySet<string> = new Set(names.flatMap(name => [name, protobufName(name)]));

/** Whether a mapping has fields, and none of them is one of MeshConfig: istiod would pass over all of it in silence. */
export function isNoMeshConfig(node: Node): boolean {
  return node.kind === 'mapping' && node.pairs.length > 0 && !node.pairs.some(({ key }) => known.has(key.text));
}
