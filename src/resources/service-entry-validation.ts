import type { Admission } from './admission.js';
import { faultOfDomainName, faultOfWildcardName } from './domain-name.js';
import { validateEndpoint } from './endpoint-validation.js';
import { validateExportTo } from './export-to.js';
import type { Path, Report } from './fault.js';
import { isAddressOrPrefix } from './ip-address.js';
import { validatePortName, validatePortNumber, validateProtocol } from './port-validation.js';
import { isAmong, namesHttp, namesTls } from './protocol-name.js';
import type { Identity } from './resource.js';
import type { ServiceEntrySpec } from './service-entry.js';
import { validateOnce } from './uniqueness.js';
import { validateWorkloadSelector } from './workload-selector.js';

/** Reports why Istio's webhook refuses a ServiceEntry: `ValidateServiceEntry`, its warnings left out. */
export function validateServiceEntry(
  spec: ServiceEntrySpec,
  identity: Identity,
  report: Report,
  admission: Admission,
): void {
  validateWorkloadSelector(spec.workloadSelector, report);
  if (spec.workloadSelector !== null && spec.endpoints.length > 0) {
    report(['spec', 'endpoints'], 'none beside a workloadSelector: keep one of the two');
  }
  validateHosts(spec, report);
  validateAddresses(spec, report);
  validatePorts(spec, report, admission);
  validateResolution(spec, identity, report);
  validateExportTo(spec.exportTo, identity.namespace, 'also-nobody', report);
}

function validateHosts({ hosts, resolution, endpoints }: ServiceEntrySpec, report: Report): void {
  if (hosts.length === 0) report(['spec', 'hosts'], 'at least one host');
  const mustResolve = (resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN') && endpoints.length === 0;

  hosts.forEach((host, index) => {
    const path = ['spec', 'hosts', index];
    const fault = host === '*' ? 'a domain name; "*" alone is too wide' : faultOfWildcardName(host);
    if (fault !== null) report(path, fault);
    else if (mustResolve && faultOfDomainName(host) !== null) {
      report(path, `a domain name without wildcards, to resolve: resolution is ${resolution}, without endpoints`);
    } else if (resolution === 'DYNAMIC_DNS' && !host.startsWith('*')) {
      report(path, 'a wildcard such as "*.example.com" with resolution DYNAMIC_DNS');
    }
  });
}

/** `agent.ValidateIPSubnet`; prefixes make no sense where a name is resolved. */
function validateAddresses({ addresses, resolution }: ServiceEntrySpec, report: Report): void {
  addresses.forEach((address, index) => {
    const path = ['spec', 'addresses', index];
    if (resolution === 'DYNAMIC_DNS') report(path, 'no addresses with resolution DYNAMIC_DNS');
    else if (!isAddressOrPrefix(address)) {
      report(path, 'an IP address or a prefix such as "10.0.0.0/8"');
    } else if (address.includes('/') && resolution !== 'NONE' && resolution !== 'STATIC') {
      report(path, `an IP address with resolution ${resolution}: prefixes need NONE or STATIC`);
    }
  });
}

function validatePorts({ ports, hosts, resolution }: ServiceEntrySpec, report: Report, admission: Admission): void {
  const dynamicProtocols = admission.takesDynamicDnsOverTls ? ['HTTP', 'HTTP2', 'GRPC', 'TLS'] : ['HTTP'];
  const byName = new Map<string, Path>();
  const byNumber = new Map<number, Path>();
  ports.forEach((port, index) => {
    const path = ['spec', 'ports', index];
    validateOnce(byName, port.name, [...path, 'name'], report);
    validateOnce(byNumber, port.number, [...path, 'number'], report);
    if (port.targetPort !== 0) validatePortNumber(port.targetPort, [...path, 'targetPort'], report);
    validatePortName(port.name, [...path, 'name'], report);
    validateProtocol(port.protocol, [...path, 'protocol'], report, admission.takesThrift);
    validatePortNumber(port.number, [...path, 'number'], report);
    if (resolution === 'DYNAMIC_DNS' && !isAmong(dynamicProtocols, port.protocol)) {
      report([...path, 'protocol'], `${dynamicProtocols.join(' or ')} with resolution DYNAMIC_DNS`);
    }
  });

  // Nothing in a TCP connection tells which of several hosts it wants; with NONE the host does not matter.
  const mute = ports.findIndex(({ protocol }) => !namesHttp(protocol) && !namesTls(protocol));
  if (mute >= 0 && hosts.length > 1 && resolution !== 'NONE') {
    report(['spec', 'ports', mute, 'protocol'], `an HTTP or TLS protocol, as there are ${hosts.length} hosts`);
  }
}

function validateResolution(spec: ServiceEntrySpec, { labels }: Identity, report: Report): void {
  const { resolution, endpoints, location, ports } = spec;
  const names: ReadonlySet<string> = new Set(ports.map(({ name }) => name));
  switch (resolution) {
    case 'NONE':
    case 'DYNAMIC_DNS':
      if (endpoints.length > 0) {
        report(['spec', 'endpoints'], `no endpoints with resolution ${resolution}`);
      }
      if (resolution === 'DYNAMIC_DNS') validateLocation(location, labels['istio.io/use-waypoint'] ?? '', report);
      return;
    case 'DNS_ROUND_ROBIN':
      if (endpoints.length > 1) {
        report(['spec', 'endpoints'], 'at most one endpoint with resolution DNS_ROUND_ROBIN');
      }
      endpoints.forEach((endpoint, index) => validateEndpoint(endpoint, index, 'DNS', names, report));
      return;
    case 'DNS':
    case 'STATIC':
      endpoints.forEach((endpoint, index) => validateEndpoint(endpoint, index, resolution, names, report));
      return;
    default:
      report(['spec', 'resolution'], 'NONE, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS');
  }
}

function validateLocation(location: ServiceEntrySpec['location'], waypoint: string, report: Report): void {
  if (typeof location === 'number') {
    report(['spec', 'location'], 'MESH_EXTERNAL or MESH_INTERNAL with resolution DYNAMIC_DNS');
  } else if (location === 'MESH_INTERNAL' && waypoint !== '' && waypoint.toLowerCase() !== 'none') {
    report(['spec', 'location'], 'MESH_EXTERNAL with resolution DYNAMIC_DNS and a waypoint');
  }
}
