import type { SourceDocument } from '../../source/document.js';
import type { Report } from '../fault.js';
import { list, string, type ValueOf } from '../fields.js';
import { readIstioIdentity } from '../istio-metadata.js';
import { message, readSpec } from '../protobuf-fields.js';
import type { VirtualService } from '../route-rules.js';
import { httpRoute, httpRule } from './http-route.js';
import { tcpRoute, tcpRule } from './tcp-route.js';
import { tlsRoute, tlsRule } from './tls-route.js';
import { validateVirtualService } from './virtual-service-validation.js';

const virtualServiceSpec = message({
  hosts: list(string),
  gateways: list(string),
  http: list(httpRoute),
  tls: list(tlsRoute),
  tcp: list(tcpRoute),
  exportTo: list(string),
});

/** `networking.istio.io` VirtualService, as `networking/v1alpha3/virtual_service.proto` has it. */
export type VirtualServiceSpec = ValueOf<typeof virtualServiceSpec>;

/** Decodes and validates a VirtualService; null where its spec cannot be read. */
export function decodeVirtualService(document: SourceDocument, report: Report): VirtualService | null {
  const identity = readIstioIdentity(document, report);
  const spec = readSpec(virtualServiceSpec, document, report);
  if (spec === null) return null;
  validateVirtualService(spec, identity, report);
  return {
    kind: 'VirtualService',
    ...identity,
    hosts: spec.hosts,
    gateways: spec.gateways,
    exportTo: spec.exportTo.length === 0 ? null : spec.exportTo,
    http: spec.http.map(httpRule),
    tls: spec.tls.map(tlsRule),
    tcp: spec.tcp.map(tcpRule),
    madeOf: [],
  };
}
