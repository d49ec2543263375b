/** What a generated ServiceEntry says. */
export interface Entry {
  readonly namespace: string;
  readonly name: string;
  readonly host: string;
  readonly ports: readonly EntryPort[];
  readonly resolution: 'DNS' | 'NONE' | 'STATIC';
  readonly address?: string;
  /** Absent, as most people write it, exports to all. */
  readonly exportTo?: '.' | '*';
}

interface EntryPort {
  readonly number: number;
  readonly name: string;
  readonly protocol: 'TLS' | 'HTTP' | 'HTTPS' | 'TCP' | 'MONGO';
}

export const tls: EntryPort = { number: 443, name: 'tls', protocol: 'TLS' };
export const tcp443: EntryPort = { number: 443, name: 'tcp', protocol: 'TCP' };
const https: EntryPort = { number: 443, name: 'https', protocol: 'HTTPS' };
const http: EntryPort = { number: 80, name: 'http', protocol: 'HTTP' };
const postgres: EntryPort = { number: 5432, name: 'tcp-postgres', protocol: 'TCP' };
const mongo: EntryPort = { number: 27017, name: 'mongo', protocol: 'MONGO' };

/**
 * The `which`-th entry of the `index`-th namespace. The first is a web host of a vendor. The second is by turns a
 * database with an address, a wildcard, a plain HTTP host, a vault or database, and one more web host.
 *
 * `isContested`: in every twentieth namespace the first host is one that others declare as well, and the vaults are
 * private, so that a hundred namespaces see a mesh of their own.
 */
export function usualEntry(namespace: string, index: number, which: 0 | 1, isContested: boolean): Entry {
  if (which === 0) {
    const host = isContested && index % 20 === 7 ? popular[Math.floor(index / 20) % popular.length] : undefined;
    return {
      namespace,
      name: 'vendor-api',
      host: host ?? `api.vendor-${index}.example.com`,
      ports: index % 4 === 1 ? [http, https] : [tls],
      resolution: 'DNS',
      ...(index % 25 === 3 ? { exportTo: '*' } : {}),
    };
  }
  const common = { namespace, name: 'vendor-data' };
  const address = `172.${16 + (index >> 12)}.${(index >> 4) % 256}.${(index % 16) * 16}`;
  switch (index % 5) {
    case 0:
      return { ...common, host: `db-${index}.rds.example.com`, ports: [postgres], resolution: 'DNS', address };
    case 1:
      return { ...common, host: `*.bucket-${index}.example.net`, ports: [tls], resolution: 'NONE' };
    case 2:
      return { ...common, host: `files-${index}.example.com`, ports: [http], resolution: 'DNS' };
    case 3:
      return index % 2 === 0
        ? {
            ...common,
            host: `vault-${index}.example.com`,
            ports: [tls],
            resolution: 'DNS',
            ...(isContested ? { exportTo: '.' } : {}),
          }
        : { ...common, host: `mongo-${index}.example.com`, ports: [mongo], resolution: 'STATIC', address };
    default:
      return { ...common, host: `hooks-${index}.example.com`, ports: [tls], resolution: 'DNS' };
  }
}

/** Hosts that many teams call, each with an entry of its own. */
const popular = [
  'hooks.slack.com',
  'api.github.com',
  'sts.amazonaws.com',
  'api.stripe.com',
  'login.microsoftonline.com',
];

export function entryText({ namespace, name, host, ports, resolution, address, exportTo }: Entry): string {
  const portTexts = ports.map(
    port => `    - number: ${port.number}
      name: ${port.name}
      protocol: ${port.protocol}
`,
  );
  return `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  hosts:
    - "${host}"
${address === undefined ? '' : `  addresses:\n    - ${address}/32\n`}  location: MESH_EXTERNAL
  resolution: ${resolution}
  ports:
${portTexts.join('')}${resolution === 'STATIC' ? `  endpoints:\n    - address: ${address}\n` : ''}${
    exportTo === undefined ? '' : `  exportTo: ["${exportTo}"]\n`
  }`;
}
