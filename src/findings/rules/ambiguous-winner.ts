import type { GroupClass } from '../../diff/group-classes.js';
import { keyOf } from '../../diff/resource-changes.js';
import type { Side } from '../../diff/side.js';
import type { MeshService } from '../../mesh/service.js';
import { isMatchAll } from '../../proxy/filter-chain.js';
import { ownerOf } from '../../envoy/verdict.js';
import { matchText } from '../../envoy/match-text.js';
import { isOrderAssumed } from '../../mesh/age.js';
import { visibility } from '../../mesh/visibility.js';
import { documents, yaml } from '../example.js';
import { observeState } from '../observation.js';
import type { Rule, Seen } from '../rule.js';
import { few, list, nameText, portsText, resourceText } from '../wording.js';

/** One place in a sidecar's configuration that several services claim. */
interface Contest {
  readonly place: string;
  readonly port: number | null;
  readonly isMatchAll: boolean;
  readonly winner: MeshService;
  readonly loser: MeshService;
}

const orders = yaml`
  apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata:
    name: orders
    namespace: shop
  spec:
    hosts: [orders.db.example]
    ports: [{ number: 5432, name: tcp, protocol: TCP }]
    resolution: DNS
`;

/** Which of several entries wins depends on their age, which the manifests do not tell. */
export const ambiguousWinner: Rule = {
  id: 'ambiguous-winner',
  severities: 'error where they want every connection to a port; else warning',
  summary: 'Several resources declare one host or want the same connections, and only which of them is older decides.',
  why:
    'Istio lets the oldest entry win and drops the others without a word. Creation times are not in Git: after a ' +
    'restore, a re-creation or in another cluster the order can be the other way round, and so is the traffic.',
  fix:
    'Remove the contest: give the entries addresses, different ports or different hosts, or keep each to its own ' +
    'namespaces with exportTo.',
  example: {
    base: orders,
    head: documents(
      orders,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: users
          namespace: shop
        spec:
          hosts: [users.db.example]
          ports: [{ number: 5432, name: tcp, protocol: TCP }]
          resolution: DNS
      `,
    ),
    silent: documents(
      orders,
      yaml`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: users
          namespace: shop
        spec:
          hosts: [users.db.example]
          addresses: [192.0.2.10]
          ports: [{ number: 5432, name: tcp, protocol: TCP }]
          resolution: DNS
      `,
    ),
  },

  observe(direction) {
    return direction.classes.flatMap(groupClass => {
      const known = new Set(contests(direction.before, groupClass).map(contestKey));
      return contests(direction.after, groupClass)
        .filter(contest => !known.has(contestKey(contest)))
        .map(contest => {
          const key = contestKey(contest);
          const holds = (side: Side) => contests(side, groupClass).some(other => contestKey(other) === key);
          return observeState(direction, groupClass, holds, {
            severity: contest.isMatchAll ? 'error' : 'warning',
            ownerHost: contest.winner.host,
            subject: {
              hosts: [...new Set([contest.winner.host, contest.loser.host])],
              ...(contest.port === null ? {} : { port: contest.port }),
              resources: [contest.winner.resource, contest.loser.resource].map(ownerOf),
            },
            hints: [contest.loser.resource, contest.winner.resource],
          });
        });
    });
  },

  describe(seen) {
    const { subject, severity } = seen;
    const resources = subject.resources ?? [];
    const [winner, ...losers] = resources.map(resourceText);
    const others = list(losers);
    const isOneHost = subject.hosts?.length === 1;
    const what = isOneHost ? (subject.hosts?.[0] ?? '') : `port ${subject.port}`;
    const claim = isOneHost
      ? `declare ${what}, and Istio lets the namespace of the one that was created first answer for it`
      : severity === 'error'
        ? `would take every connection to port ${subject.port} that nothing else claims, and Istio lets the one that was created first have them all`
        : `want the same connections to port ${subject.port}, and Istio gives them to the one that was created first`;
    return {
      title: `Only their age decides which of ${list(resources.map(nameText))} has ${what}`,
      message:
        `${losers.length === 1 ? 'Both' : 'All'} ${claim}. Manifests do not say which that is: ${assumptionOn(seen)}, ` +
        `so ${winner} wins. Where ${others} was created first, it is the other way round.`,
      fix: ambiguousWinner.fix,
    };
  },

  titleOfAll({ hosts, ports, resources }) {
    const rivals = list(resources.map(nameText));
    const what = hosts.length === 1 || ports.length === 0 ? few(hosts) : portsText(ports);
    return `Only their age decides which of ${rivals} has ${what}`;
  },

  gone: ({ subject }) => `Age no longer decides between ${list((subject.resources ?? []).map(resourceText))}`,
};

function assumptionOn({ subject, before }: Seen): string {
  const known = new Set(before.simulation.mesh.services.map(({ resource }) => keyOf(resource)));
  const areKnown = (subject.resources ?? []).map(({ kind, namespace, name }) =>
    known.has(`${kind}/${namespace}/${name}`),
  );
  return new Set(areKnown).size === 1 ? 'we go by name' : 'we take what base holds for older than what head adds';
}

/** The contests that only an assumed age decides. */
function contests(side: Side, { asked }: GroupClass): readonly Contest[] {
  const { configuration } = side.sidecar(asked);
  const found: Contest[] = [];
  for (const { address, port, match, winner, loser } of configuration.contests) {
    if (winner.host === loser.host && winner.namespace === loser.namespace) continue;
    const place = `${address}:${port} ${match === null ? 'listener' : matchText({ match })}`;
    found.push({
      place,
      port,
      isMatchAll: isWildcard(address) && match !== null && isMatchAll({ match }),
      winner,
      loser,
    });
  }
  for (const listener of configuration.scope.listeners) {
    for (const { host, winner, losers, decidedBy } of listener.contests) {
      if (decidedBy !== 'age') continue;
      for (const loser of losers)
        found.push({ place: host, port: sharedPort(winner, loser), isMatchAll: false, winner, loser });
    }
  }
  return found.filter(contest => isDecidedByAssumedAge(side, contest));
}

/** A listener of one address takes no more than what is sent there. */
function isWildcard(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function sharedPort(winner: MeshService, loser: MeshService): number | null {
  return winner.ports.find(({ number }) => loser.ports.some(port => port.number === number))?.number ?? null;
}

/** Not by timestamps, nor by what is private or exported to the namespace going before what is public (VI-2). */
function isDecidedByAssumedAge(side: Side, { winner, loser }: Contest): boolean {
  if (winner.resource === loser.resource) return false;
  const { ageOf, config } = side.simulation.mesh;
  if (!isOrderAssumed(ageOf(winner.resource), ageOf(loser.resource))) return false;
  const isPublic = (service: MeshService) =>
    visibility(service.exportTo, service.namespace, config.defaultServiceExportTo).kind === 'public';
  return isPublic(winner) === isPublic(loser);
}

/** Who contests what, whatever their resources are called and whoever wins. */
function contestKey({ place, winner, loser }: Contest): string {
  return [place, ...[winner, loser].map(({ host, namespace }) => `${namespace}/${host}`).sort()].join(' ');
}
