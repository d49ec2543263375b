import type { GroupClass } from '../../diff/group-classes.js';
import type { Side } from '../../diff/side.js';
import { dialledText } from '../../envoy/call.js';
import type { Rejection } from '../../envoy/rejected-listeners.js';
import { bringersOf, rejectionText } from '../../envoy/rejection-text.js';
import type { Listener } from '../../proxy/listener.js';
import { yaml } from '../example.js';
import { observeCall, observeState } from '../observation.js';
import type { Rule, Seen } from '../rule.js';

/** Istio sends a listener that Envoy does not take. */
export const listenerRejected: Rule = {
  id: 'listener-rejected',
  severities: 'error',
  summary: 'Istio makes a listener that the sidecar’s Envoy refuses.',
  why:
    'Istio does not look whether Envoy can use what it sends. Two matches for the same connections, or a wildcard that ' +
    'Envoy does not know, spoil the whole listener: a running pod keeps the one that it had, a new pod has none.',
  fix: 'Let one resource alone name what two of them name, and write wildcards as "*." and whole labels.',
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: stores
        namespace: shop
      spec:
        hosts: ["*.example.net"]
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: NONE
    `,
    head: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: stores
        namespace: shop
      spec:
        hosts: ["*-store.example.net"]
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: NONE
    `,
    silent: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: stores
        namespace: shop
      spec:
        hosts: ["*.store.example.net"]
        ports: [{ number: 443, name: tls, protocol: TLS }]
        resolution: NONE
    `,
  },

  claim(direction, change) {
    const { groupClass, question } = change;
    const { asked } = groupClass;
    const after = direction.after.sidecar(asked);
    const listener = after.refusedFor(direction.after.call(asked, question));
    const rejection = listener === null ? undefined : after.rejections.get(listener);
    if (listener === null || rejection === undefined) return null;
    if (!inForce(direction.before, groupClass, listener.name)) return null;
    return observeCall(direction, change, seenOf(listener, rejection));
  },

  observe(direction) {
    return direction.classes.flatMap(groupClass => {
      const known = rejected(direction.before, groupClass);
      return [...rejected(direction.after, groupClass)].flatMap(([name, [listener, rejection]]) =>
        known.has(name)
          ? []
          : [
              observeState(
                direction,
                groupClass,
                side => rejected(side, groupClass).has(name),
                seenOf(listener, rejection),
              ),
            ],
      );
    });
  },

  describe(seen) {
    const [listener, rejection] = shownIn(seen);
    const { port } = listener;
    const wasThere = inForce(seen.before, seen.groupClass, listener.name);
    return {
      title: listener.useOriginalDst
        ? `Sidecars refuse the listener of all that their pods send: another has its address, ${placeText(listener)}`
        : `Sidecars refuse ${wasThere ? 'the changed' : 'their new'} listener ${placeText(listener)}: ${titles[rejection.kind]}`,
      message:
        `Envoy, the proxy in each sidecar, takes a listener as a whole or not at all, and in this one ` +
        `${rejectionText(rejection)}. A pod that runs keeps the listener that it had. ` +
        (listener.useOriginalDst
          ? 'A pod that starts has none: nothing that it sends leaves it.'
          : `A pod that starts has none: what it should take goes where other traffic to port ${port} goes, or where ` +
            `unknown traffic does.`),
      fix: listener.useOriginalDst
        ? `Give the entry of port ${port} an address, or another port: this one is the sidecar’s own.`
        : fixes[rejection.kind],
    };
  },

  gone: ({ subject }) => `Listener ${subject.listener} is no longer refused by sidecars`,
};

const titles: Readonly<Record<Rejection['kind'], string>> = {
  overlap: 'two matches are for the same connections',
  'partial-wildcard': 'it has a wildcard that they do not know',
  'same-address': 'another has that address',
};

const fixes: Readonly<Record<Rejection['kind'], string>> = {
  overlap:
    'Let one resource alone name what both name: take the host or subnet out of the other, in whatever case or order ' +
    'it is written there, or keep one of them from these namespaces with exportTo.',
  'partial-wildcard': 'Write the wildcard as "*." and whole labels behind it, or name the hosts one by one.',
  'same-address': 'Spell the address the same way in both resources, so that Istio puts them on one listener.',
};

function seenOf(listener: Listener, rejection: Rejection) {
  return {
    severity: 'error',
    ownerHost: null,
    subject: { port: listener.port, listener: placeText(listener) },
    hints: [...bringersOf(rejection), ...listener.chains.flatMap(({ service }) => service?.resource ?? [])],
  } as const;
}

function rejected(side: Side, { asked }: GroupClass): ReadonlyMap<string, readonly [Listener, Rejection]> {
  return new Map([...side.sidecar(asked).rejections].map(entry => [entry[0].name, entry]));
}

function inForce(side: Side, { asked }: GroupClass, name: string): boolean {
  const { configuration, rejections } = side.sidecar(asked);
  return configuration.listeners.some(listener => listener.name === name && !rejections.has(listener));
}

/** What is told: of several listeners of one port and cause the one that the subject names, if the group has it. */
function shownIn({ before, after, groupClass, subject }: Seen): readonly [Listener, Rejection] {
  const known = rejected(before, groupClass);
  const found = [...rejected(after, groupClass).values()].filter(
    ([{ name, port }]) => port === subject.port && !known.has(name),
  );
  const shown = found.find(([listener]) => placeText(listener) === subject.listener) ?? found[0];
  if (shown === undefined) throw new Error(`no listener of port ${subject.port ?? ''} is refused after all`);
  return shown;
}

/** `0.0.0.0:443`, or the path of a Unix socket. */
function placeText(listener: Listener): string {
  return listener.port === 0 ? listener.address : dialledText(listener);
}
