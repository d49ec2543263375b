import { isServerFirst } from '../../diff/calls.js';
import type { ChangedCall } from '../../diff/changed-calls.js';
import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { apparent } from '../../envoy/verdict.js';
import { isMatchAll, type FilterChain } from '../../proxy/filter-chain.js';
import { listenerKey, waitsForClient, type Listener } from '../../proxy/listener.js';
import { serverFirstPorts } from '../../istio/protocol.js';
import type { MeshService } from '../../mesh/service.js';
import { observeCall, observeState, type Observation } from '../observation.js';
import type { Direction } from '../direction.js';
import type { Rule } from '../rule.js';

/** A listener that handed plain TCP on at once now waits for the client to say something. */
export const serverFirstStalled: Rule = {
  id: 'server-first-stalled',
  severities:
    'error where the port is server-first by name, number or protocol; warning for other TCP ports; notice where the call passed through',
  summary:
    'A sidecar starts to inspect a port where plain TCP was delivered to an entry, so servers that speak first are never heard.',
  why:
    'To tell TLS and HTTP apart, Envoy waits for the first bytes of the client. MySQL, MongoDB, SMTP and others wait ' +
    'for the server instead: both sides wait, and the connection hangs until it times out.',
  fix:
    'Give one of the entries addresses, so that each has a listener of its own, or move the TLS or HTTP entry to ' +
    'another port.',

  claim(direction, change) {
    const { before, after, question, groupClass } = change;
    if (after.kind !== 'stalled' || (before.kind !== 'delivered' && before.kind !== 'passthrough')) return null;
    // Where the connection would go if the sidecar did not have to wait.
    const meant = apparent(direction.after.ask(groupClass.asked, { ...question, speaksFirst: 'client' }));
    const delayed = direction.before.serviceBehind(groupClass.asked, before);
    const isEntry = before.kind === 'delivered' && meant.kind === 'delivered' && delayed !== null;
    return observeCall(direction, change, {
      severity: isEntry ? 'error' : 'notice',
      ownerHost: isEntry ? delayed.host : null,
      subject: { ...(isEntry ? { hosts: [delayed.host] } : {}), port: question.port },
    });
  },

  observe(direction) {
    const stalled = direction.changedCalls.filter(({ after }) => after.kind === 'stalled');
    return direction.classes.flatMap(groupClass => inspectedListeners(direction, groupClass, stalled));
  },

  describe({ subject: { hosts, port }, severity }) {
    const host = hosts?.[0] ?? '';
    const waits = `To tell TLS or HTTP from plain TCP, the listener of port ${port} now waits for the first bytes of each client.`;
    switch (severity) {
      case 'error':
        return {
          title: `Connections to ${host}:${port} hang`,
          message: `${waits} On this port the server speaks first, so its client waits as well, and neither goes on.`,
          fix: serverFirstStalled.fix,
        };
      case 'warning':
        return {
          title: `Clients of ${host}:${port} have to speak first from now on`,
          message: `${waits} If a server of ${host} greets its clients first, as those of databases and mail do, the connection hangs.`,
          fix: serverFirstStalled.fix,
        };
      case 'notice':
        return {
          title: `Connections to port ${port} of hosts that nothing configures have to speak first`,
          message: `${waits} Port ${port} is one on which servers mostly speak first: to such servers outside the mesh, connections now hang.`,
          fix: 'Write an entry with addresses for each such server, or move the TLS or HTTP entry to another port.',
        };
    }
  },

  gone({ subject: { hosts, port }, severity }) {
    switch (severity) {
      case 'error':
        return `Connections to ${hosts?.[0] ?? ''}:${port} no longer hang`;
      case 'warning':
        // Nobody is known to have hung.
        return null;
      case 'notice':
        return `Connections to port ${port} of hosts that nothing configures need not speak first any more`;
    }
  },
};

/** TCP ports of no known habit: nobody hangs for certain, so no call shows it. */
function inspectedListeners(
  direction: Direction,
  groupClass: GroupClass,
  stalled: readonly ChangedCall[],
): readonly Observation[] {
  const { before, after } = direction;
  const uninspected = plainTcp(before, groupClass);
  return [...plainTcp(after, groupClass)].flatMap(([key, { listener, service }]) => {
    const known = uninspected.get(key);
    if (!waitsForClient(listener) || known === undefined || waitsForClient(known.listener)) return [];
    const isShown = stalled.some(change => change.groupClass === groupClass && change.question.port === listener.port);
    if (isShown || isUsuallyServerFirst(known.service, listener.port)) return [];
    const holds = (side: Side) => {
      const there = plainTcp(side, groupClass).get(key)?.listener;
      return there !== undefined && waitsForClient(there);
    };
    const seen = {
      severity: 'warning' as const,
      ownerHost: service.host,
      subject: { hosts: [known.service.host], port: listener.port },
    };
    return [observeState(direction, groupClass, holds, seen)];
  });
}

function isUsuallyServerFirst({ ports }: MeshService, port: number): boolean {
  return serverFirstPorts.has(port) || ports.some(declared => declared.number === port && isServerFirst(declared));
}

/** The listeners that hand every plain TCP connection to an entry declared as TCP, by address and port. */
function plainTcp(side: Side, { asked }: GroupClass) {
  const found = new Map<string, { readonly listener: Listener; readonly service: MeshService }>();
  const { configuration, rejections } = side.sidecar(asked);
  for (const listener of configuration.listeners) {
    const chain = rejections.has(listener) ? null : matchAllChain(listener);
    if (chain === null || chain.service === null || chain.destination.kind !== 'cluster') continue;
    found.set(listenerKey(listener.address, listener.port), { listener, service: chain.service });
  }
  return found;
}

function matchAllChain({ chains, defaultChain }: Listener): FilterChain | null {
  return defaultChain ?? chains.find(isMatchAll) ?? null;
}
