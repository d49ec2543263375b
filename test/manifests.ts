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

function manifest(
  apiVersion: string,
  kind: string,
  { name, day, labels }: Named,
  annotations: Readonly<Record<string, string>>,
  spec: unknown,
): ManifestText {
  const [namespace, own] = name.split('/');
  const creationTimestamp = day === undefined ? undefined : `2024-01-${String(day).padStart(2, '0')}T00:00:00Z`;
  return JSON.stringify({
    apiVersion,
    kind,
    metadata: { name: own, namespace, creationTimestamp, labels, annotations },
    spec,
  });
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',').map(item => item.trim());
}
