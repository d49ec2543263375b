import type { ChangedCall } from '../../diff/changed-calls.js';
import type { Side } from '../../diff/side.js';
import type { Verdict } from '../../envoy/verdict.js';
import { isHttp, isTls } from '../../istio/protocol.js';
import { UNSPECIFIED, type MeshService } from '../../mesh/service.js';
import { yaml } from '../example.js';
import { reachesItsOwn } from '../ownership.js';
import { policyCluster } from '../../proxy/finalize.js';
import { observeCall } from '../observation.js';
import type { Rule, Seen } from '../rule.js';
import { few, list, portsText, resourceText } from '../wording.js';

const narrower =
  'Give the entry the addresses that its clients dial, so that it takes only those; or, if its clients speak TLS, ' +
  'protocol TLS, so that it takes only connections that name it.';

const spared = 'A narrower exportTo spares other namespaces; those that still see the entry stay captured.';

/** An entry takes connections that are not its own. */
export const trafficCaptured: Rule = {
  id: 'traffic-captured',
  severities:
    'error; warning where the capturer connects to the dialled address anyway (resolution NONE), or where another entry ' +
    'had captured the calls before; notice where a Sidecar names it as its egress proxy',
  summary: 'Calls that went their own way are now delivered to an entry that owns neither the host nor the address.',
  why:
    'An entry with a TCP port (or none stated) and no addresses gets a listener on 0.0.0.0 that matches every ' +
    'connection on that port. Whatever has no listener or server name of its own there goes to that entry: all other ' +
    'HTTPS on port 443, for example.',
  fix: `${narrower} ${spared}`,
  example: {
    base: yaml`
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata:
        name: warehouse
        namespace: shop
      spec:
        hosts: [db.warehouse.example]
        ports: [{ number: 443, name: tls, protocol: TLS }]
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
        ports: [{ number: 443, name: tcp, protocol: TCP }]
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
        addresses: [192.0.2.10]
        ports: [{ number: 443, name: tcp, protocol: TCP }]
        resolution: DNS
    `,
  },

  claim(direction, change) {
    const { before, after, groupClass, question } = change;
    const capturer = direction.after.serviceBehind(groupClass.asked, after);
    if (after.kind !== 'delivered' || capturer === null || reachesItsOwn(direction.after, change, after)) return null;
    if (before.kind === 'stalled') return null;

    const former = direction.before.serviceBehind(groupClass.asked, before);
    const wasCaptured = former !== null && !reachesItsOwn(direction.before, change, before);
    // The capturer was renamed or edited; what becomes of its own calls is another rule's.
    if (wasCaptured && former.host === capturer.host) return null;
    if (isEgressProxy(direction.after, change, after)) {
      const subject = { hosts: [capturer.host] };
      return observeCall(direction, change, { severity: 'notice', ownerHost: capturer.host, subject });
    }
    const isHarmless = capturer.resolution === 'Passthrough' || wasCaptured;
    return observeCall(direction, change, {
      severity: isHarmless ? 'warning' : 'error',
      ownerHost: capturer.host,
      subject: { hosts: [capturer.host], port: question.port },
    });
  },

  describe(seen) {
    const { subject, severity } = seen;
    const host = subject.hosts?.[0] ?? '';
    if (severity === 'notice') {
      return {
        title: `${host} is the egress proxy of all that nothing configures`,
        message: 'The Sidecar names it in its outboundTrafficPolicy, so whatever the sidecar does not know goes there.',
        fix: 'Nothing to do, if the proxy is meant to take it; otherwise remove the egressProxy.',
      };
    }
    return {
      title: `${host} takes connections to port ${subject.port} that are not its own`,
      message: [reasonOf(seen, host), ...remarksOn(seen)].join(' '),
      fix: reachesOthers(seen) ? trafficCaptured.fix : narrower,
    };
  },

  titleOfAll: ({ hosts, ports }) =>
    `${few(hosts)} ${hosts.length === 1 ? 'takes' : 'take'} connections to ${portsText(ports)} that are not ${hosts.length === 1 ? 'its' : 'their'} own`,

  gone({ subject, changes, severity }) {
    const host = subject.hosts?.[0] ?? '';
    if (severity === 'notice') return null;
    const strangers = kinds.filter(kind =>
      changes.some(({ question }) => question.configured === null && question.kind === kind),
    );
    if (strangers.length > 0) {
      const what = strangers.length === kinds.length ? 'connections' : list(strangers.map(kind => kindWords[kind]));
      return `${host} no longer takes ${what} to port ${subject.port} that ${strangers.length === kinds.length ? 'are' : 'is'} not its own`;
    }
    const named = new Set(changes.flatMap(({ question }) => question.configured ?? []));
    return `Calls to ${list([...named])} on port ${subject.port} no longer end at ${host}`;
  },
};

/** Whether it is the policy that sends the call there, and no entry that takes it. */
function isEgressProxy(side: Side, { groupClass }: ChangedCall, { cluster }: Verdict): boolean {
  return cluster === policyCluster(side.sidecar(groupClass.asked).configuration.scope.policy);
}

const kinds = ['tls', 'http', 'tcp'] as const;

const kindWords = { tls: 'TLS', http: 'plain HTTP', tcp: 'other TCP' } as const;

function reasonOf({ subject: { port }, change, after }: Seen, host: string): string {
  const capturer = capturerOf(change, after);
  const protocol = capturer?.ports.find(({ number }) => number === port)?.protocol;
  if (capturer === null || protocol === undefined || capturer.address !== UNSPECIFIED || isTls(protocol)) {
    return `Whatever no other listener or chain of the sidecar takes on port ${port} goes to ${host}.`;
  }
  if (isHttp(protocol)) return `The sidecar takes whatever arrives there on port ${port} for HTTP to ${host}.`;
  const says =
    protocol === 'Unsupported'
      ? `its port ${port} states no protocol`
      : `its port ${port} is ${protocol}, which carries no host name to tell connections apart`;
  return (
    `${resourceText(capturer.resource)} has no addresses, and ${says}. So the sidecar listens on 0.0.0.0:${port} and ` +
    `sends ${protocol === 'Unsupported' ? 'all that is not HTTP and that' : 'whatever'} nothing else claims there to ${host}.`
  );
}

/** Whether anybody would be spared if its own namespace alone saw the entry. */
function reachesOthers({ changes, change, after }: Seen): boolean {
  const own = capturerOf(change, after)?.namespace;
  return changes.some(
    ({ groupClass: { groups, reachesOutside } }) => reachesOutside || groups.some(({ namespace }) => namespace !== own),
  );
}

function remarksOn({ severity, change, before, after }: Seen): readonly string[] {
  if (severity === 'error' || change === null) return [];
  const former = before.serviceBehind(change.groupClass.asked, change.before);
  if (capturerOf(change, after)?.resolution === 'Passthrough') {
    return [
      'Its resolution is NONE, so the connections still reach the address that was dialled, but under the policies and in the metrics of this entry.',
    ];
  }
  return former === null ? [] : [`Before, they went to ${former.host}, which did not own them either.`];
}

function capturerOf(change: Seen['change'], after: Seen['after']): MeshService | null {
  return change === null ? null : after.serviceBehind(change.groupClass.asked, change.after);
}
