import type { Labels } from '../resources/resource.js';
import type { LiveNode } from './live-sidecar.js';
import { entriesOf, field, isSet, textOf, type ProtoValue } from './proto-json.js';

/**
 * The `node` of a bootstrap: an id `sidecar~IP~POD.NAMESPACE~NAMESPACE.svc.DOMAIN` and the metadata that the agent
 * gathered (`model.NodeMetadata`), of which anything may be missing.
 */
export function readNode(node: ProtoValue): LiveNode {
  const metadata = field(node, 'metadata');
  const [type = null, ip = null, name = null, domain = null] = partsOf(textOf(field(node, 'id')));
  const ips = commaList(metadata, 'INSTANCE_IPS');
  return {
    type,
    name,
    namespace: metadataText(metadata, 'NAMESPACE') ?? name?.split('.').at(-1) ?? null,
    labels: labelsOf(field(metadata, 'LABELS')),
    revision: labelsOf(field(metadata, 'ANNOTATIONS'))?.['istio.io/rev'] ?? null,
    ips: ips.length > 0 ? ips : ip === null ? [] : [ip],
    capturesDns: isOn(metadata, 'DNS_CAPTURE'),
    allocatesAddresses: isOn(metadata, 'DNS_AUTO_ALLOCATE'),
    release: metadataText(metadata, 'ISTIO_VERSION'),
    clusterDomain: domain === null ? null : (/\.svc\.(.+)$/s.exec(domain)?.[1] ?? null),
    interceptionMode: metadataText(metadata, 'INTERCEPTION_MODE'),
  };
}

function partsOf(id: string): readonly string[] {
  const parts = id.split('~');
  return parts.length === 4 ? parts : [];
}

/** `StringBool` and numbers are written as they come. */
function metadataText(metadata: ProtoValue, key: string): string | null {
  const value = field(metadata, key);
  if (!isSet(value) || typeof value.found === 'object') return null;
  return String(value.found);
}

function isOn(metadata: ProtoValue, key: string): boolean {
  return /^(true|1)$/i.test(metadataText(metadata, key) ?? '');
}

function commaList(metadata: ProtoValue, key: string): readonly string[] {
  const text = metadataText(metadata, key) ?? '';
  return text === '' ? [] : text.split(',').map(item => item.trim());
}

function labelsOf(labels: ProtoValue): Labels | null {
  return isSet(labels) ? Object.fromEntries(entriesOf(labels).map(([key, value]) => [key, textOf(value)])) : null;
}
