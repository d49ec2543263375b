import type { Call } from '../envoy/call.js';
import type { Proxy } from '../proxy/proxy.js';
import { parseAddress } from '../resources/ip-address.js';
import { entriesOf, field, itemsOf, mismatch, parseJson, textOf, type JsonValue } from './json-value.js';

/** A mesh of the conformance vectors, as its line holds it. */
export interface MeshLine {
  readonly id: string;
  /** YAML documents. */
  readonly manifests: string;
  readonly proxies: readonly (Proxy & { readonly id: string })[];
  readonly calls: readonly (Call & { readonly id: string })[];
  /** MeshConfig as YAML; empty for the defaults. */
  readonly mesh: string;
}

/**
 * Reads one line; what it holds beside the question, such as `expected`, is passed over.
 *
 * @throws InputError for what is no such line.
 */
export function decodeMeshLine(line: string): MeshLine {
  const root = parseJson(line);
  const proxies = itemsOf(field(root, 'proxies'));
  const mesh = field(root, 'mesh');
  return {
    id: textOf(field(root, 'id')),
    manifests: textOf(field(root, 'manifests')),
    proxies: proxies.map(proxyOf),
    calls: itemsOf(field(root, 'calls')).map(callOf),
    mesh: mesh.found === undefined ? '' : textOf(mesh),
  };
}

function proxyOf(proxy: JsonValue): MeshLine['proxies'][number] {
  return {
    id: textOf(field(proxy, 'id')),
    namespace: textOf(field(proxy, 'namespace')),
    labels: Object.fromEntries(entriesOf(field(proxy, 'labels')).map(([key, value]) => [key, textOf(value)])),
    ips: itemsOf(field(proxy, 'ips')).map(addressOf),
    capturesDns: field(proxy, 'dnsCapture').found === true,
    allocatesAddresses: field(proxy, 'dnsAutoAllocate').found === true,
  };
}

function callOf(call: JsonValue): MeshLine['calls'][number] {
  const sni = field(call, 'sni');
  const host = sni.found === undefined ? field(call, 'host') : sni;
  return {
    id: textOf(field(call, 'id')),
    kind: kindOf(field(call, 'kind')),
    address: addressOf(field(call, 'address')),
    port: portOf(field(call, 'port')),
    host: host.found === undefined ? null : textOf(host),
    speaksFirst: 'client',
  };
}

const kinds = ['tls', 'http', 'tcp'] as const;

function kindOf(value: JsonValue): Call['kind'] {
  const kind = kinds.find(candidate => candidate === value.found);
  if (kind === undefined) throw mismatch(value, `one of ${kinds.join(', ')}`);
  return kind;
}

function addressOf(value: JsonValue): string {
  const text = textOf(value);
  if (parseAddress(text) === null) throw mismatch(value, 'an IP address');
  return text;
}

function portOf(value: JsonValue): number {
  const { found } = value;
  if (typeof found === 'number' && Number.isInteger(found) && found > 0 && found <= 65_535) return found;
  throw mismatch(value, 'a port from 1 to 65535');
}
