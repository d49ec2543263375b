import { isServerFirst } from '../../diff/calls.js';
import type { ChangedCall } from '../../diff/changed-calls.js';
import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { isMatchAll, type FilterChain } from '../../proxy/filter-chain.js';
import { listenerKey, type Listener } from '../../proxy/listener.js';
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
    if (change.after.kind !== 'stalled') return null;
    const delayed = direction.before.serviceBehind(change.groupClass.asked, change.before);
    return observeCall(direction, change, {
      severity: change.before.kind === 'delivered' ? 'error' : 'notice',
      ownerHost: delayed?.host ?? null,
      subject: { ...(delayed === null ? {} : { hosts: [delayed.host] }), port: change.question.port },
    });
  },

  observe(direction) {
    const stalled = direction.changedCalls.filter(({ after }) => after.kind === 'stalled');
    return direction.comparison.classes.flatMap(groupClass => inspectedListeners(direction, groupClass, stalled));
  },

  describe({ subject, severity }) {
    const host = subject.hosts?.[0] ?? 'other hosts';
    return {
      title:
        severity === 'error'
          ? `connections to ${host}:${subject.port} hang`
          : `servers on port ${subject.port} that speak first would not be heard any more`,
      message:
        `The listener of port ${subject.port} now looks at the first bytes of every connection to tell TLS or HTTP ` +
        `from plain TCP, so it waits for the client. ` +
        (severity === 'error'
          ? `The server of ${host} speaks first, so the client waits as well, and neither goes on.`
          : `A client of ${host} that waits for its server would hang.`),
      fix: serverFirstStalled.fix,
    };
  },

  gone: ({ subject, severity }) =>
    severity === 'error' ? `connections to ${subject.hosts?.[0] ?? ''}:${subject.port} no longer hang` : null,
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
    if (listener.inspectors.length === 0 || known === undefined || known.listener.inspectors.length > 0) return [];
    const isShown = stalled.some(change => change.groupClass === groupClass && change.question.port === listener.port);
    if (isShown || isUsuallyServerFirst(known.service, listener.port)) return [];
    const holds = (side: Side) => (plainTcp(side, groupClass).get(key)?.listener.inspectors.length ?? 0) > 0;
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
  for (const listener of side.sidecar(asked).configuration.listeners) {
    const chain = matchAllChain(listener);
    if (chain === null || chain.service === null || chain.destination.kind !== 'cluster') continue;
    found.set(listenerKey(listener.address, listener.port), { listener, service: chain.service });
  }
  return found;
}

function matchAllChain({ chains, defaultChain }: Listener): FilterChain | null {
  return defaultChain ?? chains.find(isMatchAll) ?? null;
}
