import { classFor, type GroupClass } from '../../diff/group-classes.js';
import { outsideGroup } from '../../diff/groups.js';
import type { Group } from '../../diff/simulation.js';
import { keyOf, type ResourceChange } from '../../diff/resource-changes.js';
import type { Side } from '../../diff/side.js';
import { isSubsetOf } from '../../resources/hostname.js';
import type { Mesh } from '../../mesh/mesh.js';
import type { Sidecar } from '../../resources/resource.js';
import { parseEgressHost, type EgressHost } from '../../scope/egress-host.js';
import type { KnownWorld } from '../../source/known-world.js';
import { causeBelow } from '../cause-source.js';
import type { Direction } from '../direction.js';
import { documents, yaml } from '../example.js';
import { nearestHost } from '../nearest-host.js';
import { observeState } from '../observation.js';
import type { Rule } from '../rule.js';

/** An entry of a Sidecar that imports nothing. */
interface Dangling {
  readonly sidecar: Sidecar;
  readonly entry: string;
  readonly path: readonly (string | number)[];
}

const entry = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: payments
    namespace: partners
  spec:
    hosts: [api.payments.example]
    ports: [{ number: 443, name: tls, protocol: TLS }]
    resolution: DNS
`;

/** A Sidecar imports a host that is not there. */
export const danglingEgressHost: Rule = {
  id: 'dangling-egress-host',
  severities: 'warning',
  summary: 'An egress host of a Sidecar names something in a known namespace that matches nothing visible.',
  why:
    'An egress host that matches nothing is no error to Istio: the host that was meant is simply not configured, and ' +
    'calls to it are unknown traffic. Mostly it is a misspelt name, or an entry that is gone or not exported.',
  fix: 'Correct the name, export the entry to this namespace, or remove the line.',
  example: {
    base: entry,
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
            - hosts: ["./*", "partners/api.payment.example"]
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
            - hosts: ["./*", "partners/api.payments.example"]
      `,
    ),
  },

  observe(direction) {
    const { world } = direction.comparison;
    const known = new Set(dangling(direction.before, world).map(dangleKey));
    return dangling(direction.after, world)
      .filter(found => !known.has(dangleKey(found)))
      .flatMap(found => {
        const groupClass = governedBy(direction, found.sidecar);
        if (groupClass === null) return [];
        const key = dangleKey(found);
        return [
          observeState(direction, groupClass, side => dangling(side, world).some(other => dangleKey(other) === key), {
            severity: 'warning',
            ownerHost: found.entry,
            subject: { entry: found.entry },
            hints: [found.sidecar],
            pointAt: change => lineOf(direction, found, change),
          }),
        ];
      });
  },

  describe({ subject, groupClass, after }) {
    const { chosen } = after.simulation.choice(groupClass.asked);
    const meant = parseEgressHost(subject.entry ?? '', chosen?.namespace ?? '');
    const near = meant === null ? null : nearestHost(meant, chosen?.namespace ?? '', after);
    return {
      title: `Egress host "${subject.entry}" matches nothing`,
      message:
        `No Service or ServiceEntry of namespace ${meant?.namespace ?? ''} that ${chosen?.namespace ?? ''} may see has ` +
        `a host that ${meant?.name ?? ''} covers, so the line imports nothing.`,
      fix:
        near === null ? danglingEgressHost.fix : `Did you mean "${subject.entry?.replace(meant?.name ?? '', near)}"?`,
    };
  },

  gone: ({ subject }) => `Egress host "${subject.entry}" no longer matches nothing`,
};

function dangling({ simulation: { mesh } }: Side, world: KnownWorld): readonly Dangling[] {
  const held = heldNamespaces(mesh);
  const isKnown = (namespace: string) => world.hosts || held.has(namespace);
  return mesh.sidecars.flatMap(sidecar =>
    sidecar.egress.flatMap(({ hosts }, listener) =>
      hosts.flatMap((entry, at): readonly Dangling[] => {
        const host = parseEgressHost(entry, sidecar.namespace);
        // A Sidecar of the root namespace means another namespace by `.` for each that it governs.
        const isForAll = sidecar.namespace === mesh.config.rootNamespace && entry.startsWith('./');
        if (host === null || isForAll || host.name === '*' || host.namespace === '*' || !isKnown(host.namespace))
          return [];
        const isMet =
          isOfApiServer(host, mesh) ||
          mesh
            .visibleTo(sidecar.namespace)
            .some(service => service.namespace === host.namespace && isSubsetOf(service.host, host.name));
        const isRoute = mesh.routes.all.some(
          route => route.namespace === host.namespace && route.hosts.some(name => isSubsetOf(name, host.name)),
        );
        return isMet || isRoute ? [] : [{ sidecar, entry, path: ['spec', 'egress', listener, 'hosts', at] }];
      }),
    ),
  );
}

/** The API server makes itself a Service in every cluster, and no repository holds it. */
function isOfApiServer({ namespace, name }: EgressHost, { config }: Mesh): boolean {
  return namespace === 'default' && isSubsetOf(`kubernetes.default.svc.${config.domain}`, name);
}

/** Namespaces of which the repository holds something: without a snapshot we cannot say what others miss. */
function heldNamespaces({ services, workloads, namespaces }: Mesh): ReadonlySet<string> {
  return new Set([...[...services, ...workloads].map(({ namespace }) => namespace), ...namespaces.keys()]);
}

function dangleKey({ sidecar, entry }: Dangling): string {
  return `${keyOf(sidecar)} ${entry}`;
}

/** Whom the Sidecar governs, those outside the repository among them; null where it is nobody. */
function governedBy({ after, classes }: Direction, sidecar: Sidecar): GroupClass | null {
  const isGoverned = (group: Group) => {
    const { chosen } = after.simulation.choice(group);
    return chosen !== null && keyOf(chosen) === keyOf(sidecar);
  };
  const groups = classes.flatMap(({ groups: members }) => members).filter(isGoverned);
  const isOutside = isGoverned(outsideGroup);
  const asked = groups[0] ?? (isOutside ? outsideGroup : null);
  return asked === null ? null : classFor(asked, groups, isOutside);
}

/** The line itself, where it is the Sidecar that changed. */
function lineOf({ isForward }: Direction, { sidecar, path }: Dangling, change: ResourceChange) {
  if (change.key !== keyOf(sidecar)) return null;
  return causeBelow(change, sidecar, isForward ? 'head' : 'base', path);
}
