import type { GroupClass } from '../../diff/group-classes.js';
import { keyOf, type ResourceChange } from '../../diff/resource-changes.js';
import type { Side } from '../../diff/side.js';
import type { HiddenService } from '../../proxy/hidden-services.js';
import type { Sidecar } from '../../resources/resource.js';
import { causeBelow } from '../cause-source.js';
import type { Direction } from '../direction.js';
import { documents, yaml } from '../example.js';
import { observeState, type Observation } from '../observation.js';
import type { Rule, Seen } from '../rule.js';
import { list, resourceText } from '../wording.js';

const entry = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: payments
    namespace: partners
  spec:
    hosts: [api.payments.example]
    ports: [{ number: 80, name: http, protocol: HTTP }]
    resolution: DNS
`;

/** An egress listener with a port keeps hosts from the sidecar that the portless one imports. */
export const sidecarPortLocked: Rule = {
  id: 'sidecar-port-locked',
  severities: 'warning',
  summary: 'An egress listener of a Sidecar that has a port hides what its portless listener would offer on that port.',
  why:
    'Of a port that has an egress listener of its own Istio takes nothing from the portless one: neither chains nor ' +
    'routes. A host that only the portless one imports looks as if it were configured, and calls to it on that port ' +
    'are unknown traffic.',
  fix: 'Add the hosts to the egress listener that has the port, or remove that listener if the portless one will do.',
  example: {
    base: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - hosts: ["./*", "partners/*"]
      `,
    ),
    head: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - port: { number: 80, name: http, protocol: HTTP }
              hosts: ["./*"]
            - hosts: ["./*", "partners/*"]
      `,
    ),
    silent: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          egress:
            - port: { number: 80, name: http, protocol: HTTP }
              hosts: ["./*", "partners/*"]
            - hosts: ["./*", "partners/*"]
      `,
    ),
  },

  observe: direction => direction.classes.flatMap(groupClass => hiddenNow(direction, groupClass)),

  describe(seen) {
    const { subject, groupClass, after } = seen;
    const hosts = subject.hosts ?? [];
    const sidecar = after.sidecar(groupClass.asked).configuration.scope.sidecar;
    const name = sidecar === null ? 'the Sidecar' : resourceText(sidecar);
    const entries = servicesOf(seen).map(({ namespace, host }) => `"${namespace}/${host}"`);
    const them = hosts.length === 1 ? 'it' : 'them';
    const isImported = isImportedFor(seen);
    return {
      title: `The egress listener for port ${subject.port} of ${name} hides ${list(hosts)}`,
      message:
        `The portless egress listener of the Sidecar imports ${list(hosts)}, but Istio takes what there is on port ${subject.port} from ` +
        `the listener for that port alone, and that ${isImported ? 'has no place for' : 'does not import'} ${them}. Calls to ` +
        `${them} on this port go where those to hosts that nothing configures go.`,
      fix: isImported
        ? `Remove the egress listener for port ${subject.port}, or correct its protocol.`
        : `Add ${list(entries)} to the hosts of the egress listener for port ${subject.port}, or remove that listener ` +
          `if the portless one will do.`,
    };
  },

  gone: ({ subject }) => `${list(subject.hosts ?? [])} ${isOrAre(subject)} no longer hidden on port ${subject.port}`,
};

function isOrAre({ hosts }: Seen['subject']): string {
  return hosts?.length === 1 ? 'is' : 'are';
}

function hiddenNow(direction: Direction, groupClass: GroupClass): readonly Observation[] {
  const { before, after } = direction;
  const sidecar = after.sidecar(groupClass.asked).configuration.scope.sidecar;
  const known = hiddenBy(before, groupClass);
  return [...hiddenBy(after, groupClass)].flatMap(([key, { port, service }]) => {
    if (known.has(key)) return [];
    const { host, resource } = service;
    const change = direction.changedCalls.find(
      changed =>
        changed.groupClass === groupClass && changed.question.port === port && changed.question.configured === host,
    );
    return [
      observeState(direction, groupClass, side => hiddenBy(side, groupClass).has(key), {
        severity: 'warning',
        ownerHost: null,
        subject: { hosts: [host], port },
        change: change ?? null,
        hints: [sidecar, resource],
        pointAt: changed => listenerPlace(direction, sidecar, port, changed),
      }),
    ];
  });
}

/** The services of the class that are hidden, by port and host. */
function hiddenBy(side: Side, { asked }: GroupClass): ReadonlyMap<string, HiddenService> {
  const hidden = side.sidecar(asked).configuration.hidden();
  return new Map(hidden.map(found => [`${found.port} ${found.service.host}`, found]));
}

/** Whether the listener that has the port imports all of the hosts, and still does not lead there. */
function isImportedFor({ subject, groupClass, after }: Seen): boolean {
  const { listeners } = after.sidecar(groupClass.asked).configuration.scope;
  const own = listeners.filter(({ port }) => port?.number === subject.port).flatMap(({ services }) => services);
  return (subject.hosts ?? []).every(host => own.some(service => service.host === host));
}

function servicesOf({ subject, groupClass, after }: Seen) {
  return [...hiddenBy(after, groupClass).values()]
    .filter(({ port, service }) => port === subject.port && subject.hosts?.includes(service.host) === true)
    .map(({ service }) => service);
}

/** The listener itself, where its Sidecar comes or goes. */
function listenerPlace({ isForward }: Direction, sidecar: Sidecar | null, port: number, changed: ResourceChange) {
  const isEdited = changed.base !== null && changed.head !== null;
  if (sidecar === null || isEdited || changed.key !== keyOf(sidecar)) return null;
  const at = sidecar.egress.findIndex(listener => listener.port?.number === port);
  return causeBelow(changed, sidecar, isForward ? 'head' : 'base', ['spec', 'egress', at]);
}
