import { observeCall } from '../observation.js';
import { parseClusterName } from '../../proxy/cluster-name.js';
import { reachesItsOwn } from '../ownership.js';
import type { Rule } from '../rule.js';

/** An entry takes connections that are not its own. */
export const trafficCaptured: Rule = {
  id: 'traffic-captured',
  severities:
    'error; warning where the capturer connects to the dialled address anyway (resolution NONE), or where another entry had captured the calls before',
  summary: 'Calls that went their own way are now delivered to an entry that owns neither the host nor the address.',
  why:
    'An entry with a TCP port (or none stated) and no addresses gets a listener on 0.0.0.0 that matches every ' +
    'connection on that port. Whatever has no listener or server name of its own there goes to that entry: all other ' +
    'HTTPS on port 443, for example.',
  fix:
    'Give the entry addresses that its clients resolve the host to, or protocol TLS if its clients send the server ' +
    'name, or keep it to its own clients with exportTo.',

  claim(direction, change) {
    const { before, after, groupClass, question } = change;
    const capturer = direction.after.serviceBehind(groupClass.asked, after);
    if (after.kind !== 'delivered' || capturer === null || reachesItsOwn(direction.after, change, after)) return null;
    const wasCaptured = before.kind === 'delivered' && !reachesItsOwn(direction.before, change, before);
    if (before.kind === 'stalled') return null;
    const isHarmless = capturer.resolution === 'Passthrough' || wasCaptured;
    return observeCall(direction, change, {
      severity: isHarmless ? 'warning' : 'error',
      ownerHost: capturer.host,
      subject: { hosts: [capturer.host], port: question.port },
    });
  },

  describe({ subject, change, severity }) {
    const host = subject.hosts?.[0] ?? '';
    const owner = change?.after.owner;
    const name = owner === null || owner === undefined ? host : `${owner.kind} ${owner.namespace}/${owner.name}`;
    const cluster = change?.after.cluster;
    const target = cluster === null || cluster === undefined ? null : parseClusterName(cluster);
    const where = target === null ? host : `${target.host}:${target.port}`;
    const isDialled = severity === 'warning' && change?.before.kind !== 'delivered';
    return {
      title: `${host} captures traffic to port ${subject.port} that is not its own`,
      message:
        `For ${name}, Istio makes a listener on every address of port ${subject.port}, because the entry gives no ` +
        `addresses that would tell its own connections from others. Every connection to that port that nothing else ` +
        `claims now goes to ${where}.` +
        (isDialled
          ? ' It still reaches the address that was dialled, but under the policies and the name of this entry.'
          : ''),
      fix: trafficCaptured.fix,
    };
  },

  gone: ({ subject }) => `${subject.hosts?.[0] ?? ''} no longer captures traffic to port ${subject.port}`,
};
