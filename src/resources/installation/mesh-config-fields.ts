import { duration } from '../duration.js';
import { boolean, derived, list, mapOf, oneOf, optional, string, type ValueOf } from '../fields.js';
import { enumeration, message, uint32 } from '../protobuf-fields.js';

const labelSelector = message({
  matchLabels: mapOf(string),
  matchExpressions: list(
    message({ key: string, operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'), values: list(string) }),
  ),
});

/** Selects by labels: all of it has to hold (`mesh/v1alpha1/config.proto` LabelSelector). */
export type LabelSelector = ValueOf<typeof labelSelector>;

/** The part of `mesh/v1alpha1` MeshConfig that decides outbound traffic, as a manifest says it: absent is zero. */
export const meshConfigFields = message({
  rootNamespace: string,
  outboundTrafficPolicy: optional(
    message({ mode: enumeration('REGISTRY_ONLY', 'ALLOW_ANY', 'ALLOW_ANY_DYNAMIC_DNS') }),
  ),
  defaultServiceExportTo: list(string),
  defaultVirtualServiceExportTo: list(string),
  defaultDestinationRuleExportTo: list(string),
  proxyListenPort: uint32,
  proxyInboundListenPort: uint32,
  proxyHttpPort: uint32,
  /** In milliseconds. */
  protocolDetectionTimeout: derived(duration, nanoseconds => Number(nanoseconds) / 1e6),
  discoverySelectors: list(labelSelector),
  serviceEntryVisibility: optional(message({ applyToSidecars: boolean })),
  defaultConfig: message({
    interceptionMode: enumeration('REDIRECT', 'TPROXY', 'NONE'),
    proxyMetadata: mapOf(string),
  }),
});

export type MeshConfigFields = ValueOf<typeof meshConfigFields>;
