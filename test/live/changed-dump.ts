import type { RecordedProxy } from './recorded-dump.js';

type Listener = RecordedProxy['listeners'][number];
type Chain = Listener['chains'][number];
type Table = RecordedProxy['routes'][string];
type Host = Table['virtualHosts'][number];

/** A sidecar that was told one thing else, and where a comparison has to say so. */
export interface Change {
  readonly proxy: RecordedProxy;
  /** What a difference must stand at: the beginning of its `where`. */
  readonly at: readonly string[];
}

/** A way to change one thing; null where the sidecar has no such thing. `pick` chooses which. */
export type ChangeKind = (proxy: RecordedProxy, pick: Pick) => Change | null;

/** One of several; undefined of none. */
export type Pick = <Item>(items: readonly Item[]) => Item | undefined;

/** Every kind of thing that is compared, changed. */
export const changeKinds: Readonly<Record<string, ChangeKind>> = {
  'a listener is missing': (proxy, pick) => changeListener(proxy, pick, () => []),
  'a listener is at another port': (proxy, pick) =>
    changeListener(proxy, pick, listener => (isSocket(listener) ? null : [{ ...listener, port: listener.port + 1 }])),
  'a listener is added': (proxy, pick) => {
    const like = pick(proxy.listeners);
    if (like === undefined) return null;
    const added: Listener = { ...like, name: 'added', address: '192.0.2.200', port: 9999 };
    return { proxy: { ...proxy, listeners: [...proxy.listeners, added] }, at: ['listener 192.0.2.200:9999'] };
  },
  'a listener is bound otherwise': (proxy, pick) =>
    changeListener(proxy, pick, listener => [{ ...listener, bindToPort: listener.bindToPort === false }]),
  'an additional address is missing': (proxy, pick) =>
    changeListener(proxy, pick, ({ additionalAddresses = [], ...listener }) =>
      additionalAddresses.length === 0 ? null : [listener],
    ),
  'an inspector is missing': (proxy, pick) =>
    changeListener(proxy, pick, ({ listenerFilters = [], ...listener }) =>
      listenerFilters.length === 0 ? null : [{ ...listener, listenerFilters: listenerFilters.slice(1) }],
    ),
  'an inspector is added': (proxy, pick) =>
    changeListener(proxy, pick, ({ listenerFilters = [], ...listener }) =>
      listenerFilters.includes('tls_inspector')
        ? null
        : [{ ...listener, listenerFilters: [...listenerFilters, 'tls_inspector'] }],
    ),
  'a chain is missing': (proxy, pick) =>
    changeChain(proxy, pick, (_chain, { chains }) => (chains.length < 2 ? null : [])),
  'a chain leads elsewhere': (proxy, pick) =>
    changeChain(proxy, pick, chain => [leading(chain, 'outbound|1||elsewhere.example')]),
  'a chain leads nowhere': (proxy, pick) =>
    changeChain(proxy, pick, chain => (chain.tcp === 'BlackHoleCluster' ? null : [leading(chain, 'BlackHoleCluster')])),
  'a chain asks for another SNI': (proxy, pick) =>
    changeChain(proxy, pick, chain => {
      const names = chain.match?.['serverNames'];
      if (!Array.isArray(names)) return null;
      return [{ ...chain, match: { ...chain.match, serverNames: [...names.slice(1), 'other.example'] } }];
    }),
  'a chain asks for another prefix': (proxy, pick) =>
    changeChain(proxy, pick, chain =>
      chain.match?.['prefixRanges'] === undefined
        ? null
        : [{ ...chain, match: { ...chain.match, prefixRanges: ['192.0.2.0/24'] } }],
    ),
  'the default chain is missing': (proxy, pick) =>
    changeListener(proxy, pick, ({ default: fallback, ...listener }) => (fallback === undefined ? null : [listener])),
  'the default chain leads elsewhere': (proxy, pick) =>
    changeListener(proxy, pick, ({ default: fallback, ...listener }) =>
      fallback === undefined ? null : [{ ...listener, default: { ...fallback, tcp: 'outbound|1||elsewhere.example' } }],
    ),
  'a table counts ports': (proxy, pick) => {
    const [name, table] = pick(Object.entries(proxy.routes)) ?? [];
    if (name === undefined || table === undefined) return null;
    const routes = { ...proxy.routes, [name]: { ...table, ignorePortInHostMatching: false } };
    return { proxy: { ...proxy, routes }, at: [`route table ${name}`] };
  },
  'a virtual host is missing': (proxy, pick) => changeHost(proxy, pick, () => []),
  'a virtual host is added': (proxy, pick) =>
    changeHost(proxy, pick, host => (host.name.includes(':') ? [host, { ...host, name: `${host.name}0` }] : null)),
  'a domain is missing': (proxy, pick) =>
    changeHost(proxy, pick, host => [{ ...host, domains: host.domains.slice(1) }]),
  'a domain is added': (proxy, pick) =>
    changeHost(proxy, pick, host => [{ ...host, domains: [...host.domains, 'other.example'] }]),
  'a route leads elsewhere': (proxy, pick) =>
    changeHost(proxy, pick, host => [
      { ...host, routes: host.routes.map(({ match }) => ({ match, cluster: 'outbound|1||elsewhere.example' })) },
    ]),
  'a route is added': (proxy, pick) =>
    changeHost(proxy, pick, host => [{ ...host, routes: [...host.routes, { match: { prefix: '/' }, cluster: 'a' }] }]),
  'a route asks for another path': (proxy, pick) =>
    changeHost(proxy, pick, host => [
      { ...host, routes: host.routes.map(route => ({ ...route, match: { path: '/other' } })) },
    ]),
  'a cluster is missing': (proxy, pick) => changeCluster(proxy, pick, () => null),
  'a cluster is of another type': (proxy, pick) =>
    changeCluster(proxy, pick, type => (type === 'EDS' ? 'LOGICAL_DNS' : 'EDS')),
};

function leading({ match, network }: Chain, cluster: string): Chain {
  return { ...(match !== undefined && { match }), ...(network !== undefined && { network }), tcp: cluster };
}

function changeListener(
  proxy: RecordedProxy,
  pick: Pick,
  change: (listener: Listener) => readonly Listener[] | null,
): Change | null {
  const changeable = proxy.listeners.flatMap(listener => {
    const changed = change(listener);
    return changed === null ? [] : [{ listener, changed }];
  });
  const chosen = pick(changeable);
  if (chosen === undefined) return null;
  const listeners = proxy.listeners.flatMap(listener => (listener === chosen.listener ? chosen.changed : [listener]));
  return { proxy: { ...proxy, listeners }, at: [`listener ${placeOf(chosen.listener)}`] };
}

function changeChain(
  proxy: RecordedProxy,
  pick: Pick,
  change: (chain: Chain, listener: Listener) => readonly Chain[] | null,
): Change | null {
  return changeListener(proxy, pick, listener => {
    const changeable = listener.chains.flatMap(chain => {
      const changed = change(chain, listener);
      return changed === null ? [] : [{ chain, changed }];
    });
    const chosen = pick(changeable);
    if (chosen === undefined) return null;
    return [{ ...listener, chains: listener.chains.flatMap(one => (one === chosen.chain ? chosen.changed : [one])) }];
  });
}

function changeHost(proxy: RecordedProxy, pick: Pick, change: (host: Host) => readonly Host[] | null): Change | null {
  const changeable = Object.entries(proxy.routes).flatMap(([name, table]) =>
    isAskedAgain(proxy, name)
      ? []
      : table.virtualHosts.flatMap(host => {
          const changed = change(host);
          return changed === null ? [] : [{ name, table, host, changed }];
        }),
  );
  const chosen = pick(changeable);
  if (chosen === undefined) return null;
  const virtualHosts = chosen.table.virtualHosts.flatMap(host => (host === chosen.host ? chosen.changed : [host]));
  return {
    proxy: { ...proxy, routes: { ...proxy.routes, [chosen.name]: { ...chosen.table, virtualHosts } } },
    at: [`route table ${chosen.name}`],
  };
}

/** Those are not in a dump as they were recorded. */
function isAskedAgain({ listeners }: RecordedProxy, name: string): boolean {
  const asked = listeners.flatMap(({ chains }) => chains.filter(({ http }) => http?.rds === name));
  return name.includes(':') && asked.length > 1;
}

function changeCluster(proxy: RecordedProxy, pick: Pick, change: (type: string) => string | null): Change | null {
  const name = pick(Object.keys(proxy.clusters));
  if (name === undefined) return null;
  const type = change(proxy.clusters[name]?.type ?? '');
  const clusters = Object.entries(proxy.clusters).filter(([other]) => other !== name);
  return {
    proxy: { ...proxy, clusters: Object.fromEntries(type === null ? clusters : [...clusters, [name, { type }]]) },
    at: [`cluster ${name}`],
  };
}

/** A Unix socket has no port, so its dump tells none. */
function isSocket({ address }: Listener): boolean {
  return address.startsWith('pipe:');
}

function placeOf(listener: Listener): string {
  const { address, port } = listener;
  if (isSocket(listener)) return `unix://${address.slice('pipe:'.length)}`;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
