import type { GroupClass } from '../../diff/group-classes.js';
import type { ChangedCall } from '../../diff/changed-calls.js';
import type { Configured } from '../../diff/configured.js';
import type { Side } from '../../diff/side.js';
import { dialledText } from '../../envoy/call.js';
import type { RunningSidecar } from '../../envoy/sidecar.js';
import { isMatchAll } from '../../proxy/filter-chain.js';
import { parseClusterName } from '../../proxy/cluster-name.js';
import { listenerKey, type Listener } from '../../proxy/listener.js';
import type { Direction } from '../direction.js';
import { yaml } from '../example.js';
import { observeState } from '../observation.js';
import type { Rule } from '../rule.js';
import { chooseShown } from '../witness.js';
import { few, list } from '../wording.js';

/** A group gets a listener on every address of a port. */
export const wildcardListenerAdded: Rule = {
  id: 'wildcard-listener-added',
  severities: 'error where one host gets all that nothing else claims; else notice',
  summary: 'A sidecar gets a listener on every address (0.0.0.0 or [::]) of a port on which it had none.',
  why:
    'Such a listener sees every connection to the port that has no listener of its own address. If one of its chains ' +
    'matches everything, the entry behind it gets traffic that it never asked for; if its chains match by name only, ' +
    'the rest passes on as before.',
  fix:
    'Give the entry the addresses that its clients dial: its listener is then on these alone. Protocol TLS instead of ' +
    'TCP narrows it to connections that name the host.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: warehouse
        namespace: shop
      spec:
        hosts: [db.warehouse.example]
        addresses: [192.0.2.10]
        ports: [{ number: 5432, name: tcp, protocol: TCP }]
        resolution: DNS
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: warehouse
        namespace: shop
      spec:
        hosts: [db.warehouse.example]
        ports: [{ number: 5432, name: tcp, protocol: TCP }]
        resolution: DNS
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: warehouse
        namespace: shop
      spec:
        hosts: [db.warehouse.example]
        addresses: [192.0.2.20]
        ports: [{ number: 5432, name: tcp, protocol: TCP }]
        resolution: DNS
    `,
  },

  observe(direction) {
    return direction.classes.flatMap(groupClass => {
      const known = wildcardListeners(direction.before, groupClass);
      return [...wildcardListeners(direction.after, groupClass)].flatMap(([key, listener]) => {
        if (known.has(key)) return [];
        const takesAll = takerOfAll(listener);
        if (takesAll === null && !direction.isForward) return [];
        const hosts = takesAll === null ? hostsOn(direction.after, groupClass, listener) : [takesAll];
        return [
          observeState(direction, groupClass, side => wildcardListeners(side, groupClass).has(key), {
            severity: takesAll === null ? 'notice' : 'error',
            ownerHost: takesAll,
            subject: { hosts, port: listener.port, listener: dialledText(listener) },
            change: takesAll === null ? null : takenCall(direction, groupClass, listener.port, takesAll),
          }),
        ];
      });
    });
  },

  describe({ subject, severity, groupClass, after }) {
    const hosts = list(subject.hosts ?? []);
    const listener = [...wildcardListeners(after, groupClass).values()].find(({ port }) => port === subject.port);
    const what =
      listener?.chains.length === 1 && listener.defaultChain === null
        ? 'every connection'
        : 'whatever no other chain takes';
    return severity === 'error'
      ? {
          title: `New listener ${subject.listener} sends ${what} to ${hosts}`,
          message:
            `The sidecar had no listener for every address of port ${subject.port}. The new one has a chain for ` +
            `${hosts} that asks neither for an address nor for a name.`,
          fix: wildcardListenerAdded.fix,
        }
      : {
          title: `New listener ${subject.listener} for ${hosts}`,
          message:
            `It takes only connections that name ${subject.hosts?.length === 1 ? 'this host or are dialled to its' : 'these hosts or are dialled to their'} ` +
            `addresses. Everything else on port ${subject.port} goes where it went before.`,
          fix: `Nothing to do, if ${meantText(subject.hosts ?? [], after.configured(groupClass.asked))}.`,
        };
  },

  titleOfAll: ({ hosts, listeners }) =>
    `New ${listeners.length === 1 ? 'listener' : 'listeners'} ${few(listeners)} for ${few(hosts)}`,

  gone: ({ subject, severity }) =>
    severity === 'error' ? `The listener ${subject.listener} that took every connection is gone` : null,
};

/** Of a Service the field is an annotation (CV-6). */
function meantText(hosts: readonly string[], { servicesOf }: Configured): string {
  const kinds = new Set(hosts.flatMap(host => servicesOf(host).map(({ resource }) => resource.kind)));
  const annotation = 'annotation networking.istio.io/exportTo';
  if (!kinds.has('Service')) return 'the entry is meant for these namespaces; otherwise narrow its exportTo';
  return hosts.length === 1
    ? `the Service is meant for these namespaces; otherwise narrow its ${annotation}`
    : `these hosts are meant for these namespaces; otherwise narrow their exportTo (of a Service, the ${annotation})`;
}

/** A call that the listener sends to that host although it is for another. */
function takenCall(
  { changedCalls, comparison }: Direction,
  groupClass: GroupClass,
  port: number,
  taker: string,
): ChangedCall | null {
  const taken = changedCalls.filter(
    ({ question, after, groupClass: asked }) =>
      question.port === port &&
      isPartOf(asked, groupClass) &&
      question.configured !== taker &&
      after.cluster !== null &&
      parseClusterName(after.cluster)?.host === taker,
  );
  return chooseShown(taken, new Set(), comparison.traffic);
}

/** Whether it is the class, or those of its groups that make a call of production. */
function isPartOf(part: GroupClass, whole: GroupClass): boolean {
  return part === whole || (part.groups.length > 0 && part.groups.every(group => whole.groups.includes(group)));
}

/** Each finding asks again for those of its sidecar. */
const wildcardsOf = new WeakMap<RunningSidecar, ReadonlyMap<string, Listener>>();

/** Captured traffic only: a listener on a real port of the pod takes nothing that was dialled elsewhere. */
function wildcardListeners(side: Side, { asked }: GroupClass): ReadonlyMap<string, Listener> {
  const sidecar = side.sidecar(asked);
  const known = wildcardsOf.get(sidecar);
  if (known !== undefined) return known;
  const found = new Map<string, Listener>();
  wildcardsOf.set(sidecar, found);
  const { configuration, rejections } = sidecar;
  for (const listener of configuration.listeners) {
    const isWildcard = listener.address === '0.0.0.0' || listener.address === '::';
    if (rejections.has(listener) || !isWildcard || listener.useOriginalDst || listener.bindToPort) continue;
    found.set(listenerKey(listener.address, listener.port), listener);
  }
  return found;
}

/** The host whose chain takes whatever no other chain does; null where that is the policy. */
function takerOfAll({ chains, defaultChain }: Listener): string | null {
  return (defaultChain ?? chains.find(isMatchAll))?.service?.host ?? null;
}

/** Whose connections it tells apart: by chain, or by virtual host where a chain leads to routes. */
function hostsOn(side: Side, { asked }: GroupClass, { chains }: Listener): readonly string[] {
  const { configuration } = side.sidecar(asked);
  const hosts = chains.flatMap(({ service, destination }) => [
    ...(service === null ? [] : [service.host]),
    ...(destination.kind === 'routes' ? configuration.routeTable(destination.name).virtualHosts : [])
      .filter(({ domains }) => !domains.includes('*'))
      .map(({ name }) => name.slice(0, name.lastIndexOf(':'))),
  ]);
  return [...new Set(hosts)].sort();
}
