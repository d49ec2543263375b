import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { isMatchAll } from '../../proxy/filter-chain.js';
import { listenerKey, type Listener } from '../../proxy/listener.js';
import { observeState } from '../observation.js';
import type { Rule } from '../rule.js';
import { list } from '../wording.js';

/** A group gets a listener on every address of a port. */
export const wildcardListenerAdded: Rule = {
  id: 'wildcard-listener-added',
  severities: 'error where a chain other than the policy’s matches every connection; else notice',
  summary: 'A sidecar gets a listener on every address (0.0.0.0 or [::]) of a port on which it had none.',
  why:
    'Such a listener sees every connection to the port that has no listener of its own address. If one of its chains ' +
    'matches everything, the entry behind it gets traffic that it never asked for; if its chains match by name only, ' +
    'the rest passes on as before.',
  fix:
    'Give the entry addresses that its clients resolve the host to: its listener is then on these addresses alone. ' +
    'Protocol TLS instead of TCP narrows it to connections that name the host.',

  observe(direction) {
    return direction.comparison.classes.flatMap(groupClass => {
      const known = wildcardListeners(direction.before, groupClass);
      return [...wildcardListeners(direction.after, groupClass)].flatMap(([key, listener]) => {
        if (known.has(key)) return [];
        const takesAll = takerOfAll(listener);
        if (takesAll === null && !direction.isForward) return [];
        const hosts = takesAll === null ? hostsOn(listener) : [takesAll];
        return [
          observeState(direction, groupClass, side => wildcardListeners(side, groupClass).has(key), {
            severity: takesAll === null ? 'notice' : 'error',
            ownerHost: takesAll,
            subject: { hosts, port: listener.port, listener: `${listener.address}:${listener.port}` },
            change:
              direction.changedCalls.find(
                change =>
                  takesAll !== null &&
                  change.groupClass === groupClass &&
                  change.question.port === listener.port &&
                  change.question.configured !== takesAll,
              ) ?? null,
          }),
        ];
      });
    });
  },

  describe({ subject, severity }) {
    const hosts = list(subject.hosts ?? []);
    return severity === 'error'
      ? {
          title: `new listener ${subject.listener} sends every connection to ${hosts}`,
          message:
            `${hosts} is declared on port ${subject.port} without addresses and with a protocol that carries no name, ` +
            `so Istio makes a listener for every address of the port, and its only rule is: all of it is ${hosts}.`,
          fix: wildcardListenerAdded.fix,
        }
      : {
          title: `new listener ${subject.listener} takes connections that name ${hosts}`,
          message:
            `Connections to port ${subject.port} are now looked at. Those that name ${hosts} go to that entry; the rest ` +
            `goes on as the outbound policy says, as before.`,
          fix: 'Nothing, if the entry is meant for these namespaces; otherwise narrow its exportTo.',
        };
  },

  gone: ({ subject, severity }) =>
    severity === 'error' ? `the listener ${subject.listener} that took every connection is gone` : null,
};

/** Captured traffic only: a listener on a real port of the pod takes nothing that was dialled elsewhere. */
function wildcardListeners(side: Side, { asked }: GroupClass): ReadonlyMap<string, Listener> {
  const found = new Map<string, Listener>();
  for (const listener of side.sidecar(asked).configuration.listeners) {
    const isWildcard = listener.address === '0.0.0.0' || listener.address === '::';
    if (!isWildcard || listener.useOriginalDst || listener.bindToPort) continue;
    found.set(listenerKey(listener.address, listener.port), listener);
  }
  return found;
}

/** The host whose chain takes whatever no other chain does; null where that is the policy. */
function takerOfAll({ chains, defaultChain }: Listener): string | null {
  return (defaultChain ?? chains.find(isMatchAll))?.service?.host ?? null;
}

function hostsOn({ chains }: Listener): readonly string[] {
  return [...new Set(chains.flatMap(({ service }) => (service === null ? [] : [service.host])))].sort();
}
