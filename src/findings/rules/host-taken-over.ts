import { sameOwner } from '../../envoy/verdict.js';
import { documents, yaml } from '../example.js';
import { observeCall } from '../observation.js';
import { declaresHost, isConfigured, isOnlyNameOf, isRenamed } from '../ownership.js';
import type { Rule, Seen } from '../rule.js';
import { few, list, portsText, resourceText } from '../wording.js';

const theirs = yaml`
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

/** A host that worked is now served by a resource of another namespace. */
export const hostTakenOver: Rule = {
  id: 'host-taken-over',
  severities: 'error',
  summary: 'Calls to a host are delivered to a resource that declares the same host in another namespace than before.',
  why:
    'When several namespaces declare one host, Istio picks one of them for each client: the client’s own namespace, ' +
    'then a Kubernetes Service, then the oldest. A new declaration can win without anyone touching the old one, and ' +
    'its endpoints, not the old ones, then answer for that name.',
  fix:
    'If the takeover is not meant, rename the host, delete the new declaration, or keep it to those who shall use it ' +
    'with exportTo. If it is meant, let the owners of the old declaration approve.',
  example: {
    base: theirs,
    head: documents(
      theirs,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: payments
          namespace: shop
        spec:
          hosts: [api.payments.example]
          ports: [{ number: 443, name: tls, protocol: TLS }]
          resolution: DNS
          endpoints: [{ address: proxy.shop.example }]
      `,
    ),
    silent: documents(
      theirs,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: refunds
          namespace: shop
        spec:
          hosts: [refunds.payments.example]
          ports: [{ number: 443, name: tls, protocol: TLS }]
          resolution: DNS
          endpoints: [{ address: proxy.shop.example }]
      `,
    ),
  },
  isAboutLoss: true,

  claim(direction, change) {
    const { before, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    const winner = direction.after.serviceBehind(change.groupClass.asked, after);
    const loser = direction.before.serviceBehind(change.groupClass.asked, before);
    if (winner === null || loser === null || winner.namespace === loser.namespace) return null;
    if (isRenamed(loser, winner)) return null;
    if (!declaresHost(winner, question) || !declaresHost(loser, question)) return null;
    const { resource } = winner;
    return observeCall(direction, change, {
      severity: 'error',
      // All hosts that one resource takes over are one takeover.
      ownerHost: (resource.kind === 'ServiceEntry' ? resource.hosts[0] : null) ?? winner.host,
      subject: {
        hosts: [question.configured ?? winner.host],
        port: question.port,
        resources: after.owner === null ? [] : [after.owner],
      },
    });
  },

  describe(seen) {
    const { subject } = seen;
    const [winner] = subject.resources ?? [];
    return {
      title: `${winner === undefined ? 'Another resource' : resourceText(winner)} takes over ${list(subject.hosts ?? [])} on port ${subject.port}`,
      message: [reasonOf(seen), ...formerly(seen)].join(' '),
      fix: fixFor(seen),
    };
  },

  titleOfAll: ({ hosts, ports, resources }) =>
    `${resources.length === 0 ? 'Another resource' : few(resources.map(resourceText))} ${resources.length > 1 ? 'take' : 'takes'} over ${few(hosts)} on ${portsText(ports)}`,

  // Whoever has the host at head has taken it over from whoever had it at base: there is no way back to report.
  gone: () => null,
};

function isOfName({ change, before, after }: Seen): boolean {
  if (change === null) return false;
  const winner = after.serviceBehind(change.groupClass.asked, change.after);
  const loser = before.serviceBehind(change.groupClass.asked, change.before);
  return winner !== null && loser !== null && isOnlyNameOf(loser, winner);
}

function fixFor(seen: Seen): string {
  if (isOfName(seen)) return 'Nothing to do, if the Service is meant to be another name of that.';
  if (seen.causes.length > 0) return hostTakenOver.fix;
  return 'If the takeover is not meant, rename one of the hosts, delete one of the declarations, or keep each to those who shall use it with exportTo.';
}

function formerly({ change }: Seen): readonly string[] {
  const loser = change?.before.owner;
  if (change === null || loser === null || loser === undefined) return [];
  const isSameName = change.before.cluster === change.after.cluster;
  const metrics = isSameName
    ? ', and metrics will not show the difference: the name of the cluster stays the same'
    : '';
  return [`Before, ${resourceText(loser)} answered${metrics}.`];
}

function reasonOf({ change, before, after, groupClass: { groups } }: Seen): string {
  const winner = change === null ? null : after.serviceBehind(change.groupClass.asked, change.after);
  const loser = change === null ? null : before.serviceBehind(change.groupClass.asked, change.before);
  const isGone =
    loser !== null && !after.simulation.mesh.services.some(({ resource }) => sameOwner(resource, loser.resource));
  if (isGone) return 'What declared the host there is gone, and this declaration is next.';
  if (winner !== null && loser !== null && isOnlyNameOf(loser, winner)) {
    return `An ExternalName Service is only another name of what it means, and that is what ${resourceText(winner.resource)} declares.`;
  }
  const law =
    'Of several namespaces that declare a host, Istio lets one answer: the caller’s own, else that of a Kubernetes ' +
    'Service, else the oldest that the caller may see.';
  if (winner !== null && groups.length > 0 && groups.every(({ namespace }) => namespace === winner.namespace)) {
    return `${law} Here it is the caller’s own.`;
  }
  const isByKind = winner?.registry === 'Kubernetes' && loser?.registry === 'External';
  return isByKind ? `${law} Here a Kubernetes Service goes before a ServiceEntry.` : law;
}
