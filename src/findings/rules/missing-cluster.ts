import { isTouched, type ChangedCall } from '../../diff/changed-calls.js';
import type { GroupClass } from '../../diff/group-classes.js';
import type { MeshService } from '../../mesh/service.js';
import { policyCluster } from '../../proxy/finalize.js';
import { isDeclaredElsewhere } from '../declared-elsewhere.js';
import type { Direction } from '../direction.js';
import { documents, yaml } from '../example.js';
import { observeState } from '../observation.js';
import { orphans } from '../orphans.js';
import { arrives } from '../ownership.js';
import type { Rule } from '../rule.js';
import { isRule, resourceText } from '../wording.js';

const entry = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: payments
    namespace: shop
  spec:
    hosts: [api.payments.example]
    ports: [{ number: 80, name: http, protocol: HTTP }]
    resolution: DNS
`;

/** Configuration leads to a cluster that the sidecar does not have. */
export const missingCluster: Rule = {
  id: 'missing-cluster',
  severities: 'error; warning where no manifest declares the host: it may be declared elsewhere',
  summary:
    'A listener chain or a route leads to a destination (a cluster of Envoy) that the same sidecar does not have.',
  why:
    'When two entries of one host cannot be merged, Istio keeps the cluster ports of one and the listeners of both. ' +
    'And a route leads where its author writes, even to a host that nothing declares: a misspelt one, or one that is ' +
    'not exported to the callers. Connections that take such a way are reset; HTTP requests get a 503, or a 500 where ' +
    'a route of the Gateway API leads them.',
  fix:
    'Correct the destination of the route, or declare it; or put all ports of the host into one entry, or let the ' +
    'entries agree in resolution, labels and exportTo.',
  example: {
    base: entry,
    head: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: payments
          namespace: shop
        spec:
          hosts: [api.payments.example]
          http:
            - route:
                - destination:
                    host: api.payments.example
                    subset: v2
      `,
    ),
    silent: documents(
      entry,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: payments
          namespace: shop
        spec:
          hosts: [api.payments.example]
          http:
            - route:
                - destination:
                    host: api.payments.example
      `,
    ),
  },

  observe(direction) {
    const { before, after } = direction;
    const touched = direction.classes.filter(groupClass => isTouched(groupClass, before, after));
    return touched.flatMap(groupClass => {
      const known = orphans(direction.before, groupClass);
      return [...orphans(direction.after, groupClass)].flatMap(([cluster, { host, port, owner }]) => {
        if (known.has(cluster)) return [];
        const led = direction.changedCalls.filter(
          changed => changed.groupClass === groupClass && changed.after.cluster === cluster,
        );
        if (!direction.isForward && failsStill(direction, groupClass, cluster)) return [];
        return (led.length === 0 ? [null] : led).map(change =>
          observeState(direction, groupClass, side => orphans(side, groupClass).has(cluster), {
            severity: isDeclaredElsewhere(direction.comparison, cluster) ? 'warning' : 'error',
            ownerHost: host,
            subject: { hosts: [host], port, cluster },
            change,
            hints: [owner],
          }),
        );
      });
    });
  },

  describe({ subject, severity, groupClass, after, change }) {
    const host = subject.hosts?.[0] ?? '';
    const cluster = subject.cluster ?? '';
    if (severity === 'warning') {
      return {
        title: `Nothing here declares ${host}, to which calls are led on port ${subject.port}`,
        message:
          `They are led to ${cluster}. Istio makes that cluster only where something declares the host and the ` +
          `namespaces may see it, and no manifest in this repository does. Unless something outside it declares ` +
          `${host}, ${fateOf(change)}.`,
        fix: `Correct the spelling of ${host}, or declare it. Where something outside this repository declares it, the calls arrive and nothing is to be done.`,
      };
    }
    if (policyCluster(after.sidecar(groupClass.asked).configuration.scope.policy) === cluster) {
      return {
        title: `Calls to hosts that nothing configures fail: the egress proxy ${host}:${subject.port} is not there`,
        message:
          `The Sidecar sends all that it does not know to ${cluster}, a cluster that it does not have: ` +
          `none of its egress listeners imports ${host} with port ${subject.port}.`,
        fix: `Import ${host} in the egress hosts of the Sidecar, or correct the egressProxy.`,
      };
    }
    const title = `Calls to ${host} on port ${subject.port} fail: the sidecar has no cluster for them`;
    const owner = orphans(after, groupClass).get(cluster)?.owner;
    if (owner !== undefined && owner !== null && isRule(owner)) {
      return {
        title,
        message:
          `${resourceText(owner)} leads them to ${cluster}, which Istio does not make: ` +
          `there is no such host, port or subset that these namespaces may see.`,
        fix: 'Correct the destination (host, port, subset), or write the Service, ServiceEntry or DestinationRule that it means.',
      };
    }
    const selecting = after.configured(groupClass.asked).servicesOf(host).find(selectsNothing);
    return selecting === undefined
      ? {
          title,
          message:
            `They are led to ${cluster}, which Istio does not make: another entry of ${host} comes first and ` +
            `the two cannot be merged, or the entry has nothing to connect to.`,
          fix: 'Put all ports of the host into one entry, or let the entries agree in resolution, labels and exportTo.',
        }
      : {
          title,
          message:
            `${resourceText(selecting.resource)} has a workloadSelector, so what it connects to are the pods and ` +
            `WorkloadEntries of its namespace that match, and not ${host}. No manifest tells the address of one, and ` +
            `without any Istio does not make ${cluster}. Where such pods run, the calls end at them.`,
          fix: `Remove the workloadSelector, if ${host} is meant: it names who serves the host, and not who calls it.`,
        };
  },

  gone: ({ subject }) => `Calls to ${subject.hosts?.[0] ?? ''} on port ${subject.port} have a cluster again`,
};

/** An entry whose selector stands in for its hosts, and selects nothing of which an address is known. */
function selectsNothing({ resource, endpoints }: MeshService): boolean {
  return resource.kind === 'ServiceEntry' && resource.workloadSelector !== null && endpoints.length === 0;
}

/** Whether calls were led to the cluster at base, and end nowhere at head either: nothing got better. */
function failsStill({ comparison }: Direction, groupClass: GroupClass, cluster: string): boolean {
  const led = comparison.changedCalls.filter(
    changed => changed.groupClass === groupClass && changed.before.cluster === cluster,
  );
  return led.length > 0 && !led.some(({ after }) => arrives(after));
}

function fateOf(change: ChangedCall | null): string {
  if (change === null) return 'they fail';
  const { status } = change.after;
  return status === null ? 'they are reset' : `the sidecar answers them with HTTP ${status}`;
}
