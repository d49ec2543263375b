/** A manifest, as the YAML that every JSON is. Lists are written `a, b`; ports `TCP/443`, a protocol before the slash or none. */
export type ManifestText = string;

interface Named {
  /** `namespace/name`. */
  readonly name: string;
  /** Day of creation; manifests have none unless it is given. */
  readonly day?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface ServiceFields extends Named {
  /** The protocol is the name of the port, or with a colon its appProtocol: `http/80, tcp:x/81, udp!/53` (UDP). */
  readonly ports?: string;
  readonly clusterIP?: string;
  readonly externalName?: string;
  readonly exportTo?: string;
}

/** A Kubernetes Service. */
export function service({
  ports = 'http/80',
  clusterIP,
  externalName,
  exportTo,
  ...named
}: ServiceFields): ManifestText {
  const [first, ...others] = listOf(clusterIP);
  return manifest('v1', 'Service', named, exportTo === undefined ? {} : { 'networking.istio.io/exportTo': exportTo }, {
    ...(externalName === undefined ? {} : { type: 'ExternalName', externalName }),
    ...(first === undefined ? {} : { clusterIP: first }),
    ...(others.length === 0 ? {} : { clusterIPs: [first, ...others] }),
    ports: listOf(ports).map(port => {
      const [protocol = '', number] = port.split('/');
      const [name = '', appProtocol] = protocol.replace('!', '').split(':');
      return {
        port: Number(number),
        name: appProtocol === undefined ? `${name}-${number}` : name,
        ...(appProtocol === undefined ? {} : { appProtocol }),
        protocol: protocol.endsWith('!') ? 'UDP' : 'TCP',
      };
    }),
  });
}

/** The ConfigMap from which istiod reads this MeshConfig, a text of YAML. */
export function meshConfig(mesh: string): ManifestText {
  return manifest('v1', 'ConfigMap', { name: 'istio-system/istio' }, {}, undefined, { data: { mesh } });
}

export interface SliceFields extends Named {
  /** The Service of its namespace; without it the slice has no label for one. */
  readonly of?: string;
  readonly addresses: string;
  /** Names of ports. */
  readonly ports?: string;
  readonly addressType?: string;
  readonly ready?: boolean;
}

/** An EndpointSlice. */
export function slice({
  of,
  addresses,
  ports,
  addressType = 'IPv4',
  ready = true,
  ...named
}: SliceFields): ManifestText {
  const labels = { ...named.labels, ...(of === undefined ? {} : { 'kubernetes.io/service-name': of }) };
  const found = {
    addressType,
    endpoints: listOf(addresses).map(address => ({ addresses: [address], conditions: { ready } })),
    ports: listOf(ports).map(name => ({ name, port: 8080, protocol: 'TCP' })),
  };
  return manifest('discovery.k8s.io/v1', 'EndpointSlice', { ...named, labels }, {}, undefined, found);
}

export interface EndpointsFields extends Named {
  readonly addresses: string;
  readonly notReady?: string;
  readonly ports?: string;
}

/** Endpoints, for the Service of their name. */
export function endpoints({ addresses, notReady, ports, ...named }: EndpointsFields): ManifestText {
  const subset = {
    addresses: listOf(addresses).map(ip => ({ ip })),
    notReadyAddresses: listOf(notReady).map(ip => ({ ip })),
    ports: listOf(ports).map(name => ({ name, port: 8080 })),
  };
  return manifest('v1', 'Endpoints', named, {}, undefined, { subsets: [subset] });
}

export interface WorkloadEntryFields extends Named {
  readonly address: string;
  /** Those of the spec; `labels` are those of the metadata. */
  readonly specLabels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly status?: unknown;
}

/** A WorkloadEntry. */
export function workloadEntry({
  address,
  specLabels,
  annotations = {},
  status,
  ...named
}: WorkloadEntryFields): ManifestText {
  const spec = { address, labels: specLabels };
  return manifest('networking.istio.io/v1', 'WorkloadEntry', named, annotations, spec, { status });
}

export interface PodFields extends Named {
  readonly ip?: string;
  readonly ready?: boolean;
  readonly phase?: string;
}

/** A Pod, ready unless it is given otherwise. */
export function pod({ ip, ready = true, phase = 'Running', ...named }: PodFields): ManifestText {
  const status = { phase, podIP: ip, conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] };
  return manifest('v1', 'Pod', named, {}, undefined, { status });
}

export interface EntryFields extends Partial<Named> {
  readonly namespace?: string;
  readonly hosts: string;
  readonly ports?: string;
  readonly addresses?: string;
  readonly resolution?: string;
  readonly endpoints?: string;
  readonly exportTo?: string;
  readonly selector?: Readonly<Record<string, string>>;
}

/** A ServiceEntry, in namespace `shop` and named for its first host unless it is named otherwise. */
export function entry(fields: EntryFields): ManifestText {
  const { hosts, ports = 'TLS/443', addresses, resolution = 'DNS', endpoints, exportTo, selector } = fields;
  const { namespace = 'shop', name = `${namespace}/${listOf(hosts)[0]?.replaceAll('*', 'any')}`, ...named } = fields;
  return manifest(
    'networking.istio.io/v1',
    'ServiceEntry',
    { ...named, name },
    {},
    {
      hosts: listOf(hosts),
      ...(addresses === undefined ? {} : { addresses: listOf(addresses) }),
      ports: listOf(ports).map(port => {
        const [protocol = '', number] = port.split('/');
        return { number: Number(number), name: `p${number}`, ...(protocol === '' ? {} : { protocol }) };
      }),
      resolution,
      ...(endpoints === undefined ? {} : { endpoints: listOf(endpoints).map(address => ({ address })) }),
      ...(exportTo === undefined ? {} : { exportTo: listOf(exportTo) }),
      ...(selector === undefined ? {} : { workloadSelector: { labels: selector } }),
    },
  );
}

export interface VirtualServiceFields extends Partial<Named> {
  readonly hosts: string;
  /** As in the manifest. */
  readonly http?: readonly unknown[];
  readonly tls?: readonly unknown[];
  readonly tcp?: readonly unknown[];
}

/** A VirtualService, in namespace `shop` and named for its first host unless it is named otherwise. */
export function virtualService({ hosts, http, tls, tcp, ...fields }: VirtualServiceFields): ManifestText {
  const { name = `shop/${listOf(hosts)[0]?.replaceAll('*', 'any')}`, ...named } = fields;
  const spec = { hosts: listOf(hosts), http, tls, tcp };
  return manifest('networking.istio.io/v1', 'VirtualService', { ...named, name }, {}, spec);
}

export interface EgressFields {
  readonly hosts: string;
  /** `TCP/443`. */
  readonly port?: string;
  readonly bind?: string;
  readonly captureMode?: string;
}

export interface SidecarFields extends Partial<Named> {
  readonly egress?: readonly EgressFields[];
  readonly selector?: Readonly<Record<string, string>>;
  readonly policy?: unknown;
}

/** A Sidecar, `shop/default` unless it is named otherwise. */
export function sidecar({ egress, selector, policy, name = 'shop/default', ...named }: SidecarFields): ManifestText {
  return manifest(
    'networking.istio.io/v1',
    'Sidecar',
    { ...named, name },
    {},
    {
      ...(selector === undefined ? {} : { workloadSelector: { labels: selector } }),
      ...(egress === undefined
        ? {}
        : {
            egress: egress.map(({ hosts, port, ...rest }) => {
              const [protocol, number] = port?.split('/') ?? [];
              return {
                hosts: listOf(hosts),
                ...rest,
                ...(port === undefined ? {} : { port: { number: Number(number), protocol, name: 'egress' } }),
              };
            }),
          }),
      ...(policy === undefined ? {} : { outboundTrafficPolicy: policy }),
    },
  );
}

export interface EnvoyFilterFields extends Partial<Named> {
  readonly selector?: Readonly<Record<string, string>>;
  readonly targetRefs?: readonly unknown[];
  /** As the API has them; the context is SIDECAR_OUTBOUND unless it is given. */
  readonly patches: readonly PatchFields[];
}

export interface PatchFields {
  readonly applyTo: string;
  readonly operation?: string;
  readonly match?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
}

/** An EnvoyFilter, `shop/filter` unless it is named otherwise. */
export function envoyFilter({ patches, selector, targetRefs, name = 'shop/filter', ...named }: EnvoyFilterFields) {
  return manifest(
    'networking.istio.io/v1alpha3',
    'EnvoyFilter',
    { ...named, name },
    {},
    {
      ...(selector === undefined ? {} : { workloadSelector: { labels: selector } }),
      ...(targetRefs === undefined ? {} : { targetRefs }),
      configPatches: patches.map(({ applyTo, operation = 'MERGE', match, value = {} }) => ({
        applyTo,
        match: { context: 'SIDECAR_OUTBOUND', ...match },
        patch: { operation, ...(operation === 'REMOVE' ? {} : { value }) },
      })),
    },
  );
}

export interface RouteFields extends Named {
  readonly kind: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute';
  /** As the API has them, of the core group unless they say otherwise. */
  readonly parents: readonly Readonly<Record<string, unknown>>[];
  readonly hostnames?: readonly string[];
  readonly rules?: readonly unknown[];
}

/** A Gateway API route, HTTPRoute `shop/route` for Service `cart` unless it is given otherwise. */
export function gatewayRoute({
  kind = 'HTTPRoute',
  parents = [{ name: 'cart' }],
  hostnames,
  rules,
  name = 'shop/route',
  ...named
}: Partial<RouteFields>): ManifestText {
  const parentRefs = parents.map(parent => ({ group: '', kind: 'Service', ...parent }));
  return manifest('gateway.networking.k8s.io/v1', kind, { ...named, name }, {}, { parentRefs, hostnames, rules });
}

function manifest(
  apiVersion: string,
  kind: string,
  { name, day, labels }: Named,
  annotations: Readonly<Record<string, string>>,
  spec: unknown,
  others: Readonly<Record<string, unknown>> = {},
): ManifestText {
  const [namespace, own] = name.split('/');
  const creationTimestamp = day === undefined ? undefined : `2024-01-${String(day).padStart(2, '0')}T00:00:00Z`;
  return JSON.stringify({
    apiVersion,
    kind,
    metadata: { name: own, namespace, creationTimestamp, labels, annotations },
    spec,
    ...others,
  });
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',').map(item => item.trim());
}
